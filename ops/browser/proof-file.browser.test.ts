import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examine } from './examine.ts';
import { opened } from './opened.ts';
import type { Opened } from './opened.ts';
import { workbenchPage } from './workbench-page.ts';

let at: Opened;
let folder: string;
/** Downloaded from the public page of a decision, and from a record of a case. */
let publicFile: string;
let recordFile: string;

beforeAll(async () => {
  at = await opened();
  folder = mkdtempSync(path.join(tmpdir(), 'zhaozhang-proof-'));
  const { page, demonstration } = at;
  await page.goto(`${demonstration.url}/decisions`);
  await page.getByRole('main').locator('a[href^="/decisions/"]').first().click();
  const [given] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载这份决定的存证凭证' }).click(),
  ]);
  publicFile = await kept(given, 'public.html');

  await workbenchPage(page, demonstration.url).signIn('周承办');
  await page.getByRole('link', { name: '案件', exact: true }).click();
  await page.locator('a[href^="#/cases/0"], a[href^="#/cases/2"]').first().click();
  const mark = page.getByRole('link', { name: /^已入链，下载/ });
  await mark.first().waitFor();
  const [own] = await Promise.all([page.waitForEvent('download'), mark.last().click()]);
  recordFile = await kept(own, 'record.html');
}, 120_000);

afterAll(async () => {
  await at.end();
  rmSync(folder, { recursive: true, force: true });
});

async function kept(download: Download, name: string): Promise<string> {
  expect(download.suggestedFilename()).toMatch(/^存证凭证 .+\.html$/);
  const file = path.join(folder, name);
  await download.saveAs(file);
  return file;
}

/** Opens a file as somebody does years later: no network, and nothing asked of one. */
async function openedOffline(file: string): Promise<{ page: Page; asked: string[] }> {
  const context = await at.browser.newContext({ viewport: { width: 1440, height: 900 }, offline: true });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  return { page, asked: asked.slice(1) };
}

const result = (page: Page) => page.getByRole('status');

describe('存证凭证', () => {
  it('断网打开，自己核验通过，什么也不向外要', async () => {
    for (const [name, file] of [
      ['proof-public', publicFile],
      ['proof-record', recordFile],
    ] as const) {
      const { page, asked } = await openedOffline(file);
      await result(page)
        .getByText(/^核验通过：(这条记录写入以后没有改动过|这次公示的记录在存证日志里)。$/)
        .waitFor();
      expect(asked).toEqual([]);
      expect(await page.getByText(/^相符：这是存证日志的第 \d+ 条/).count()).toBeGreaterThan(0);
      await examine(page, name, { latin: true });
      await page.context().close();
    }
  });

  it.each([
    [
      '改了记录原文的一个字',
      (text: string) => text.replace(/("record":\{"data":"[^}]*?)2026/, '$12027'),
      '原文被改动过',
    ],
    ['改了日志条目', (text: string) => text.replace(/\\"data\\":\\"./, '\\"data\\":\\"x'), '不符：'],
    ['改了检查点', (text: string) => text.replaceAll(/(zhaozhang\.local\/log\\n)(\d)/g, '$11$2'), '不符：'],
  ])('%s：核验不通过，说出哪里不符', async (_what, change, says) => {
    const whole = readFileSync(recordFile, 'utf8');
    const start = whole.indexOf('<script id="proof"');
    const changed = whole.slice(0, start) + change(whole.slice(start));
    expect(changed).not.toBe(whole);
    const file = path.join(folder, 'changed.html');
    writeFileSync(file, changed);
    const { page } = await openedOffline(file);
    await result(page)
      .getByText(/^核验不通过/)
      .waitFor();
    expect(await page.locator('#steps').innerText()).toContain(says);
    await page.context().close();
  });

  it('贴进别的公钥再核一遍：不通过；贴回来又通过', async () => {
    const { page } = await openedOffline(recordFile);
    await result(page)
      .getByText(/^核验通过/)
      .waitFor();
    const box = page.getByRole('textbox', { name: '日志的公钥' });
    const own = await box.inputValue();
    await box.fill('other.example+00000000+AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    await page.getByRole('button', { name: '再核一遍' }).click();
    await result(page)
      .getByText(/^核验不通过/)
      .waitFor();
    await box.fill(own);
    await page.getByRole('button', { name: '再核一遍' }).click();
    await result(page)
      .getByText(/^核验通过/)
      .waitFor();
    await page.context().close();
  });

  it('浏览器自己不会验 Ed25519 签名的，照样核验', async () => {
    const context = await at.browser.newContext({ offline: true });
    const page = await context.newPage();
    await page.addInitScript(() => {
      const own = crypto.subtle.importKey.bind(crypto.subtle);
      crypto.subtle.importKey = ((...given: Parameters<typeof own>) =>
        String(given[2]) === 'Ed25519'
          ? Promise.reject(new DOMException('不认识', 'NotSupportedError'))
          : own(...given)) as typeof crypto.subtle.importKey;
    });
    await page.goto(pathToFileURL(recordFile).href);
    await result(page)
      .getByText(/^核验通过/)
      .waitFor();
    await context.close();
  });
});
