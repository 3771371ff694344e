import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from './at-both-widths.ts';
import { launchWithProfile } from './launch.ts';
import { runningDemonstration } from './running-demonstration.ts';
import type { RunningDemonstration } from './running-demonstration.ts';
import { workbenchPage } from './workbench-page.ts';

let demonstration: RunningDemonstration;
let profile: string;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  profile = mkdtempSync(path.join(tmpdir(), 'zhaozhang-profile-'));
  demonstration = await runningDemonstration();
  await openBrowser();
}, 120_000);

afterAll(async () => {
  await context.close();
  await demonstration.end();
  rmSync(profile, { recursive: true, force: true });
});

async function openBrowser(): Promise<void> {
  context = await launchWithProfile(profile, { width: 1440, height: 900 });
  page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(15_000);
}

/** As when the machine loses power: no process of the browser gets to say a word. */
async function killBrowser(): Promise<void> {
  const gone = new Promise((resolve) => context.once('close', resolve));
  for (const id of readdirSync('/proc').filter((one) => /^\d+$/.test(one)))
    if (commandOf(id).includes(profile)) process.kill(Number(id), 'SIGKILL');
  await gone;
}

function commandOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

const desk = () => workbenchPage(page, demonstration.url);

/** What a person has typed on the page, field by field. */
function typedOnPage(): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [
        ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
          '.act-form input, .act-form textarea',
        ),
      ]
        .filter((box) => box.type !== 'file' && box.id !== '')
        .map((box) => [
          box.id,
          box instanceof HTMLInputElement && (box.type === 'checkbox' || box.type === 'radio')
            ? String(box.checked)
            : box.value,
        ]),
    ),
  );
}

describe('填了一半的表单', () => {
  it('打字二十分钟的量，杀掉服务和浏览器，一个字也不少；证件号码也在，别人看不到', {
    timeout: 180_000,
  }, async () => {
    await desk().signIn('周承办');
    await page.goto(`${demonstration.url}/workbench/#/cases/new/case.decide-on-spot`);
    await page.getByRole('heading', { name: '当场处罚', level: 1 }).waitFor();
    await desk().text('姓名或者名称', '覃示例');
    await desk().choose('类型', '自然人');
    const number = desk().main().getByRole('textbox', { name: '公民身份号码', exact: true });
    await number.fill('11010519491231002X');
    const facts = desk().main().getByRole('textbox', { name: '违法事实', exact: true }).first();
    // Somebody who never pauses: there is no moment of rest in which to keep what was typed.
    const sentences = Array.from({ length: 40 }, (_, at) => `第${at + 1}处：现场所见逐项记明。`);
    for (const sentence of sentences) await facts.pressSequentially(sentence);
    await page.getByText(/^已存 \d\d:\d\d$/).waitFor();
    const before = await typedOnPage();
    expect(Object.values(before)).toContain(sentences.join(''));
    // The very last words, and no more than a quarter of a second for them.
    await facts.press('End');
    await facts.pressSequentially('完。');
    await page.waitForTimeout(400);
    await Promise.all([killBrowser(), demonstration.restart()]);

    await openBrowser();
    await desk().signIn('郑处长');
    expect(await page.getByText('没填完的表单').count()).toBe(0);
    await desk().signIn('周承办');
    const left = page.getByRole('region', { name: /没填完的表单/ });
    await left.getByRole('link', { name: '当场处罚' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await left.getByRole('link', { name: '当场处罚' }).click();
    await page.getByRole('heading', { name: '当场处罚', level: 1 }).waitFor();
    await page.getByText('已恢复上次填写的内容').waitFor();
    const box = Object.entries(before).find(([, value]) => value === sentences.join(''));
    expect(await typedOnPage()).toEqual({ ...before, [box?.[0] ?? '']: `${sentences.join('')}完。` });
    expect(Object.values(await typedOnPage())).toContain('11010519491231002X');
  });

  it('丢弃的草稿当场可以恢复；离开之后就没有了', { timeout: 60_000 }, async () => {
    await desk().signIn('周承办');
    const left = page.getByRole('region', { name: /没填完的表单/ });
    await left.getByRole('button', { name: '丢弃当场处罚' }).click();
    await left.getByRole('button', { name: '恢复' }).click();
    await left.getByRole('link', { name: '当场处罚' }).waitFor();
    await left.getByRole('button', { name: '丢弃当场处罚' }).click();
    await left.getByText('已丢弃：当场处罚').waitFor();
    await page.getByRole('link', { name: '案件', exact: true }).click();
    await page.getByRole('heading', { name: '案件', level: 1 }).waitFor();
    await page.getByRole('link', { name: '待办', exact: true }).click();
    await page.getByRole('heading', { name: '待办', level: 1 }).waitFor();
    await page.locator('.duty').first().waitFor();
    expect(await page.getByText('没填完的表单').count()).toBe(0);
  });
});
