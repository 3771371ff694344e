import { describe, expect, it } from 'vitest';
import { renderHome, renderNotFound } from '../index.ts';
import { elderAddress } from './elder-address.ts';

describe('适老模式', () => {
  it('切换时留在原页，问题和页码不丢', () => {
    expect(elderAddress('/decisions?q=%E4%B9%A6&page=2', true)).toBe('/decisions?q=%E4%B9%A6&page=2&elder=1');
    expect(elderAddress('/decisions?q=%E4%B9%A6&elder=1&page=2', false)).toBe(
      '/decisions?q=%E4%B9%A6&page=2&elder=0',
    );
    expect(elderAddress('/verify', true)).toBe('/verify?elder=1');
  });

  it('名字里带有 elder 的其他参数不受影响', () => {
    expect(elderAddress('/decisions?elderly=1', true)).toBe('/decisions?elderly=1&elder=1');
  });

  it('不会通向别的网站', () => {
    for (const path of [
      '//evil.example/x',
      '/\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '',
    ]) {
      expect(elderAddress(path, true)).toBe('/?elder=1');
    }
  });

  it('开启时字更大，按钮变为退出', () => {
    const off = renderHome({ elder: false, path: '/' }, []);
    const on = renderHome({ elder: true, path: '/' }, []);
    expect(off).toContain('<a class="switch" href="/?elder=1">适老模式（大字）</a>');
    expect(on).toContain('<html lang="zh-CN" class="elder">');
    expect(on).toContain('<a class="switch" href="/?elder=0">退出适老模式</a>');
  });
});

describe('页框', () => {
  it('演示时标明日期和周几，平时没有这一行', () => {
    const frame = { elder: false, path: '/' };
    expect(renderHome({ ...frame, demonstrationDay: '2026-03-12' }, [])).toContain(
      '演示日期：2026 年 3 月 12 日（周四）',
    );
    expect(renderHome(frame, [])).not.toContain('演示');
  });

  it('找不到的页面不被收录，并给出下一步', () => {
    const html = renderNotFound({ elder: false, path: '/x' }, '这个页面');
    expect(html).toContain('<title>没有找到这个页面 - 行政执法公示</title>');
    expect(html).toContain('noindex');
    expect(html).toContain('action="/decisions"');
  });
});
