import { describe, expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';

const { desk, main, page } = atTheDesk();
const openAgency = async (): Promise<void> => {
  await page().getByRole('link', { name: '机关事务', exact: true }).click();
  await main().getByRole('heading', { name: '离岗和代签' }).waitFor();
};

describe('负责人不在', () => {
  it('机关事务页写明谁代谁签；两次点击就能登记自己离岗和授权代签', { timeout: 120_000 }, async () => {
    await desk().signIn('郑处长');
    await openAgency();
    await main().getByText('冯副局（代郑处长）').waitFor();
    await examine(page(), 'agency-absences');

    // 人员和起始日已经填好，只要写原因和到哪一日。
    await main().getByRole('link', { name: '登记离岗', exact: true }).click();
    await main().getByRole('heading', { name: '登记离岗', level: 2 }).waitFor();
    await examine(page(), 'agency-register-absence');
    await desk().select('原因', '出差');
    await desk().moment('至', '2026-04-03');
    await desk().submit();
    await main().getByText('郑处长 不在').waitFor();

    // 授权的起止就是离岗的起止；不得授权的事项被拒，写明怎么办。
    await main().getByRole('link', { name: '授权代签', exact: true }).click();
    await main().getByRole('heading', { name: '授权代签', level: 2 }).waitFor();
    await desk().select('代签人', '冯副局（局领导）');
    await main().getByRole('checkbox', { name: '审定公示', exact: true }).check();
    await main().getByRole('checkbox', { name: '决定回避', exact: true }).check();
    await desk().text('授权书的文号', '示民授〔2026〕5 号');
    await page().getByRole('button', { name: '提交', exact: true }).click();
    await main().getByText('不得授权代签').first().waitFor();
    await examine(page(), 'agency-delegate-refused');
  });

  it('待办里写明代谁；表单缺省以其名义，案卷上显示本人和被代理人', { timeout: 120_000 }, async () => {
    await desk().signIn('冯副局');
    const duty = main()
      .getByRole('link', { name: /代郑处长 审定公示/ })
      .first();
    await duty.waitFor();
    await examine(page(), 'worklist-delegate');
    await duty.click();
    await main().getByRole('heading', { name: '审批', level: 2 }).waitFor();
    await main().getByRole('group', { name: '以谁的名义' }).waitFor();
    expect(
      await main()
        .getByRole('radio', { name: /冯副局代郑处长/ })
        .isChecked(),
    ).toBe(true);
    await examine(page(), 'approve-for-another');
  });
});
