import { describe, expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';

const { desk, main, page, row } = atTheDesk();

describe('行政裁决', () => {
  it('NAT-CJ-1-1 登记一件有申请人、被申请人的裁决申请，案件页各方分开写', { timeout: 120_000 }, async () => {
    await desk().signIn('何协办');
    await page().getByRole('link', { name: '案件', exact: true }).click();
    await main().getByRole('link', { name: '登记案源', exact: true }).click();
    await main().getByText('来的是别的事？换一种登记').click();
    await main().getByRole('link', { name: '登记裁决申请', exact: true }).click();
    await main().getByRole('heading', { name: '登记裁决申请', level: 1 }).waitFor();
    await main().getByText('补偿争议', { exact: true }).click();
    await desk().text('争议的事项', '墓位朝向的补偿争议');
    await desk().text('裁决请求和理由', '请求退还差价六百元，合同约定朝南而实际朝东。');
    for (const add of ['当事人', '当事人', '公布的材料目录所列材料']) {
      const wanted = add === '当事人' && (await row('当事人 1').count()) > 0 ? '当事人 2' : `${add} 1`;
      if ((await row(wanted).count()) === 0)
        await main()
          .getByRole('button', { name: `添加${add}` })
          .click();
    }
    await desk().text('姓名或者名称', '冉示例', row('当事人 1'));
    await row('当事人 1').getByText('申请人', { exact: true }).click();
    await desk().text('姓名或者名称', '石岭示例公墓', row('当事人 2'));
    await row('当事人 2').getByText('被申请人', { exact: true }).click();
    await desk().select('类型', '自然人', 0);
    await desk().select('类型', '其他组织', 1);
    await desk().text('材料名称', '裁决申请书', row('公布的材料目录所列材料 1'));
    await row('公布的材料目录所列材料 1').getByText('齐全并符合形式', { exact: true }).click();
    await desk().text('申请书', '三月二十六日的裁决申请书一份');
    await examine(page(), 'adjudication-register');
    await desk().submit();
    await main().getByRole('heading', { name: '墓位朝向的补偿争议', level: 1 }).waitFor();
    await main().getByText('被申请人', { exact: true }).first().waitFor();
    expect(await main().getByText('事先告知', { exact: true }).count()).toBe(0);
    await examine(page(), 'adjudication-case');
  });

  it('NAT-CJ-1-2 人民法院已经受理同一争议，不能受理，写明条款和怎么办', { timeout: 120_000 }, async () => {
    await desk().open('受理申请');
    await desk().text('授权裁决的依据', '《示例省公墓管理条例》第十七条');
    await main().getByText('是', { exact: true }).first().click();
    await main().getByRole('button', { name: '提交' }).click();
    await main().getByText('人民法院已经受理同一争议，行政机关不再裁决').first().waitFor();
    await examine(page(), 'adjudication-refused');
  });
});
