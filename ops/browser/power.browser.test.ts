import { describe, expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';

const { desk, main, page } = atTheDesk();
const title = '来信反映某中心在两区交界处收费办班';

describe('由谁管辖和移送', () => {
  it('NAT-CF-25-2 登记管辖争议；由一方的政府指定，拒绝并说明条款，填的还在；改为共同的上一级，办成', {
    timeout: 120_000,
  }, async () => {
    await desk().signIn('周承办');
    await desk().registerLead(title);

    await desk().open('登记管辖争议');
    await desk().text('争议的对方机关', '示例区民政局');
    await desk().text('共同的上一级行政机关', '武汉市人民政府');
    await desk().text('争议的事项和双方的理由', '两局都收到同一封来信，各自主张管辖');
    await examine(page(), 'power-dispute');
    await desk().submit();

    await desk().open('登记指定管辖');
    await desk().text('指定管辖的机关', '示例区人民政府');
    await desk().text('指定管辖的文号', '示例区政指〔2026〕1 号');
    await page().getByRole('button', { name: '提交', exact: true }).click();
    await main().getByText('管辖争议只能由共同的上一级行政机关指定').first().waitFor();
    await main().getByText('第二十五条第二款').first().waitFor();
    expect(await main().getByRole('textbox', { name: '指定管辖的文号', exact: true }).inputValue()).toBe(
      '示例区政指〔2026〕1 号',
    );
    await examine(page(), 'power-designation-refused');
    await desk().text('指定管辖的机关', '武汉市人民政府');
    await desk().submit();
    await main().getByText('指定管辖').first().waitFor();
  });

  it('NAT-CF-27-3 登记涉嫌犯罪、移送，案卷页写着等待的签收和结果', { timeout: 120_000 }, async () => {
    // Nobody handles a lead yet: what may be a crime is flagged by whoever heads the unit.
    await desk().signIn('郑处长');
    await desk().openCase(title);
    await desk().open('登记涉嫌犯罪');
    await desk().text('涉嫌的罪名', '非法经营罪');
    await desk().text('涉嫌犯罪的事实和理由', '收费名单上的数额可能达到追诉的标准');
    await desk().submit();
    await desk().open('移送司法机关');
    await desk().text('受移送的机关', '武汉市公安局');
    await desk().text('移送的材料', '移送书一份、来信复印件一份');
    await examine(page(), 'power-referral');
    await desk().submit();
    await main().getByText('询问司法机关的处理结果').first().waitFor();
    await examine(page(), 'power-referred');
    await desk().open('登记司法机关的处理结果');
    await desk().choose('处理结果', '不予立案');
    await desk().text('处理结果的文书', '武公不立字〔2026〕示例 5 号不予立案通知书');
    await examine(page(), 'power-result');
    await desk().submit();
  });

  it('NAT-CF-25-1 承办人在机关事务登记他机关的立案', { timeout: 120_000 }, async () => {
    await desk().signIn('周承办');
    await page().getByRole('link', { name: '机关事务', exact: true }).click();
    await main().getByRole('link', { name: '登记他机关立案', exact: true }).first().click();
    await main().getByRole('heading', { name: '登记他机关立案', level: 2 }).waitFor();
    await desk().text('立案的机关', '武汉市文化局');
    await desk().text('立案文号', '武文立字〔2026〕示例 7 号');
    await desk().moment('立案的时刻', '2026-03-20 08:10');
    await desk().text('当事人的姓名或者名称', '示例中心');
    await desk().text('案由', '擅自开展收费活动');
    await desk().text('违法行为发生地', '武汉市江岸区示例路');
    await examine(page(), 'power-other-filing');
    await desk().submit();
  });
});
