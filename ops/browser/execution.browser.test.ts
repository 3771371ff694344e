import { describe, expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';

const { desk, main, page, row, url } = atTheDesk();

describe('强制执行', () => {
  it('NAT-QZ-34-1 从案件页登记一件强制执行，案件页是执行的路径和行为', { timeout: 120_000 }, async () => {
    await desk().signIn('何协办');
    await page().getByRole('link', { name: '案件', exact: true }).click();
    await main().getByText('其他登记', { exact: true }).click();
    await main().getByRole('link', { name: '登记强制执行', exact: true }).click();
    await main().getByRole('heading', { name: '登记强制执行', level: 1 }).waitFor();
    await desk().text('执行的事项', '缴纳应缴款一万元');
    await desk().text('决定书文号', '武民征决字〔2026〕9号');
    await desk().moment('决定作出之日', '2026-02-09');
    await desk().moment('决定书送达之日', '2026-02-10');
    await desk().moment('履行期限的末日', '2026-02-28');
    await desk().text('义务的内容', '缴纳应缴款一万元。');
    await desk().text('应当缴纳的金额（本金）', '10000');
    if ((await row('被执行人 1').count()) === 0)
      await main().getByRole('button', { name: '添加被执行人' }).click();
    await desk().text('姓名或者名称', '沙湖示例养老服务中心', row('被执行人 1'));
    await desk().select('类型', '民办非企业单位');
    await examine(page(), 'execution-register');
    await desk().submit();
    await main().getByRole('heading', { name: '缴纳应缴款一万元', level: 1 }).waitFor();
    await main().getByText('行政强制执行', { exact: true }).first().waitFor();
    await main().getByText('被执行人', { exact: true }).first().waitFor();
    expect(await main().getByText('事先告知', { exact: true }).count()).toBe(0);
    await examine(page(), 'execution-case');
  });

  it('NAT-QZ-35-1 催告书缺了金额不能制作，写明条款；补上之后印得出来', { timeout: 120_000 }, async () => {
    await desk().open('制作履行催告书');
    expect(await main().getByRole('checkbox', { name: '沙湖示例养老服务中心' }).isChecked()).toBe(true);
    await desk().text('履行义务的期限', '自收到本催告书之日起十个工作日');
    await desk().text('履行义务的方式', '到指定银行缴清。');
    await page().getByRole('button', { name: '提交', exact: true }).click();
    await main().getByText('金额和给付方式没有填写').first().waitFor();
    await examine(page(), 'execution-demand');
    await desk().text('金额和给付方式', '一万元，存入指定银行');
    await desk().submit();
    await main().getByText('履行催告书').first().waitFor();
    await examine(page(), 'execution-demanded');
  });

  it('NAT-QZ-52-1 不能等的从同一处登记；案件按种类筛选', {
    timeout: 120_000,
  }, async () => {
    await page().getByRole('link', { name: '案件', exact: true }).click();
    await main().getByText('其他登记', { exact: true }).click();
    await main().getByRole('link', { name: '立即代履行', exact: true }).click();
    await main().getByRole('heading', { name: '立即代履行', level: 1 }).waitFor();
    await examine(page(), 'execution-clearance');
    await page().getByRole('link', { name: '案件', exact: true }).click();
    await page().goto(`${url()}/workbench/#/cases?enforcement=execution`);
    await main().getByText('缴纳应缴款一万元').first().waitFor();
    expect(await main().getByText('民办非企业单位成立登记').count()).toBe(0);
    await examine(page(), 'execution-list');
  });
});
