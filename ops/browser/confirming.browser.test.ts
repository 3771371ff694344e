import { describe, expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';

const { desk, main, page, row } = atTheDesk();

describe('行政确认', () => {
  it('WHMZ-JL-2-4 从登记页换一种登记，登记一件确认申请，案件页是确认的路径和称呼', {
    timeout: 120_000,
  }, async () => {
    await desk().signIn('何协办');
    await page().getByRole('link', { name: '案件', exact: true }).click();
    await main().getByRole('link', { name: '登记案源', exact: true }).click();
    await main().getByText('来的是别的事？换一种登记').click();
    await examine(page(), 'openings');
    await main().getByRole('link', { name: '登记确认申请', exact: true }).click();
    await main().getByRole('heading', { name: '登记确认申请', level: 1 }).waitFor();
    await main().getByText('慈善组织认定', { exact: true }).click();
    await desk().text('申请确认的事项', '梅园示例救助中心认定为慈善组织');
    for (const add of ['申请人', '公布的材料目录所列材料'])
      if ((await row(`${add} 1`).count()) === 0)
        await main()
          .getByRole('button', { name: `添加${add}` })
          .click();
    await desk().text('姓名或者名称', '梅园示例救助中心', row('申请人 1'));
    await desk().select('类型', '其他组织');
    await desk().text('材料名称', '认定申请书', row('公布的材料目录所列材料 1'));
    await row('公布的材料目录所列材料 1').getByText('齐全并符合形式', { exact: true }).click();
    await desk().text('申请书', '三月二十六日的认定申请书一份');
    await examine(page(), 'confirmation-register');
    await desk().submit();
    await main().getByRole('heading', { name: '梅园示例救助中心认定为慈善组织', level: 1 }).waitFor();
    await main().getByText('行政确认', { exact: true }).first().waitFor();
    await main().getByText('申请人', { exact: true }).first().waitFor();
    expect(await main().getByText('事先告知', { exact: true }).count()).toBe(0);
    await examine(page(), 'confirmation-case');
  });

  it('NAT-GY-5-4 受理之后，案件页写明二十个工作日之内作出决定', {
    timeout: 120_000,
  }, async () => {
    await desk().open('受理申请');
    await desk().submit();
    await main().getByText('出具书面凭证', { exact: true }).first().waitFor();
    await main().getByText('作出确认决定', { exact: true }).locator('visible=true').first().waitFor();
    await examine(page(), 'confirmation-accepted');
  });
});
