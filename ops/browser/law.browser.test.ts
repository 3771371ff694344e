import { describe, expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';

const { desk, main, page } = atTheDesk();

const tab = (label: string) =>
  page().getByRole('navigation', { name: '律例的各页' }).getByRole('link', { name: label });

describe('律例，用鼠标和键盘走一遍', () => {
  it('从导航打开，查找，打开一条；没有找到的说得出来', { timeout: 120_000 }, async () => {
    await desk().signIn('周承办');
    await page().getByRole('link', { name: '律例', exact: true }).click();
    await page().getByRole('heading', { name: '律例', level: 1 }).waitFor();
    await main().getByRole('heading', { name: '行政处罚法', level: 2 }).waitFor();
    expect(await main().innerText()).toContain('主席令第七十号');
    expect(await main().innerText()).toContain('待确认');
    expect(await main().innerText()).toContain('待补原文');
    await examine(page(), 'law');
    await page().keyboard.press('j');
    await page().keyboard.press('Enter');
    await main().locator('details[open]').first().waitFor();
    await page().keyboard.press('Enter');

    const box = main().getByRole('textbox', { name: '查找条款' });
    await box.fill('九十日');
    await main()
      .getByText(/^找到 \d+ 条$/)
      .waitFor();
    await main().getByText('自立案之日的次日起 90 日内作出处罚决定，由承办人承担。').first().waitFor();
    await examine(page(), 'law-found');
    await main().getByRole('button', { name: '清除' }).click();
    expect(await box.inputValue()).toBe('');
    // What an example is refused with is said, not only that it is.
    await box.fill('部门主要负责人尚未审定公示');
    const said = main().locator('q', { hasText: '部门主要负责人尚未审定公示' }).first();
    await said.waitFor();
    expect(await said.innerText()).toContain('报部门主要负责人审定。');
    await said.scrollIntoViewIfNeeded();
    await examine(page(), 'law-refused');
    await box.fill('没有这样的词');
    await main().getByRole('heading', { name: '没有写到「没有这样的词」的条款' }).waitFor();
    await examine(page(), 'law-nothing');
    await main().getByRole('button', { name: '列出全部条款' }).click();

    await box.fill('第60条');
    await main().getByRole('link', { name: '单独打开第六十条', exact: true }).first().click();
    await page().getByRole('heading', { name: '《行政处罚法》第六十条', level: 1 }).waitFor();
    expect(await main().innerText()).toContain('待办「作出处罚决定」');
    await examine(page(), 'law-clause');
    await page().goBack();
    expect(await box.inputValue()).toBe('第60条');
    await main().getByRole('link', { name: '单独打开第六十条', exact: true }).first().waitFor();
  });

  it('参数写明取值和出处，出处打开条款', { timeout: 60_000 }, async () => {
    await tab('参数').click();
    await page().getByRole('heading', { name: '参数', level: 1 }).waitFor();
    const row = main().getByRole('row', { name: /决定书的送达期限/ });
    await row.waitFor();
    expect(await row.innerText()).toMatch(
      /7 个工作日[\s\S]*《行政处罚法》第六十一条第一款[\s\S]*当事人的权利/,
    );
    const own = main().getByRole('row', { name: /审批立案的期限/ });
    expect(await own.innerText()).toMatch(/办法未定，机关自定[\s\S]*办法未定日数/);
    await examine(page(), 'law-params');
    await row.getByRole('link').click();
    await page().getByRole('heading', { name: '《行政处罚法》第六十一条第一款', level: 1 }).waitFor();
  });

  it('日历按年切换；已公布的写通知，没有公布的写暂定', { timeout: 60_000 }, async () => {
    await tab('日历').click();
    await main().getByText('2026 年 248 个工作日').waitFor();
    expect(await main().innerText()).toContain('国办发明电〔2025〕7号');
    const october = main().getByRole('table', { name: /10 月/ });
    expect(await october.getByRole('cell', { name: /^10 ?调休上班/ }).innerText()).toContain('班');
    expect(await october.getByRole('cell', { name: /^1 ?法定节假日/ }).innerText()).toContain('假');
    expect(await main().innerText()).not.toContain('日历是暂定的');
    await examine(page(), 'law-calendar-2026');

    await page().getByRole('navigation', { name: '年份' }).getByRole('link', { name: '2027 暂定' }).click();
    await main().getByRole('heading', { name: '2027 年的日历是暂定的' }).waitFor();
    await main().getByRole('table', { name: /12 月/ }).waitFor();
    expect(await main().innerText()).toContain('《全国年节及纪念日放假办法》第二条');
    await examine(page(), 'law-calendar-2027');
    await page()
      .getByRole('navigation', { name: '年份' })
      .getByRole('link', { name: '2017', exact: true })
      .click();
    await main()
      .getByText(/2017 年 \d+ 个工作日/)
      .waitFor();
  });

  it('别处的条款引用通到这里；地址不对的条款、年份说得出来', { timeout: 60_000 }, async () => {
    await page().getByRole('link', { name: '待办', exact: true }).click();
    await main()
      .getByRole('button', { name: /第.+条/ })
      .first()
      .click();
    await page().getByRole('link', { name: '在律例中查看' }).click();
    await page()
      .getByRole('heading', { name: /^《.+》第.+条/, level: 1 })
      .waitFor();
    await page().evaluate(() => (window.location.hash = '#/law/clause/none'));
    await page().getByRole('heading', { name: '今天适用的律例里没有这一条' }).waitFor();
    await examine(page(), 'law-lost');
    await page().evaluate(() => (window.location.hash = '#/law/calendar?year=2099'));
    await main().getByText('没有找到这一年的日历').waitFor();
  });

  it('服务器答不上来时说明并可重试', { timeout: 60_000 }, async () => {
    await page().route('**/api/law', (route) => route.abort());
    await page().getByRole('link', { name: '律例', exact: true }).click();
    await main().getByRole('heading', { name: '连不上服务器' }).waitFor();
    await examine(page(), 'law-failed');
    await page().unroute('**/api/law');
    await main().getByRole('button', { name: '重试' }).click();
    await main().getByRole('heading', { name: '行政处罚法', level: 2 }).waitFor();
  });

  it('新装的规则包有误的，说明照旧用原来的、错在哪里', { timeout: 60_000 }, async () => {
    await page().route('**/api/law', async (route) => {
      const response = await route.fetch();
      const refused = [
        'packs/trial/mistaken/2026-01-01/rules.yaml 第 12 行（NAT-CF-57-1）：没有叫 case.sealed 的事实。改成下列之一。',
      ];
      await route.fulfill({ response, json: { ...(await response.json()), refused } });
    });
    await page().reload();
    await main().getByRole('heading', { name: '新装的规则包有误，没有采用' }).waitFor();
    await main().getByRole('heading', { name: '行政处罚法', level: 2 }).waitFor();
    await examine(page(), 'law-refused', { latin: true });
    await page().unroute('**/api/law');
  });

  it('印出来的是全部内容：规则、示例都展开', { timeout: 60_000 }, async () => {
    // 一条也没有打开过的，印出来也是全的。
    await page().getByRole('link', { name: '律例', exact: true }).click();
    await main().getByRole('heading', { name: '行政处罚法', level: 2 }).waitFor();
    expect(await main().locator('details[open]').count()).toBe(0);
    await page().emulateMedia({ media: 'print' });
    const sentence = main().getByText('自立案之日的次日起 90 日内作出处罚决定，由承办人承担。').first();
    await sentence.waitFor();
    expect(await page().getByRole('navigation', { name: '律例的各页' }).isVisible()).toBe(false);
    await page().emulateMedia({ media: 'screen' });
  });
});
