import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';

const packs = fileURLToPath(new URL('../../api/src/testing/packs', import.meta.url));
const { desk, main, page } = atTheDesk({ packs });

async function openAgency(): Promise<void> {
  await page().getByRole('link', { name: '机关事务', exact: true }).click();
  await page().getByRole('heading', { name: '机关事务', level: 1 }).waitFor();
  await main()
    .getByRole('heading', { name: /本机关的义务/ })
    .waitFor();
}

describe('机关自己的事，用角色按钮办', () => {
  it('待办里写明是机关事项，点开就是机关事务；更新之后不再欠着', { timeout: 120_000 }, async () => {
    await desk().signIn('何协办');
    await main().getByText('机关事项').first().waitFor();
    await examine(page(), 'worklist-clerk');
    await main()
      .getByRole('link', { name: /更新公示内容/ })
      .click();
    await page().getByRole('heading', { name: '机关事务', level: 1 }).waitFor();
    await main()
      .getByRole('heading', { name: /本机关的义务/ })
      .waitFor();
    await examine(page(), 'agency');

    await main()
      .getByRole('button', { name: /更新公示内容的期限/ })
      .first()
      .click();
    await page().getByText('的次日起计算 20 个工作日').first().waitFor();
    await page().keyboard.press('Escape');

    // 键盘：j 到第一件，回车打开表单；只有一项变动，已经选好
    await page().locator('.page').focus();
    await page().keyboard.press('j');
    await page().keyboard.press('Enter');
    await main().getByRole('heading', { name: '更新公示内容', level: 2 }).waitFor();
    await main().getByText('所依据的登记管理条例经修改重新公布').first().waitFor();
    await examine(page(), 'agency-update');
    await desk().submit();
    await main().getByText('「更新公示内容」已经办好').waitFor();
    // The list is read again after the act: what is no longer owed goes from it then, not at once.
    await main()
      .getByRole('link', { name: /更新公示内容 ·/ })
      .first()
      .waitFor({ state: 'detached' });
    expect(
      await main()
        .getByRole('link', { name: /更新公示内容 ·/ })
        .count(),
    ).toBe(0);
  });

  it('期间没有结束就公示，被拒并说明；填的还在', { timeout: 60_000 }, async () => {
    await openAgency();
    await desk().open('汇总公示');
    await desk().select('期间', '2026 年 3 月（行政检查结果，尚未结束）');
    await chooseList();
    await desk().text('条数', '2');
    await page().getByRole('button', { name: '提交', exact: true }).click();
    await main().getByText('2026 年 3 月还没有结束').first().waitFor();
    expect(await main().getByRole('textbox', { name: '条数', exact: true }).inputValue()).toBe('2');
    await examine(page(), 'agency-refused');
  });

  it('不是其职务的，写明由谁办', { timeout: 60_000 }, async () => {
    await desk().signIn('周承办');
    await openAgency();
    // Another agency tells whoever works on such a matter of its filing; the rest is kept by others.
    await main().getByText('登记他机关立案', { exact: true }).first().waitFor();
    await main().getByText('这一事项不由本人办理。请内勤、部门主要负责人或者管理员办理').first().waitFor();
    await examine(page(), 'agency-others');
  });

  it('读不出来的，说明并可以重试；正在读的留着位置', { timeout: 60_000 }, async () => {
    await page().route('**/api/agency', (route) => route.abort());
    await page().reload();
    await main().getByText('连不上服务器').waitFor();
    await examine(page(), 'agency-failed');
    await page().unroute('**/api/agency');
    await main().getByRole('button', { name: '重试' }).click();
    await main()
      .getByRole('heading', { name: /本机关的义务/ })
      .waitFor();
  });
});

