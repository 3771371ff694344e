import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';

const { desk, main, page, row } = atTheDesk();
const region = (name: RegExp) => main().getByRole('region', { name });
const party = '长江示例行业促进会';

/** Entered as an import would: the form of a basis has been tried where it is drawn. */
async function enterBasis(): Promise<void> {
  const status = await desk().send({
    ...{ id: '01J00000000000000000000WGH', name: 'agency.register-basis' },
    input: {
      ...{ id: 'shili', instrument: '示例评比活动条例', article: '第九条', edition: '2018 年' },
      ...{ rank: 'administrative-regulation', publishedOn: '2018-03-01', publishedIn: '示例公报' },
      ...{ from: '2018-05-01', kinds: ['fine'], fineFrom: 1_000_000, fineUpTo: 3_000_000 },
    },
  });
  expect(status).toBe(201);
}

async function add(what: string, within: Locator = main()): Promise<void> {
  await within.getByRole('button', { name: `添加${what}`, exact: true }).click();
}

const within = (outer: Locator, name: string) => outer.getByRole('group', { name, exact: true });

describe('裁量因素', () => {
  it('登记有因素的裁量基准：有一种情形没有档次，说出是哪一种；补上之后清单列出因素和各档的条件', {
    timeout: 120_000,
  }, async () => {
    await desk().signIn('孙法审');
    await enterBasis();
    await page().getByRole('link', { name: '机关事务', exact: true }).first().click();
    await main().getByRole('link', { name: '权责清单', exact: true }).click();
    await main().getByRole('link', { name: '登记裁量基准', exact: true }).click();
    await main().getByRole('heading', { name: '登记裁量基准', level: 2 }).waitFor();
    await desk().text('裁量基准的名称', '示例评比活动裁量基准');
    await desk().text('版本', '2026 年版');
    await desk().choose('所细化的依据', '《示例评比活动条例》（2018 年）第九条（行政法规）');
    await desk().moment('施行日期', '2026-01-01');
    await desk().moment('公布日期', '2026-01-01');
    await desk().text('公布载体', '示例市民政局网站');

    await add('裁量因素');
    const fees = row('裁量因素 1');
    await desk().text('因素的名称', '违规收取的金额', fees);
    await fees.getByRole('radio', { name: '按金额分段', exact: true }).check();
    await desk().text('名称', '不满五万元', within(fees, '金额的分段 1'));
    await desk().text('上限（不含本数；最高一段不填）', '50000', within(fees, '金额的分段 1'));
    await add('金额的分段', fees);
    await desk().text('名称', '五万元以上', within(fees, '金额的分段 2'));
    await desk().text('下限（含本数；最低一段不填）', '50000', within(fees, '金额的分段 2'));
    await add('裁量因素');
    const mended = row('裁量因素 2');
    await desk().text('因素的名称', '改正情况', mended);
    await mended.getByRole('radio', { name: '从选项中认定', exact: true }).check();
    for (const [at, label] of ['已经退还', '拒不退还'].entries()) {
      if (at > 0) await add('选项', mended);
      await desk().text('名称', label, within(mended, `选项 ${at + 1}`));
    }

    const mild = row('档次 1');
    await desk().text('档次', '较轻', mild);
    await desk().text('罚款的下限', '10000', mild);
    await desk().text('罚款的上限', '20000', mild);
    await add('适用的条件（其余情形的档次不填）', mild);
    const need = within(mild, '适用的条件（其余情形的档次不填） 1');
    await desk().text('因素', '改正情况', need);
    await desk().text('选项', '已经退还', need);
    await page().getByRole('button', { name: '提交', exact: true }).click();
    await main()
      .getByText(/改正情况为「拒不退还」时，没有一个档次适用/)
      .first()
      .waitFor();
    expect(await mild.getByRole('textbox', { name: '罚款的上限' }).inputValue()).toBe('20000');
    await fees.scrollIntoViewIfNeeded();
    await examine(page(), 'benchmark-factors-refused', { asItStands: true });

    await add('档次');
    const grave = row('档次 2');
    await desk().text('档次', '较重', grave);
    await desk().text('罚款的下限', '20000', grave);
    await desk().text('罚款的上限', '30000', grave);
    await desk().submit();
    const shown = region(/裁量基准/);
    await shown.getByRole('table', { name: /评比活动.*的裁量因素$/ }).waitFor();
    await shown.getByText('其余情形', { exact: true }).first().waitFor();
    await shown.getByText(/不满五万元（不满 50,000.00 元）/).waitFor();
    await shown.getByRole('table').first().scrollIntoViewIfNeeded();
    await examine(page(), 'benchmark-factors', { asItStands: true });
  });

  it('NAT-27-11-1 逐项认定：边答边显示还差哪一项、属于哪一档和为什么；没有选证据的被拒，填的还在', {
    timeout: 120_000,
  }, async () => {
    await desk().signIn('何协办');
    await page().getByRole('link', { name: '案件', exact: true }).click();
    // Several cases are about the same thing: this one is told by its party.
    await main().getByRole('row').filter({ hasText: party }).first().getByRole('link').first().click();
    await region(/现在可以办/).waitFor();
    await desk().open('认定裁量因素');
    await desk().choose('裁量基准', '示例评比活动裁量基准（2026 年版）（2026 年 1 月 1 日施行）');
    const status = main().getByRole('status').filter({ hasText: '档次' });
    await status.getByText(/还没有认定：违规收取的金额、改正情况/).waitFor();
    await desk().choose('当事人', party);
    const fees = row('违规收取的金额');
    await desk().text('金额', '90000', fees);
    await status.getByText(/还没有认定：改正情况/).waitFor();
    const mended = row('改正情况');
    await mended.getByRole('radio', { name: '拒不退还', exact: true }).check();
    await status.getByText('较重', { exact: true }).waitFor();
    await status.getByText(/违规收取的金额：五万元以上；改正情况：拒不退还/).waitFor();

    const proof = mended.getByRole('checkbox').first();
    await proof.uncheck();
    await page().getByRole('button', { name: '提交', exact: true }).click();
    await main()
      .getByText(/请选择证明这一项的证据/)
      .first()
      .waitFor();
    expect(await mended.getByRole('radio', { name: '拒不退还', exact: true }).isChecked()).toBe(true);
    await mended.scrollIntoViewIfNeeded();
    await examine(page(), 'factors-refused', { asItStands: true });
    await proof.check();
    await status.scrollIntoViewIfNeeded();
    await examine(page(), 'factors', { asItStands: true });
    await desk().submit();
    await main()
      .getByRole('link', { name: /的裁量因素认定/ })
      .first()
      .click();
    await main().getByText('所属档次').first().waitFor();
    await main()
      .getByText(/较重（20,000.00 元至 30,000.00 元）/)
      .first()
      .waitFor();
    await main().getByText('所属档次').first().scrollIntoViewIfNeeded();
    await examine(page(), 'factors-entry', { asItStands: true });
  });

  it('告知书的表单已经选好认定的档次', { timeout: 60_000 }, async () => {
    await desk().open('制作事先告知书');
    await main()
      .getByText(/按裁量因素认定：长江示例行业促进会/)
      .first()
      .waitFor();
    await main()
      .getByText(/按裁量因素认定/)
      .first()
      .scrollIntoViewIfNeeded();
    await examine(page(), 'factors-notice', { asItStands: true });
  });
});
