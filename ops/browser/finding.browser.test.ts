import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examine } from './examine.ts';
import { opened } from './opened.ts';
import type { Opened } from './opened.ts';
import type { RunningDemonstration } from './running-demonstration.ts';
import { workbenchPage } from './workbench-page.ts';

let at: Opened;
let demonstration: RunningDemonstration;
let page: Page;

beforeAll(async () => {
  at = await opened();
  ({ demonstration, page } = at);
  await workbenchPage(page, demonstration.url).signIn('周承办');
}, 120_000);

afterAll(() => at.end());

const finder = () => page.getByRole('dialog', { name: '查找' });

describe('一处查找', () => {
  it('从任何一页按 Ctrl+K，写笔录里的话，回车就打开那份记录', async () => {
    await page.keyboard.press('Control+K');
    await finder().getByRole('combobox').waitFor();
    await page.keyboard.type('四十所学校');
    const hits = finder().getByRole('group', { name: '案件' }).getByRole('option');
    await hits.first().waitFor();
    expect(await hits.first().innerText()).toContain('四十所学校');
    await examine(page, 'find');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '违反规定收取费用', level: 1 }).waitFor();
    expect(await finder().isVisible()).toBe(false);
    // The very record that holds the words stands open.
    expect(await page.getByRole('main').innerText()).toContain('四十所学校');
  });

  it('在案件页上，要办的事写几个字就到；条款和人员也找得到', async () => {
    await page.keyboard.press('Control+K');
    await page.keyboard.type('证据');
    const acts = finder().getByRole('group', { name: '本案可以办的' }).getByRole('option');
    await acts.first().waitFor();
    await finder().getByRole('combobox').fill('行政处罚法 听证');
    await finder().getByRole('group', { name: '条款' }).getByRole('option').first().waitFor();
    await finder().getByRole('combobox').fill('何协办');
    await finder()
      .getByRole('group', { name: '人员' })
      .getByRole('option', { name: /何协办/ })
      .waitFor();
    await finder().getByRole('combobox').fill('没有这样的词语');
    await finder().getByText('没有找到，换一个词再找').waitFor();
    await page.keyboard.press('Escape');
    expect(await finder().isVisible()).toBe(false);
  });

  it('Esc 离开表单，填的都在，回到案件页就能接着填', async () => {
    const desk = workbenchPage(page, demonstration.url);
    await desk.openCase('违反规定收取费用');
    await desk.main().getByText('其他阶段的事项').click();
    await desk.main().getByRole('link', { name: '记录询问', exact: true }).click();
    await desk.text('询问内容', '问到一半，先离开。');
    await page.getByText(/^已存 \d\d:\d\d$/).waitFor();
    await page.keyboard.press('Escape');
    const left = desk.main().getByRole('region', { name: /没填完的表单/ });
    await left.getByRole('link', { name: '记录询问' }).click();
    await desk.main().getByRole('heading', { name: '记录询问', level: 2 }).waitFor();
    expect(await desk.main().getByRole('textbox', { name: '询问内容', exact: true }).inputValue()).toBe(
      '问到一半，先离开。',
    );
    await page.keyboard.press('Escape');
    await desk.main().getByRole('heading', { level: 1 }).waitFor();
  });
});

describe('案件列表的筛选', () => {
  it('全文检索说出在哪份记录；缩小后存下来，成为一个标签，再删去', async () => {
    await page.getByRole('link', { name: '案件', exact: true }).click();
    const box = page.getByRole('textbox', { name: '查找案件' });
    await box.fill('四十所学校');
    await page.getByRole('button', { name: '查找', exact: true }).click();
    const hit = page.getByRole('main').locator('mark').first();
    await hit.waitFor();
    expect(await hit.innerText()).toBe('四十所学校');
    await page.getByRole('combobox', { name: '承办人' }).click();
    await page.locator('.ant-select-dropdown:visible').getByTitle('本人承办', { exact: true }).click();
    await page.waitForURL(/handler=me/);
    await hit.waitFor();
    await page.getByRole('button', { name: '存下这个筛选' }).click();
    await page.getByRole('textbox', { name: '筛选的名称' }).fill('评比收费');
    await page.keyboard.press('Enter');
    const kept = page.getByRole('navigation', { name: '存下的筛选' });
    await kept.getByRole('link', { name: '评比收费' }).waitFor();
    await examine(page, 'cases-narrowed');
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByRole('button', { name: '存下这个筛选' }).waitFor();
    await kept.getByRole('link', { name: '评比收费' }).click();
    await page.waitForURL(/handler=me/);
    await kept.getByRole('button', { name: '删去筛选评比收费' }).click();
    await kept.waitFor({ state: 'detached' });
    await box.fill('没有这样的词语');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '没有符合条件的案件' }).waitFor();
  });
});

describe('从案件页到要办的事', () => {
  it('各阶段的案件、各种角色：每件可以办的事至多点两下', { timeout: 120_000 }, async () => {
    const desk = workbenchPage(page, demonstration.url);
    let counted = 0;
    for (const person of ['周承办', '郑处长', '吴负责', '孙法审']) {
      await desk.signIn(person);
      for (const stage of ['initiation', 'investigation', 'decision', 'execution', 'archive']) {
        const found = await page.evaluate(async (of) => {
          const { rows } = (await (await fetch(`/api/cases?stage=${of}`)).json()) as {
            rows: { stream: string; title: string }[];
          };
          const first = rows[0];
          if (first === undefined) return undefined;
          const id = first.stream.slice('case/'.length);
          const view = (await (await fetch(`/api/cases/${id}`)).json()) as {
            acts: { name: string; status: string }[];
          };
          const open = view.acts.filter((act) => act.status !== 'refused').map((act) => act.name);
          return { id, title: first.title, open };
        }, stage);
        if (found === undefined) continue;
        await page.evaluate((to) => (window.location.hash = to), `#/cases/${found.id}`);
        await page.getByRole('heading', { name: found.title, level: 1 }).first().waitFor();
        await desk.main().getByRole('region', { name: '现在可以办' }).waitFor();
        for (const act of found.open) {
          // Mending an entry begins at the entry itself.
          const link = page.locator(`a[href*="acts/${act}"]`).first();
          expect(await link.count(), `${person} ${found.title} ${act}`).toBe(1);
          // Not in sight = folded away: as many clicks more as there are folds around it.
          const folds = await link.evaluate((shown) => {
            let deep = 0;
            for (let at = shown.parentElement; at !== null; at = at.parentElement)
              if (at.tagName === 'DETAILS' && !at.hasAttribute('open')) deep++;
            return deep;
          });
          expect(folds, `${person} ${found.title} ${act}`).toBeLessThanOrEqual(1);
          counted++;
        }
      }
    }
    expect(counted).toBeGreaterThan(100);
  });
});