describe('相互矛盾的规定', () => {
  const lead = '来信反映某社团的规定两样';

  it('被拒的看到两条规定，报请裁定；法制审核人员裁定之后办得成', { timeout: 120_000 }, async () => {
    await desk().signIn('管理员');
    const status = await desk().send({
      id: '01J00000000000000000000BND',
      name: 'agency.bind-law',
      input: {
        packs: ['wuhan-civil-affairs/own-decisions/2026-01-01', 'trial/special/2026-01-01'],
        from: '2026-03-26',
      },
    });
    expect(status).toBe(201);

    await desk().signIn('周承办');
    await page().getByRole('link', { name: '案件', exact: true }).click();
    await page()
      .getByRole('link', { name: '登记案源' })
      .or(page().getByRole('button', { name: '登记案源' }))
      .first()
      .click();
    await desk().select('案件来源', '投诉举报');
    await desk().select('投诉举报渠道', '来信');
    await desk().select('是否实名', '匿名');
    await desk().text('线索摘要', `${lead}，请予查明。`);
    await desk().submit();
    await page().getByRole('heading', { name: lead, level: 1 }).waitFor();
    for (const person of ['周承办', '郑处长', '吴负责']) {
      await desk().signIn(person);
      await desk().openCase(lead);
      await desk().open('审批');
      await desk().text('审批意见', '情况属实，建议立案。');
      await desk().submit();
    }
    await desk().signIn('周承办');
    await desk().openCase(lead);
    await main().getByText('两条规定同时适用而结论不同').first().waitFor();
    expect(await main().innerText()).toContain('《试验细则》第七条：立案前的等待期为 5。');
    await examine(page(), 'contradiction');
    await main().getByRole('button', { name: '报请裁定' }).first().click();
    await main().getByText('已报请裁定，').first().waitFor();

    await desk().signIn('孙法审');
    await openAgency();
    await examine(page(), 'agency-contradictions');
    await main().getByRole('link', { name: '去裁定适用的规定' }).click();
    const follows = main().getByRole('group', { name: '适用的规定', exact: true });
    await follows.getByRole('radio', { name: /《试验细则》第七条/ }).check();
    const leaves = main().getByRole('group', { name: '不适用的规定', exact: true });
    await leaves.getByRole('checkbox', { name: /《试验总则》第一条/ }).check();
    await desk().text('理由', '细则是特别规定，优先适用');
    await examine(page(), 'agency-settle');
    await desk().submit();
    await main().getByText('已经裁定 1').waitFor();

    await desk().signIn('周承办');
    await desk().openCase(lead);
    expect(await main().innerText()).not.toContain('两条规定同时适用');
    await main().getByRole('link', { name: '立案', exact: true }).first().waitFor();
  });
});

describe('机关更名', () => {
  it('启用之日写今日，被拒并说最早哪一日，填的还在；改为以后的一日，页上写明新名和原名', {
    timeout: 60_000,
  }, async () => {
    await desk().signIn('管理员');
    await openAgency();
    await desk().open('登记机关更名');
    await desk().text('新的机关名称', '武汉市社会工作局');
    await desk().text('新的机关代字', '武社');
    await desk().text('批准文号', '武编〔2026〕12 号');
    await desk().moment('启用之日', '2026-03-26');
    await page().getByRole('button', { name: '提交', exact: true }).click();
    await main().getByText('最早自 2026 年 3 月 27 日起启用').first().waitFor();
    expect(await main().getByRole('textbox', { name: '新的机关名称', exact: true }).inputValue()).toBe(
      '武汉市社会工作局',
    );
    await examine(page(), 'agency-rename-refused');
    await desk().moment('启用之日', '2026-04-01');
    await desk().submit();
    const renamed = main().getByRole('region', { name: '更名' });
    await renamed.getByText('武汉市社会工作局（文号用“武社”）').waitFor();
    await renamed.getByText('启用，此前仍用原名').waitFor();
    await renamed.scrollIntoViewIfNeeded();
    await examine(page(), 'agency-renamed', { asItStands: true });
  });
});

async function chooseList(): Promise<void> {
  const group = main().getByRole('group', { name: '公示的内容', exact: true });
  if ((await group.count()) > 0) await group.getByRole('radio', { name: '行政检查结果' }).check();
  else await desk().select('公示的内容', '行政检查结果');
}
