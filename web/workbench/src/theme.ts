import type { ThemeConfig } from 'antd';

/** Tokens that keep every text of the component library at a contrast of 4.5 or more. */
export const theme: ThemeConfig = {
  token: {
    fontSize: 16,
    borderRadius: 4,
    controlHeight: 40,
    colorPrimary: '#0958d9',
    colorLink: '#0958d9',
    colorPrimaryHover: '#003eb3',
    colorPrimaryActive: '#002c8c',
    colorError: '#c41d1d',
    colorText: '#1f2328',
    colorTextDescription: 'rgba(0,0,0,.65)',
    colorTextTertiary: 'rgba(0,0,0,.65)',
    colorTextPlaceholder: 'rgba(0,0,0,.6)',
    colorTextQuaternary: 'rgba(0,0,0,.6)',
    colorBorder: '#8c939d',
    fontFamily: 'var(--font)',
    motion: false,
  },
};
