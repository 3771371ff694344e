import { fileURLToPath } from 'node:url';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgencyView, CaseView, FormView, Problem, RefusalView, Worklist } from './contract/index.ts';
import {
  administrator,
  answerTo,
  CaseAtWork,
  clockOf,
  handler,
  second,
  unitHead,
} from './testing/case-at-work.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { verifiedAgain } from './testing/verified-again.ts';

const agency = 'wuhan-civil-affairs';
const clerk = second;
const reviewer = '孙法审';
const own = 'wuhan-civil-affairs/own-decisions/2026-01-01';
const justice = 'wuhan-justice/three-systems/2020-06-16';
const identifier = /[A-Za-z]{2,}|undefined|\{/;

let house: TestInstance;
beforeAll(async () => {
  house = await testInstance({ packs: fileURLToPath(new URL('testing/packs', import.meta.url)) });
});
afterAll(() => house.end());

async function read<T>(by: string, path: string): Promise<T> {
  const response = await house.client.request(by, 'GET', path);
  if (!response.ok) throw new Error(`${path}:${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
const page = (by: string): Promise<AgencyView> => read(by, '/api/agency');
const form = (by: string, act: string): Promise<FormView> => read(by, `/api/agency/forms/${act}`);
const owed = async (by: string) => (await read<Worklist>(by, '/api/worklist')).rows;
const options = (of: FormView, name: string) => of.input.find((field) => field.name === name)?.options ?? [];

async function act(by: string, name: string, input: object, record: object = {}) {
  const sent = { id: ulid(), name, input, record, occurredAt: await clockOf(house.client) };
  return answerTo(house.client, by, sent);
}
async function done(by: string, name: string, input: object, record: object = {}): Promise<void> {
  const answer = await act(by, name, input, record);
  if (answer.result === undefined) throw new Error(`${name} 被拒:${JSON.stringify(answer.problem)}`);
}
const problemOf = async (by: string, name: string, input: object): Promise<Problem> => {
  const { problem } = await act(by, name, input);
  if (problem === undefined) throw new Error(`${name} 应当被拒`);
  return problem;
};

/** What stands on screen: everything but what is only an address. */
function shown(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(shown);
  if (typeof value !== 'object' || value === null) return [];
  const addresses = [
    ...['id', 'stream', 'kind', 'name', 'act', 'status', 'code', 'effect', 'rule', 'value', 'unit', 'roll'],
    ...[
      'from',
      'due',
      'lawfulDue',
      'met',
      'now',
      'at',
      'updated',
      'group',
      'day',
      'firstDay',
      'skipped',
      'standing',
    ],
  ];
  return Object.entries(value).flatMap(([key, inner]) => (addresses.includes(key) ? [] : shown(inner)));
}

describe('机关自己的义务写在待办里', () => {
  it('WHSF-3.1.3-3 启用规则包的行为一经作出，本机关按月公示的义务就在内勤的待办里', async () => {
    const [row] = await owed(clerk);
    expect(row).toMatchObject({
      label: '汇总公示检查结果',
      subject: '2026 年 1 月',
      caseTitle: '机关事项',
      parties: [],
      owedBy: '内勤',
      status: 'later',
      act: 'agency.publish-batch',
      stream: `agency/${agency}`,
    });
    expect(row?.due).toContain('2026-03-05');
    expect(row?.derivation.sentences.join('')).toContain('《武汉市司法局三项制度实施办法》三（一）3');
    expect((await owed(handler)).filter((one) => one.stream.startsWith('agency/'))).toEqual([]);
  });

  it('WHMZ-GS-7-1 登记变动之后，更新的义务按先后排在待办里，更新之后消失', async () => {
    await done(unitHead, 'agency.register-change', { kind: 'law-amended', what: '所依据的条例经修改公布' });
    expect((await owed(clerk)).map((row) => row.label)).toEqual(['更新公示内容', '汇总公示检查结果']);
    const updating = await form(clerk, 'agency.update-published');
    const [change] = options(updating, 'change');
    expect(change).toMatchObject({ label: '所依据的条例经修改公布' });
    expect(updating.prefill.input).toEqual({ change: change?.value });
    await done(clerk, 'agency.update-published', { change: change?.value });
    expect((await owed(clerk)).map((row) => row.label)).toEqual(['汇总公示检查结果']);
    expect((await page(clerk)).obligations.map((row) => [row.label, row.status])).toEqual([
      ['更新公示内容', 'met'],
      ['汇总公示检查结果', 'later'],
    ]);
  });
});

describe('机关事务页', () => {
  it('列出欠着什么、可以办什么、办过什么；屏幕上没有编号', async () => {
    const view = await page(clerk);
    expect(view.acts.map((one) => [one.label, one.status])).toEqual([
      ['汇总公示', 'possible'],
      ['更新公示内容', 'possible'],
      ['登记变动', 'possible'],
      // Everybody may be away, and take back what they signed away themselves.
      ['登记离岗', 'possible'],
      ['授权代签', 'depends'],
      ['撤回授权', 'possible'],
      ['委托实施处罚', 'refused'],
      ['公布委托书', 'possible'],
      ['登记他机关立案', 'possible'],
      ['登记窗口监控', 'possible'],
      ['登记机关更名', 'refused'],
      ['登记职权划出', 'refused'],
    ]);
    expect(view.changes).toMatchObject([
      { kind: '法律法规规章规范性文件修改', what: '所依据的条例经修改公布' },
    ]);
    expect(view.batches).toEqual([]);
    for (const text of shown(view)) expect(text).not.toMatch(identifier);
  });

  it('期间是选项，不用填写；没有结束的写明没有结束，办不成', async () => {
    const batch = await form(clerk, 'agency.publish-batch');
    expect(batch.input.find((field) => field.name === 'period')?.kind).toBe('ref');
    expect(options(batch, 'period')).toEqual([
      { value: '2026-01', label: '2026 年 1 月', note: '行政检查结果，尚未结束' },
    ]);
    expect(batch.prefill.input).toEqual({});
    const [refusal] =
      (
        await problemOf(clerk, 'agency.publish-batch', {
          list: 'inspection-results',
          period: '2026-01',
          count: 1,
        })
      ).refusals ?? [];
    expect(refusal?.because).toBe('2026 年 1 月还没有结束，还会有应当汇总的内容');
  });

  it('不是其职务的，页面上写明由谁办，直接提交也被拒', async () => {
    const view = await page(handler);
    const batch = view.acts.find((one) => one.name === 'agency.publish-batch');
    expect(batch).toMatchObject({ status: 'refused' });
    expect(batch?.refusals[0]?.sentence).toBe(
      '暂不能汇总公示：这一事项不由本人办理。请内勤、部门主要负责人或者管理员办理。',
    );
    const problem = await problemOf(handler, 'agency.publish-batch', {
      list: 'inspection-results',
      period: '2026-01',
      count: 1,
    });
    expect(problem).toMatchObject({ status: 403, title: '只有内勤、部门主要负责人或者管理员能够汇总公示' });
    expect(await problemOf(clerk, 'agency.bind-law', { packs: [own], from: '2026-01-01' })).toMatchObject({
      status: 403,
      title: '只有法制审核人员、机关负责人或者管理员能够启用规则包',
    });
  });

  it('没有登录的看不到；不在页上的行为没有表单', async () => {
    expect((await fetch(`${house.instance.url}/api/agency`)).status).toBe(401);
    const none = await house.client.request(administrator, 'GET', '/api/agency/forms/agency.bind-law');
    expect(none.status).toBe(404);
  });

  it('启用没有的规则包，说明是哪一个，机关照常办理', async () => {
    const problem = await problemOf(administrator, 'agency.bind-law', {
      packs: ['no/such/pack'],
      from: '2026-01-01',
    });
    expect(problem).toMatchObject({ status: 400, field: 'input.packs' });
    expect((await page(clerk)).obligations.length).toBeGreaterThan(0);
  });
});

describe('后来启用的规则包', () => {
  const dueOf = (view: CaseView) =>
    view.obligations.filter((one) => one.id.startsWith('propose-filing/')).map((one) => one.due.slice(0, 10));

  it('起日之前开始的期限照旧，起日当日开始的才按新的；其间在旧案上办事也不改变', async () => {
    const before = await new CaseAtWork(house.client).upTo('lead');
    expect(dueOf(await before.view())).toEqual(['2026-01-07']);
    await done(administrator, 'agency.bind-law', {
      packs: [own, justice, 'trial/faster/2026-01-01'],
      from: '2026-01-07',
    });
    const between = await new CaseAtWork(house.client).upTo('lead');
    expect(dueOf(await before.view())).toEqual(['2026-01-07']);
    expect(dueOf(await between.view())).toEqual(['2026-01-07']);

    await house.client.moveClock('2026-01-07T09:00');
    const after = await new CaseAtWork(house.client).upTo('lead');
    expect(dueOf(await after.view())).toEqual(['2026-01-08']);
    expect(dueOf(await before.view())).toEqual(['2026-01-07']);
    await between.upTo('filing-approved');
    await before.upTo('filing-approved');
    expect(dueOf(await before.view())).toEqual(['2026-01-07']);
    expect(dueOf(await between.view())).toEqual(['2026-01-07']);
    // 写进待办的也是这样
    const ours = [before.stream, between.stream, after.stream];
    const rows = (await owed(handler)).filter(
      (row) => row.id.startsWith('propose-filing/') && ours.includes(row.stream),
    );
    expect(rows.map((row) => [row.stream, row.due.slice(0, 10)])).toEqual([[after.stream, '2026-01-08']]);
  });

  it('启用之前发生的事，之后照当时适用的规则补录；不再启用的，不妨碍以后的办理', async () => {
    // 提速办法的规则自 1 月 7 日起；不再列的规则包自 1 月 8 日起不再适用
    await done(administrator, 'agency.bind-law', {
      packs: [own, 'trial/special/2026-01-01'],
      from: '2026-01-08',
    });
    await done(administrator, 'agency.bind-law', { packs: [own], from: '2026-01-09' });
    await house.client.moveClock('2026-01-09T09:00');
    const late = new CaseAtWork(house.client);
    await late.do({ ...(await late.lawful('lead')), id: late.id, occurredAt: '2026-01-06T10:00:00+08:00' });
    expect(dueOf(await late.view())).toEqual(['2026-01-08']);
    await new CaseAtWork(house.client).upTo('filed');
  });

  it('以后才不再适用的规则，机关自己的义务在作出启用行为时就算到那一日为止', async () => {
    await done(administrator, 'agency.bind-law', { packs: [own], from: '2026-01-20' });
    // 一月底时管它的规则已经不适用：一月这一期不再是义务。
    expect((await owed(clerk)).filter((row) => row.stream.startsWith('agency/'))).toEqual([]);
    expect((await page(clerk)).obligations.map((row) => row.label)).toEqual(['更新公示内容']);
    await done(administrator, 'agency.bind-law', { packs: [own, justice], from: '2026-01-20' });
    expect((await owed(clerk)).map((row) => row.subject)).toEqual(['2026 年 1 月']);
  });
});

describe('相互矛盾的规定', () => {
  let work: CaseAtWork;
  const contradiction = (refusals: readonly RefusalView[]) =>
    refusals.find((one) => one.code === 'LAW_CONFLICT');

  it('办案被拒时，两条规定各按条号和一句话写出来', async () => {
    await house.client.moveClock('2026-01-20T09:00');
    await done(administrator, 'agency.bind-law', {
      packs: [own, justice, 'trial/special/2026-01-01'],
      from: '2026-01-20',
    });
    work = await new CaseAtWork(house.client).upTo('filing-approved');
    const refusal = contradiction(await work.refused(await work.lawful('filed')));
    expect(refusal?.sentence).toContain('两条规定同时适用而结论不同');
    expect(refusal?.conflict).toEqual([
      { rule: 'general.waiting', cite: '《试验总则》第一条', sentence: '立案前的等待期为 3。' },
      { rule: 'special.waiting', cite: '《试验细则》第七条', sentence: '立案前的等待期为 5。' },
    ]);
    const filing = (await work.view()).acts.find((one) => one.name === 'case.file');
    expect(contradiction(filing?.refusals ?? [])?.conflict).toHaveLength(2);
  });

  it('没有报请之前，页上没有裁定这一项；报请之后列出，不重复报请', async () => {
    expect((await page(reviewer)).acts.map((one) => one.label)).not.toContain('裁定适用的规定');
    await done(handler, 'agency.report-conflict', { rules: ['general.waiting', 'special.waiting'] });
    const again = await problemOf(handler, 'agency.report-conflict', {
      rules: ['special.waiting', 'general.waiting'],
    });
    expect(again.refusals?.[0]).toMatchObject({ code: 'ALREADY_REPORTED' });
    const view = await page(reviewer);
    expect(view.contradictions).toMatchObject([
      { by: handler, rules: [{ cite: '《试验总则》第一条' }, { cite: '《试验细则》第七条' }] },
    ]);
    for (const text of shown(view)) expect(text).not.toMatch(identifier);
  });

  it('裁定的表单只列待裁定的规定，写条号和一句话；只有法制审核人员能够裁定', async () => {
    const settling = await form(reviewer, 'agency.settle-conflict');
    expect(options(settling, 'prevails').map((one) => one.label)).toEqual([
      '《试验总则》第一条：立案前的等待期为 3。',
      '《试验细则》第七条：立案前的等待期为 5。',
    ]);
    expect(options(settling, 'over')).toHaveLength(2);
    const input = {
      prevails: 'special.waiting',
      over: ['general.waiting'],
      reason: '细则是特别规定，优先适用',
    };
    for (const by of [administrator, clerk, unitHead])
      expect(await problemOf(by, 'agency.settle-conflict', input)).toMatchObject({
        status: 403,
        title: '只有法制审核人员能够裁定适用的规定',
      });
    await done(reviewer, 'agency.settle-conflict', input);
  });

  it('裁定之后，被拒的行为办得成；裁定留在页上', async () => {
    await work.step('filed');
    const view = await page(handler);
    expect(view.contradictions).toEqual([]);
    expect(view.rulings).toMatchObject([
      {
        prevails: '《试验细则》第七条：立案前的等待期为 5。',
        by: reviewer,
        reason: '细则是特别规定，优先适用',
      },
    ]);
  });
});

describe('一期一期办下去', () => {
  it('办了一期，下一期随即列出；办过的留在页上；全部可以核验', async () => {
    await house.client.moveClock('2026-02-03T09:00');
    const batch = await form(clerk, 'agency.publish-batch');
    expect(batch.prefill.input).toEqual({ list: 'inspection-results', period: '2026-01' });
    const input = { list: 'inspection-results', period: '2026-01', count: 0 };
    const refused = await problemOf(clerk, 'agency.publish-batch', input);
    expect(refused.refusals?.[0]).toMatchObject({
      code: 'FIELD_MISSING',
      field: 'record.batch.nil-confirmed',
    });
    await done(clerk, 'agency.publish-batch', input, { 'batch.nil-confirmed': '经核对，一月没有开展检查' });
    expect((await owed(clerk)).map((row) => row.subject)).toEqual(['2026 年 2 月']);
    expect((await page(clerk)).batches).toMatchObject([
      { list: '行政检查结果', period: '2026 年 1 月', count: 0 },
    ]);
    expect((await verifiedAgain(house)).discrepancies).toEqual([]);
    expect(house.faults).toEqual([]);
  });
});
