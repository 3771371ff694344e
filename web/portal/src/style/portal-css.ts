import { derivationStyle, tokens } from '@zhaozhang/kit';
import { fingerprint } from './fingerprint.ts';
import { frameStyle } from './frame-style.ts';
import { pageStyle } from './page-style.ts';
import { printStyle } from './print-style.ts';
import { tableStyle } from './table-style.ts';
import { typeStyle } from './type-style.ts';

/** All rules of the portal, served at `/portal.css`. Later parts may override earlier ones. */
export const portalCss = [
  tokens,
  derivationStyle,
  typeStyle,
  frameStyle,
  pageStyle,
  tableStyle,
  printStyle,
].join('');

/** Address pages ask for it by. It changes with the content, so the answer may be kept for ever. */
export const cssPath = `/portal.css?v=${fingerprint(portalCss)}`;
