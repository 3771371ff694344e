import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormView, ItemsView, Problem } from './contract/index.ts';
import { administrator, answerTo, clockOf, handler } from './testing/case-at-work.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { verifiedAgain } from './testing/verified-again.ts';

const reviewer = '孙法审';
const identifier = /[A-Za-z]{2,}|undefined|\{/;

let house: TestInstance;
beforeAll(async () => {
  house = await testInstance();
});
afterAll(() => house.end());

async function read<T>(by: string, path: string): Promise<T> {
  const response = await house.client.request(by, 'GET', path);
  if (!response.ok) throw new Error(`${path}:${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
const items = (by = handler): Promise<ItemsView> => read(by, '/api/agency/items');

async function act(by: string, name: string, input: object, record: object = {}) {
  return answerTo(house.client, by, {
    ...{ id: ulid(), name, input, record },
    occurredAt: await clockOf(house.client),
  });
}
async function done(by: string, name: string, input: object, record: object = {}): Promise<void> {
  const { result, problem } = await act(by, name, input, record);
  if (result === undefined) throw new Error(`${name} 被拒:${JSON.stringify(problem)}`);
}
async function refused(by: string, name: string, input: object, record: object = {}): Promise<Problem> {
  const { problem } = await act(by, name, input, record);
  if (problem === undefined) throw new Error(`${name} 应当被拒`);
  return problem;
}

const shared = {
  ...{
    id: 'shared',
    item: '殡葬设施的行政处罚',
    region: '武汉市',
    source: 'duties',
    document: '示编〔2026〕1 号',
  },
  ...{ article: '第四条', enforcement: 'penalty', object: '殡葬服务单位', bases: ['shetuan-30'] },
  ...{ others: '示例市市场监督管理局', from: '2026-01-01' },
};
const lead = { source: 'inspection', summary: '检查中发现某殡葬服务单位的收费与公示的不一致。' };
const asked = {
  'competence.division': 'unclear',
  'competence.request-number': '示民请〔2026〕4 号',
  'competence.requested-on': '2026-01-05',
};
const itemNamed = async (id: string) => (await items()).items.find((one) => one.id === id);

describe('权责清单', () => {
  it('由登记的事项、依据、基准、岗位生成，屏幕上没有编号；承办人只看，写明由谁登记', async () => {
    const view = await items();
    expect(view.items).toMatchObject([
      {
        ...{ item: '社会组织的行政处罚', state: 'in-use', stateLabel: '启用', enforcement: '行政处罚' },
        ...{ unit: '本机关', source: '示编〔2015〕1 号第三条', review: [] },
      },
    ]);
    expect(view.posts).toMatchObject([{ name: '社会组织执法承办岗' }]);
    expect(view.posts[0]?.holders).toContain('周承办');
    expect(view.bases.map((basis) => basis.restingOn)).toContainEqual(['社会组织的行政处罚']);
    expect(view.acts.map((one) => one.status)).toEqual(['refused', 'refused', 'refused']);
    expect(view.acts[0]?.refusals[0]?.remedy?.says).toContain('法制审核人员');
    const { acts: _acts, items: rows, bases, ...rest } = view;
    for (const { id: _id, state: _state, from: _from, ...row } of [
      ...rows,
      ...bases.map((b) => ({ ...b, state: '' })),
    ])
      expect(JSON.stringify(Object.values(row))).not.toMatch(/[A-Za-z]{3,}-|undefined/);
    for (const post of rest.posts)
      for (const text of Object.values(post)) expect(String(text)).not.toMatch(identifier);
  });

  it('WHMZ-ZZ-8-1 与他部门同施一部法，职责分工空着不能启用；写明之后启用', async () => {
    const problem = await refused(reviewer, 'agency.register-competence', shared);
    expect(problem.refusals).toMatchObject([{ code: 'FIELD_MISSING', field: 'record.competence.division' }]);
    expect(await itemNamed('shared')).toBeUndefined();
    await done(reviewer, 'agency.register-competence', shared, {
      'competence.division': 'joint',
      'competence.division-text': '民政：登记；市场监督管理：查处',
    });
    expect(await itemNamed('shared')).toMatchObject({
      state: 'in-use',
      division: '各按职责共同实施：民政：登记；市场监督管理：查处',
    });
  });

  it('WHMZ-ZZ-8-2 职责不明报请确定，停在待定责，不能立案；登记确定文件之后启用', async () => {
    await done(reviewer, 'agency.register-competence', shared, asked);
    expect(await itemNamed('shared')).toMatchObject({
      stateLabel: '待定责',
      asked: '示民请〔2026〕4 号，2026 年 1 月 5 日报送',
    });
    const registered = await act(handler, 'case.register-lead', lead);
    const { stream = '', version } = registered.result ?? {};
    const filed = await answerTo(house.client, handler, {
      ...{ id: ulid(), name: 'case.file', stream, basedOn: version, occurredAt: await clockOf(house.client) },
      input: {
        ...{ cause: '收费与公示不一致', item: shared.item, place: '武汉市沙湖路 1 号' },
        parties: [{ id: 'p1', name: '沙湖示例殡葬服务站', kind: 'other-organisation', record: {} }],
      },
      record: {},
    });
    expect(filed.problem?.refusals?.map(({ code }) => code)).toContain('APPROVAL_PENDING');

    const form = await read<FormView>(reviewer, '/api/agency/forms/agency.settle-division');
    expect(form.prefill.input).toEqual({ competence: 'shared' });
    expect(form.input.find(({ name }) => name === 'competence')?.options).toMatchObject([
      { label: shared.item, note: '示民请〔2026〕4 号，2026 年 1 月 5 日报送' },
    ]);
    const answer = {
      competence: 'shared',
      document: '示政函〔2026〕9 号',
      division: 'own',
      text: '民政查处',
    };
    const early = await refused(reviewer, 'agency.settle-division', { ...answer, on: '2026-01-04' });
    expect(early.refusals).toMatchObject([{ because: '确定之日早于报送请示之日' }]);
    await done(reviewer, 'agency.settle-division', { ...answer, on: '2026-01-05' });
    expect(await itemNamed('shared')).toMatchObject({
      stateLabel: '启用',
      division: '本部门：民政查处',
      settled: '示政函〔2026〕9 号，2026 年 1 月 5 日',
    });
    const again = await refused(reviewer, 'agency.settle-division', { ...answer, on: '2026-01-05' });
    expect(again.refusals?.map(({ code }) => code)).toEqual(['STEP_ORDER']);
  });

  it('更改一项登记，表单已经填好所登记的；没有这一项的，说没有', async () => {
    const path = '/api/agency/forms/agency.register-competence';
    const form = await read<FormView>(reviewer, `${path}?of=shared`);
    expect(form.prefill.input).toMatchObject(shared);
    expect(form.prefill.record).toMatchObject({ 'competence.division': 'own' });
    const fresh = await read<FormView>(reviewer, path);
    expect(fresh.prefill.input).toMatchObject({ id: 'item-3' });
    expect((await house.client.request(reviewer, 'GET', `${path}?of=nowhere`)).status).toBe(404);
  });

  it('依据失效的，以它为依据的事项和裁量基准标明依据待复核', async () => {
    const basis = {
      ...{ id: 'shili', instrument: '示例殡葬管理办法', article: '第九条', edition: '2015 年' },
      ...{ rank: 'local-rule', publishedOn: '2015-03-01', publishedIn: '示例公报', from: '2015-05-01' },
      ...{ kinds: ['fine'], fineFrom: 1_000_000, fineUpTo: 3_000_000 },
    };
    await done(reviewer, 'agency.register-basis', basis);
    await done(
      reviewer,
      'agency.register-competence',
      { ...shared, bases: ['shili'] },
      { 'competence.division': 'own', 'competence.division-text': '民政查处' },
    );
    const levels = [
      { id: 'd1', label: '一般', from: 1_000_000, upTo: 2_000_000, when: '初次违法，及时改正' },
    ];
    const benchmark = {
      id: 'jz',
      title: '示例裁量基准',
      edition: '2025 年版',
      basis: 'shili',
      from: '2025-06-01',
    };
    const beyond = [{ ...levels[0], upTo: 4_000_000 }];
    const wide = await refused(reviewer, 'agency.register-benchmark', { ...benchmark, levels: beyond });
    expect(wide.refusals).toMatchObject([{ because: '档次超出了所细化的依据的幅度' }]);
    await done(reviewer, 'agency.register-benchmark', { ...benchmark, levels });
    expect((await items()).benchmarks).toMatchObject([
      {
        ...{ title: '示例裁量基准（2025 年版）', inForce: true, review: false },
        levels: [{ label: '一般', range: '10,000.00 元至 20,000.00 元', when: '初次违法，及时改正' }],
      },
    ]);
    expect((await items()).benchmarks[0]?.published).toBeUndefined();
    expect((await itemNamed('shared'))?.review).toEqual([]);
    await done(reviewer, 'agency.register-basis', { ...basis, until: '2025-12-31' });
    const view = await items();
    expect(view.items.find(({ id }) => id === 'shared')?.review).toEqual([
      '《示例殡葬管理办法》（2015 年）第九条',
    ]);
    expect(view.benchmarks).toMatchObject([{ review: true }]);
    expect(view.bases.find(({ id }) => id === 'shili')).toMatchObject({
      inForce: false,
      restingOn: ['殡葬设施的行政处罚', '示例裁量基准（2025 年版）'],
    });
  });

  it('重放全部记录得到同样的清单', async () => {
    expect((await items(administrator)).items).toHaveLength(2);
    await verifiedAgain(house);
  });
});
