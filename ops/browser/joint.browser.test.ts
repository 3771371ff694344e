import { describe, expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';

const { desk, main, page } = atTheDesk();
const title = '联合整治时发现某棋牌协会举办收费游艺活动';
const police = '武汉市公安局示例分局';

describe('联合执法', () => {
  it('NAT-CF-17-1 登记联合执法的机关：写成本机关自己，拒绝，填的还在；改了办成，案件页写明与谁联合', {
    timeout: 120_000,
  }, async () => {
    await desk().signIn('周承办');
    await desk().registerLead(title);

    await desk().open('登记联合执法的机关');
    await desk().text('联合执法的机关', '武汉市民政局');
    await desk().choose('牵头或者配合', '牵头');
    await main().getByRole('textbox', { name: '职权事项', exact: true }).nth(0).fill('治安管理');
    await main().getByRole('textbox', { name: '职权事项', exact: true }).nth(1).fill('社会团体的登记管理');
    await main().getByRole('button', { name: '添加该机关的执法人员' }).click();
    await desk().text('姓名', '武示例');
    await desk().text('执法证件编号', '武公示第3107号');
    await desk().text('安排联合执法的文书（名称、文号）', '《游艺场所联合整治方案》（武整示〔2026〕1 号）');
    await page().getByRole('button', { name: '提交', exact: true }).click();
    await main().getByText('联合执法的机关不能是本机关自己').first().waitFor();
    expect(await main().getByRole('textbox', { name: '执法证件编号', exact: true }).inputValue()).toBe(
      '武公示第3107号',
    );
    await examine(page(), 'joint-refused');
    await desk().text('联合执法的机关', police);
    await desk().submit();
    const section = main().getByRole('region', { name: /^联合执法/ });
    await section.getByText(police).waitFor();
    await section.getByText('尚未登记').waitFor();
    await examine(page(), 'joint-case');
    await section.getByRole('heading').scrollIntoViewIfNeeded();
    await section.evaluate((part) => part.scrollIntoView());
    await examine(page(), 'joint-section', { asItStands: true });
  });

  it('登记结果：不知道结果而没有写理由，拒绝；写明理由办成；列表上标着联合执法', {
    timeout: 120_000,
  }, async () => {
    await desk().signIn('周承办');
    await desk().openCase(title);
    await main().getByRole('link', { name: '登记联合执法机关的结果', exact: true }).first().click();
    await main().getByRole('heading', { name: '登记联合执法机关的结果', level: 2 }).waitFor();
    await desk().choose('该机关的结果', '尚不知道结果');
    await page().getByRole('button', { name: '提交', exact: true }).click();
    await main().getByText('没有写明为什么还不知道结果').first().waitFor();
    await examine(page(), 'joint-result-refused');
    await desk().text('尚不知道结果的理由（不知道的填写）', '三月二十五日去函，尚未答复');
    await desk().submit();
    await main().getByText('三月二十五日去函，尚未答复').first().waitFor();
    await page().getByRole('link', { name: '案件', exact: true }).click();
    const row = main().getByRole('row', { name: new RegExp(title) });
    await row.getByText('联合执法', { exact: true }).waitFor();
    await examine(page(), 'joint-list');
  });

  it('登记退出：写明理由，案件页标着已退出', { timeout: 120_000 }, async () => {
    await desk().signIn('周承办');
    await desk().openCase(title);
    await desk().open('登记退出联合执法');
    await desk().text('退出的理由', '治安管理的事项已经办结');
    await examine(page(), 'joint-leaving');
    await desk().submit();
    const section = main().getByRole('region', { name: /^联合执法/ });
    await section.getByText('已退出').waitFor();
    await section.getByText('治安管理的事项已经办结').waitFor();
  });
});
