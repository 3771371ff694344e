import { describe, expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';

const { desk, main, page, row } = atTheDesk();

describe('许可申请', () => {
  it('WHMZ-JL-7-1 从案件页登记一件申请，案件页是许可的路径和行为', { timeout: 120_000 }, async () => {
    await desk().signIn('何协办');
    await page().getByRole('link', { name: '案件', exact: true }).click();
    await main().getByText('其他登记', { exact: true }).click();
    await main().getByRole('link', { name: '登记许可申请', exact: true }).click();
    await main().getByRole('heading', { name: '登记许可申请', level: 1 }).waitFor();
    await desk().text('申请事项', '民办非企业单位成立登记');
    for (const add of ['申请人', '公布的材料目录所列材料'])
      if ((await row(`${add} 1`).count()) === 0)
        await main()
          .getByRole('button', { name: `添加${add}` })
          .click();
    await desk().text('姓名或者名称', '沙湖示例养老服务中心筹备组', row('申请人 1'));
    await desk().select('类型', '其他组织');
    await desk().text('材料名称', '场所使用权证明', row('公布的材料目录所列材料 1'));
    await row('公布的材料目录所列材料 1').getByText('没有提交', { exact: true }).click();
    await desk().text('申请书', '三月二十六日的申请书一份');
    await examine(page(), 'license-register');
    await desk().submit();
    await main().getByRole('heading', { name: '民办非企业单位成立登记', level: 1 }).waitFor();
    await main().getByText('行政许可', { exact: true }).first().waitFor();
    expect(await main().getByText('事先告知', { exact: true }).count()).toBe(0);
    await examine(page(), 'license-case');
  });

  it('NAT-XK-32-4 材料不齐不能受理，写明条款和怎么办；告知补正的内容已经填好', {
    timeout: 120_000,
  }, async () => {
    await desk().open('告知补正');
    expect(await row('须补正的全部内容 1').getByRole('textbox', { name: '材料名称' }).inputValue()).toBe(
      '场所使用权证明',
    );
    await examine(page(), 'license-supplement');
    await desk().text('告知的情况', '当面告知，申请人已签收');
    await desk().submit();
    await main().getByText('补正告知书').first().waitFor();
    await main().getByText('申请材料还不齐全').first().waitFor();
    await examine(page(), 'license-supplemented');
  });
});
