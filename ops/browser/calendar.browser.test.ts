import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';

const file2026 = readFileSync(
  fileURLToPath(new URL('../../law/calendar/CN/2026.yaml', import.meta.url)),
  'utf8',
);

const { desk, main, page } = atTheDesk();

const goTo = (hash: string) => page().evaluate((to) => (window.location.hash = to), hash);
const box = (label: string) => main().getByRole('textbox', { name: label, exact: true });
const press = (name: string) => main().getByRole('button', { name, exact: true }).click();

describe('录入放假通知', () => {
  it('承办人看不到录入；直接打开地址的，说明由谁办理', { timeout: 60_000 }, async () => {
    await desk().signIn('周承办');
    await goTo('#/law/calendar?year=2027');
    await main().getByRole('heading', { name: '2027 年的日历是暂定的' }).waitFor();
    expect(
      await main()
        .getByRole('link', { name: /录入|更换/ })
        .count(),
    ).toBe(0);
    await goTo('#/law/calendar?year=2027&entering=1');
    await main().getByRole('heading', { name: '只有管理员能够录入放假通知' }).waitFor();
    await examine(page(), 'calendar-refused');
  });

  it('照通知填写：先说错在哪里，再说改变什么，确认之后由暂定变为已公布', { timeout: 120_000 }, async () => {
    await desk().signIn('管理员');
    await goTo('#/law/calendar?year=2027');
    await main().getByRole('link', { name: '录入 2027 年的放假通知' }).click();
    await box('文号').fill('国办发明电〔2026〕9号');
    await press('看看会改变什么');
    await main()
      .getByRole('heading', { name: /处要改，已填的内容都在/ })
      .waitFor();
    await examine(page(), 'calendar-faults');
    expect(await box('文号').inputValue()).toBe('国办发明电〔2026〕9号');

    await box('成文日期').fill('2026年3月20日');
    const days = [
      ['1月1日', '1月3日'],
      ['2月5日', '2月11日'],
      ['4月3日', '4月5日'],
      ['5月1日', '5月5日'],
      ['6月9日', '6月9日'],
      ['9月15日', '9月15日'],
      ['10月1日', '10月7日'],
    ] as const;
    for (const [index, [first, last]] of days.entries()) {
      const row = main().getByRole('group', { name: `放假 ${index + 1}`, exact: true });
      await row.getByRole('textbox', { name: '首日' }).fill(first);
      await row.getByRole('textbox', { name: '末日' }).fill(last);
    }
    await box('上班日').fill('1月30日');
    // 离开再来，填过的还在：写进浏览器的，页面自己说得出。
    await main().locator('[aria-busy=false]', { hasText: /^已存/ }).waitFor();
    await page().reload();
    await expect.poll(() => box('上班日').inputValue()).toBe('1月30日');
    await press('看看会改变什么');
    await main().getByRole('heading', { name: '录入之后会改变什么' }).waitFor();
    expect(await main().innerText()).toContain('2027 年由暂定变为已公布。');
    await main()
      .getByRole('row', { name: /1 月 30 日 周六 周末 调休上班，是工作日（春节）/ })
      .waitFor();
    await examine(page(), 'calendar-difference-2027');
    await press('确认录入');
    await main().getByText('国办发明电〔2026〕9号').waitFor();
    await main()
      .getByText(/没有案件的期限跨过变动的日子|重算 \d+ 件/)
      .waitFor();
    expect(await main().innerText()).not.toContain('日历是暂定的');
    await examine(page(), 'calendar-entered-2027');
  });

  it('更换已公布的年份：写出跨过的案件，没有理由不成，结果逐件列出新旧日期和由来', {
    timeout: 120_000,
  }, async () => {
    await goTo('#/law/calendar?year=2026');
    await main().getByRole('link', { name: '更换 2026 年的放假安排' }).click();
    await main().getByRole('radio', { name: '粘贴日历文件' }).check();
    await box('日历文件全文').fill('年：2026');
    await press('看看会改变什么');
    await main()
      .getByRole('heading', { name: /处要改，已填的内容都在/ })
      .waitFor();
    const changed = `${file2026.replace(
      'holidays:',
      '  - { number: 国办发明电〔2026〕1号, title: 调整放假安排的通知, issued: 2026-03-20 }\nholidays:',
    )}  - { name: 临时放假, off: 03-30..04-03 }\n`;
    await box('日历文件全文').fill(changed);
    await press('看看会改变什么');
    await main()
      .getByRole('row', { name: /3 月 30 日 周一 至 4 月 3 日 周五 工作日 调休放假（临时放假）/ })
      .waitFor();
    await main()
      .getByText(/有 \d+ 件案件的期限跨过这些日子，其中 \d+ 件还有事项未办/)
      .waitFor();
    await press('确认录入');
    await main()
      .getByText(/确需更换的，写明更换理由/)
      .first()
      .waitFor();
    // 文件里的键是拉丁字母，这一页只看其余的：由无障碍检查和图片看。
    await box('更换理由').fill('国务院办公厅另有通知');
    await press('确认录入');
    await main()
      .getByText(/重算 \d+ 件，其中 \d+ 件日期变动/)
      .waitFor();
    await examine(page(), 'calendar-result-2026');
    // A date may have moved for another day of the change: the one looked at has moved for these.
    const moved = main().getByRole('table', { name: '日期变动的事项' }).getByRole('row');
    const first = moved.filter({ hasText: /临时放假（3 月 30 日/ }).first();
    await first
      .getByText(/现在的日期的由来/)
      .first()
      .click({ force: true });
    await first
      .getByText(/临时放假（3 月 30 日/)
      .filter({ visible: true })
      .first()
      .waitFor();
    await examine(page(), 'calendar-result-derived');
    await first.getByRole('link').first().click();
    await page().getByRole('heading', { level: 1 }).waitFor();
  });

  it('答不上来时说明并可重试，填写的不丢', { timeout: 60_000 }, async () => {
    await goTo('#/law/calendar?year=2025&entering=1');
    await box('文号').fill('某号');
    await page().route('**/api/law/calendar/reading', (route) => route.abort());
    await press('看看会改变什么');
    await main().getByRole('heading', { name: '连不上服务器' }).waitFor();
    expect(await box('文号').inputValue()).toBe('某号');
    await page().unroute('**/api/law/calendar/reading');
  });
});
