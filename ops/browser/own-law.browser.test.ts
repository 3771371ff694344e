import { expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';
import { journey } from './journey.ts';

const { desk, main, page } = atTheDesk({ patience: 30_000 });

async function open(by: string): Promise<void> {
  await desk().signIn(by);
  await page().getByRole('link', { name: '律例', exact: true }).click();
  await page()
    .getByRole('navigation', { name: '律例的各页' })
    .getByRole('link', { name: '自定', exact: true })
    .click();
  await main().getByRole('heading', { name: '自定取值和启用准备', level: 1 }).waitFor();
}

it('自定：承办人只能看；管理员放宽的被拒并说出两个数目，收紧的登记下来，标明与上位不同', {
  timeout: 240_000,
}, async () => {
  await journey([
    [
      '承办人看得到，不能填',
      async () => {
        await open('周承办');
        await main()
          .getByRole('heading', { name: /^自定取值由/ })
          .waitFor();
        await main().getByText('本机关没有自定取值，各项照规则包。').waitFor();
        await main()
          .getByRole('link', { name: /^受委托案件 \d+ 件/ })
          .waitFor();
        expect(await main().getByRole('button', { name: '登记取值' }).count()).toBe(0);
        await examine(page(), 'law-own-read');
      },
    ],
    [
      '放宽的被拒',
      async () => {
        await open('管理员');
        await main().getByRole('combobox', { name: '参数' }).fill('许可、处罚决定的公示期限');
        await page()
          .locator('.ant-select-item-option', { hasText: '许可、处罚决定的公示期限' })
          .first()
          .click();
        await main()
          .getByText(/只能相同或者更小/)
          .waitFor();
        await main().getByRole('spinbutton').fill('30');
        await main().getByRole('textbox', { name: '批准人' }).fill('局长办公会');
        await main().getByRole('textbox', { name: '理由' }).fill('本局案件少，能够办得更快。');
        await main().getByRole('button', { name: '登记取值' }).click();
        await main()
          .getByText(/比上位规定放宽/)
          .waitFor();
        await examine(page(), 'law-own-refused');
      },
    ],
    [
      '收紧的登记下来',
      async () => {
        await main().getByRole('spinbutton').fill('4');
        await main().getByRole('button', { name: '登记取值' }).click();
        await main().getByText('与上位不同 1 项', { exact: true }).waitFor();
        await main().getByText('现在适用', { exact: true }).waitFor();
      },
    ],
    [
      '启用准备：没有岗位的环节说出怎么办，流程图登记之后不再欠缺',
      async () => {
        const charts = main().getByRole('region', { name: '执法流程图', exact: true });
        await charts.getByText('欠缺 5 项', { exact: true }).waitFor();
        await charts.getByRole('button', { name: /^登记行政征收征用流程图$/ }).click();
        await main().getByRole('button', { name: '登记', exact: true }).click();
        await main()
          .getByText(/没有写明文号或者名称或者不适用的理由/)
          .waitFor();
        await main()
          .getByRole('textbox', { name: '没有这类职权的，写明不适用的理由' })
          .fill('三定规定没有这类职权');
        await main().getByRole('button', { name: '登记', exact: true }).click();
        await charts.getByText('欠缺 4 项', { exact: true }).waitFor();
        await examine(page(), 'law-own');
      },
    ],
  ]);
});
