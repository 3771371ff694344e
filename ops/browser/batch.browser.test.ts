import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atBothWidths, axeFaults } from './at-both-widths.ts';
import { launchChromium } from './launch.ts';
import { runningDemonstration } from './running-demonstration.ts';
import type { RunningDemonstration } from './running-demonstration.ts';
import { workbenchPage } from './workbench-page.ts';

/** Written only when asked for: pictures are committed when somebody has looked at them. */
const pictures =
  process.env['SCREENSHOTS'] === undefined
    ? undefined
    : fileURLToPath(new URL('../../docs/screenshots', import.meta.url));

let demonstration: RunningDemonstration;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [demonstration, browser] = await Promise.all([runningDemonstration(), launchChromium()]);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await demonstration.end();
});

/** Nothing a machine can find fault with, no sideways scroll, at both widths; and a picture if asked. */
async function examine(name: string): Promise<void> {
  await atBothWidths(page, async (width) => {
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${name} ${width} 横向溢出`).toBeLessThanOrEqual(0);
    expect(await axeFaults(page), `${name} ${width}`).toEqual([]);
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: path.join(pictures, `batch-${name}-${width}.png`) });
  });
}

const desk = () => workbenchPage(page, demonstration.url);
const main = () => page.getByRole('main');
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** As a spreadsheet lays a table on the clipboard. The fourth code has one wrong place. */
const roll = [
  ['名称', '统一社会信用代码', '法定代表人', '住所', '联系电话'],
  ['滨江示范茶艺协会', '51420100690000001T', '邹甲', '示范路 1 号', '027-80000001'],
  ['滨江示范棋类协会', '514201006900000028', '邹乙', '示范路 2 号', '027-80000002'],
  ['滨江示范书法协会', '待核', '邹丙', '示范路 3 号', '027-80000003'],
  ['滨江示范武术协会', '514201006900000040', '邹丁', '示范路 4 号', '027-80000004'],
  ['滨江示范摄影协会', '51420100690000005N', '邹戊', '示范路 5 号', '027-80000005'],
  ['滨江示范钓鱼协会', '51420100690000006J', '邹己', '示范路 6 号', '027-80000006'],
];

async function paste(text: string): Promise<void> {
  const box = main().getByRole('textbox', { name: '从电子表格复制，粘贴在这里' });
  await box.fill(text);
  await button('读入').click();
}

describe('批量登记和批量办理', () => {
  it('粘贴六行，改好错的一行，登记；再选中成批审批，一件不能办的被点名', { timeout: 240_000 }, async () => {
    await desk().signIn('周承办');
    await page.getByRole('link', { name: '案件', exact: true }).click();
    await page.getByRole('link', { name: '批量登记' }).click();
    await main().getByRole('heading', { name: '名册' }).waitFor();
    await paste(roll.map((cells) => cells.join('\t')).join('\n'));
    await main().getByText('共 6 行').waitFor();
    await examine('register');
  });
});
