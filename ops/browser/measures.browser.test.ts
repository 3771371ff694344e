import { describe, expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';

const { desk, main, page, row } = atTheDesk();
const title = '违反规定接受捐赠';
const party = '晴川示例围棋培训中心';
const basis = /示例社会服务条例/;

/** What the agency may do, entered as an import would: the statute is invented. */
async function enterPower(): Promise<void> {
  const competence = await desk().send({
    ...{ id: '01J0000000000000000000MEA1', name: 'agency.register-competence' },
    input: {
      ...{ id: 'measures', item: '社会组织的行政处罚', region: '武汉市', source: 'statute' },
      ...{ document: '示例社会服务条例', article: '第十二条', from: '2018-05-01' },
      measures: ['sealing-up', 'impoundment'],
    },
  });
  const article = await desk().send({
    ...{ id: '01J0000000000000000000MEA2', name: 'agency.register-basis' },
    input: {
      ...{ id: 'fuwu-12', instrument: '示例社会服务条例', article: '第十二条', edition: '2018 年' },
      ...{ rank: 'administrative-regulation', publishedOn: '2018-03-01', publishedIn: '示例公报' },
      ...{ from: '2018-05-01', kinds: ['warning', 'confiscation-of-property'] },
    },
  });
  expect([competence, article]).toEqual([201, 201]);
}

/** The one of that party that is being investigated: another of the same title has other parties. */
async function openCase(): Promise<void> {
  await page().getByRole('link', { name: '案件', exact: true }).click();
  const line = main().getByRole('row').filter({ hasText: party }).filter({ hasText: title });
  await line.getByRole('link').first().click();
  await page().getByRole('heading', { name: title, level: 1 }).waitFor();
}

const choosing = (label: string) => main().getByRole('group', { name: label, exact: true }).first();
async function tick(label: string, choice: RegExp | string): Promise<void> {
  await choosing(label).getByRole('checkbox', { name: choice }).first().check();
}
async function refusedFor(words: RegExp | string): Promise<void> {
  await page().getByRole('button', { name: '提交', exact: true }).click();
  await main().getByText(words).first().waitFor();
}

describe('行政强制措施', () => {
  it('NAT-QZ-22-1 没有授予的措施提请不了，写明条款，填的还在；改为授予的，报负责人批准', {
    timeout: 120_000,
  }, async () => {
    await desk().signIn('管理员');
    await enterPower();
    await desk().signIn('周承办');
    await openCase();
    await desk().open('提请采取强制措施');
    await desk().choose('措施的种类', '冻结存款、汇款');
    await desk().choose('措施的目的', '防止证据损毁');
    await tick('采取措施的依据', basis);
    await desk().text('采取措施的必要性', '电脑里的收费数据可能被删除，事后难以恢复。');
    await desk().text('拟采取措施的场所、设施或者财物', '收取赞助费用的电脑和账册');
    await desk().text('是否轻微、可以不采取', '收费持续数月，不属于情节显著轻微。');
    await refusedFor('没有明文授予的这种措施的职权');
    expect(await main().getByRole('textbox', { name: '拟采取措施的场所、设施或者财物' }).inputValue()).toBe(
      '收取赞助费用的电脑和账册',
    );
    await examine(page(), 'measure-request-refused');
    await desk().choose('措施的种类', '扣押财物');
    await desk().submit();

    await desk().signIn('吴负责');
    await openCase();
    await desk().open('审批');
    await desk().choose('审批事项', '强制措施');
    await desk().choose('意见', '同意');
    await desk().text('审批意见', '同意扣押，逐件列明。');
    await desk().submit();
  });

  it('NAT-QZ-18-3 有人没有出示证件，被拒并写明条款；都出示了、清单与决定书的件数相符，财物列进台账', {
    timeout: 180_000,
  }, async () => {
    await desk().signIn('周承办');
    await openCase();
    await desk().open('制作强制措施决定书');
    await desk().choose('措施的种类', '扣押财物');
    await desk().choose('措施的目的', '防止证据损毁');
    await tick('采取措施的依据', basis);
    await desk().moment('措施到哪一日为止', '2026-04-24');
    await desk().text('决定书写明的件数', '3');
    await desk().text('采取措施的理由', '电脑里的收费数据可能被删除，需要扣押核查。');
    await desk().text(
      '申请行政复议或者提起行政诉讼的途径和期限',
      '六十日内可以向武汉市人民政府申请行政复议，六个月内可以向有管辖权的人民法院起诉。',
    );
    await examine(page(), 'measure-decision');
    await desk().submit();

    await desk().open('实施强制措施');
    await desk().choose('措施的种类', '扣押财物');
    await desk().choose('情况紧急，来不及先报批准', '否');
    await tick('出示了执法证件的人员', /周承办/);
    for (const [at, [name, quantity]] of [
      ['台式电脑', '1'],
      ['收费账册', '2'],
    ].entries()) {
      const line = row(`查封扣押清单 ${at + 1}`);
      if ((await line.count()) === 0) await main().getByRole('button', { name: '添加查封扣押清单' }).click();
      await desk().text('名称', String(name), line);
      await desk().text('数量', String(quantity), line);
      await desk().text('状态', '完好', line);
      await desk().text('存放处', '本局物证室', line);
      await desk().text('与违法行为的关联', '记载收费的数额', line);
    }
    const now = await desk().now();
    await desk().moment('结束时刻', now);
    await desk().moment('出示执法证件的时刻', now);
    await desk().moment('通知的时刻', now);
    await desk().choose('通知当事人到场的方式', '电话');
    await desk().choose('当事人是否到场', '到场');
    for (const [label, text] of [
      ['当场告知的理由', '收费数据可能被删除。'],
      ['当场告知的依据', '《示例社会服务条例》第十二条'],
      ['当场告知的权利', '有权陈述、申辩，执法人员应当听取。'],
      ['当场告知的救济途径', '六十日内向武汉市人民政府申请行政复议，六个月内向有管辖权的人民法院起诉。'],
      ['当事人的陈述和申辩', '无陈述申辩'],
      ['实施地点', '该中心办公室'],
      ['实施的经过', '逐件清点、拍照、贴封，当事人在旁核对。'],
      ['在笔录上签名的执法人员人数', '2'],
      ['决定书当场签收人', '柯示例'],
      ['交付当事人的清单（签收人）', '柯示例'],
      ['本机关留存的清单（保管人）', '何协办'],
    ] as const)
      await desk().text(label, text);
    await desk().choose('当事人对告知的签收', '逐页签名');
    await desk().choose('当事人在笔录上签名', '逐页签名');
    await refusedFor('有人没有出示执法证件');
    await examine(page(), 'measure-taking-refused');
    await tick('出示了执法证件的人员', /何协办/);
    await desk().submit();
    const custody = main().getByRole('region', { name: /财物/ }).first();
    await custody.getByText('台式电脑').waitFor();
    await custody.scrollIntoViewIfNeeded();
    await examine(page(), 'measure-custody', { asItStands: true });
  });

  it('NAT-QZ-28-1 解除之后逐件退还，台账上写明去向', { timeout: 120_000 }, async () => {
    await desk().open('解除强制措施');
    await desk().choose('解除的情形', '其他不再需要的情形');
    await desk().text('解除的理由', '收费数据已经固定，不再需要扣押。');
    await desk().submit();
    await desk().signIn('何协办');
    await openCase();
    await desk().open('退还查封扣押的财物');
    await examine(page(), 'measure-return');
    for (const [at, thing] of [/台式电脑/, /收费账册/].entries()) {
      const line = row(`退还的财物 ${at + 1}`);
      if ((await line.count()) === 0) await main().getByRole('button', { name: '添加退还的财物' }).click();
      const choices = line
        .getByRole('combobox', { name: '财物' })
        .or(line.getByRole('group', { name: '财物' }));
      await choices.first().waitFor();
      if ((await line.getByRole('radio', { name: thing }).count()) > 0)
        await line.getByRole('radio', { name: thing }).check();
      else {
        await line.getByRole('combobox', { name: '财物' }).click();
        await page().locator('.ant-select-dropdown:visible').getByTitle(thing).first().click();
      }
      await desk().text('退还的数量', String(at + 1), line);
      await desk().text('状态', '完好', line);
    }
    await desk().text('签收人', '柯示例');
    await desk().choose('当事人签收', '逐页签名');
    await desk().submit();
    const custody = main().getByRole('region', { name: /财物/ }).first();
    await custody.getByText(/退还/).first().waitFor();
    await custody.scrollIntoViewIfNeeded();
    await examine(page(), 'measure-returned', { asItStands: true });
    expect(await main().getByText(party).first().isVisible()).toBe(true);
  });
});
