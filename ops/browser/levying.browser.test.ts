import { describe, expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';

const { desk, main, page, row } = atTheDesk();

describe('行政征收征用', () => {
  it('WHMZ-ZZ-21-4 只凭通知不能征收，写明条款；写明法规之后启动，案件页是征收的路径', {
    timeout: 120_000,
  }, async () => {
    await desk().signIn('周承办');
    await page().getByRole('link', { name: '案件', exact: true }).click();
    await main().getByRole('link', { name: '登记案源', exact: true }).click();
    await main().getByText('来的是别的事？换一种登记').click();
    await main().getByRole('link', { name: '启动征收征用', exact: true }).click();
    await main().getByRole('heading', { name: '启动征收征用', level: 1 }).waitFor();
    await main().getByText('征收费用', { exact: true }).click();
    await desk().text('事项', '示例公墓维护费的征收');
    for (const add of ['依据', '被征收、征用人（缴费人）'])
      if ((await row(`${add} 1`).count()) === 0)
        await main()
          .getByRole('button', { name: `添加${add}` })
          .click();
    await desk().text('法律、法规或者国家规定的名称', '示例市公墓管理条例', row('依据 1'));
    await desk().text('条款', '第二十二条', row('依据 1'));
    await row('依据 1').getByText('其他规范性文件、通知', { exact: true }).click();
    await desk().text('姓名或者名称', '石岭示例公墓', row('被征收、征用人（缴费人） 1'));
    await desk().select('类型', '其他组织');
    await desk().text('收费的标准', '每穴每年二十元');
    await desk().select('收费的事项是本机关的法定职责', '否');
    await main().getByRole('button', { name: '提交' }).click();
    await main().getByText('不能单独设定义务').first().waitFor();
    await examine(page(), 'levy-refused');
    await row('依据 1').getByText('法规', { exact: true }).click();
    await desk().submit();
    await main().getByRole('heading', { name: '示例公墓维护费的征收', level: 1 }).waitFor();
    await main().getByText('行政征收征用', { exact: true }).first().waitFor();
    expect(await main().getByText('事先告知', { exact: true }).count()).toBe(0);
    await examine(page(), 'levy-case');
  });
});
