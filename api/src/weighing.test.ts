import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormView, ItemsView } from './contract/index.ts';
import { answerTo, CaseAtWork, clockOf, handler } from './testing/case-at-work.ts';
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

const basis = {
  ...{ id: 'shili', instrument: '示例服务条例', article: '第十五条', edition: '2018 年' },
  ...{ rank: 'administrative-regulation', publishedOn: '2018-03-01', publishedIn: '示例公报' },
  ...{ from: '2018-05-01', kinds: ['fine'], fineFrom: 200_000, fineUpTo: 2_000_000 },
};
const amounts = [
  { label: '不满一万元', below: 1_000_000, points: 0 },
  { label: '一万元以上', from: 1_000_000, points: 2 },
];
const benchmark = {
  ...{ id: 'jz', title: '示例裁量基准', edition: '2026 年版', basis: 'shili', from: '2025-06-01' },
  ...{ publishedOn: '2025-12-20', publishedIn: '示例网站' },
  factors: [
    { label: '违规收取的金额', kind: 'amount', amounts },
    {
      label: '改正情况',
      kind: 'choice',
      options: [
        { label: '已经退还', points: 0 },
        { label: '拒不退还', points: 3 },
      ],
    },
  ],
  levels: [
    { id: 'qing', label: '较轻', from: 200_000, upTo: 500_000, pointsUpTo: 1 },
    { id: 'zhong', label: '较重', from: 500_000, upTo: 2_000_000, pointsFrom: 2 },
  ],
};

async function register(name: string, input: object) {
  const at = await clockOf(house.client);
  return answerTo(house.client, reviewer, { id: ulid(), name, input, record: {}, occurredAt: at });
}

async function read<T>(by: string, path: string): Promise<T> {
  const response = await house.client.request(by, 'GET', path);
  if (!response.ok) throw new Error(`${path}:${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
const form = (file: CaseAtWork, act: string) => read<FormView>(handler, `/api/cases/${file.id}/forms/${act}`);

const answers = (evidence: string) => [
  { factor: '违规收取的金额', amount: 800_000, evidence: [evidence] },
  { factor: '改正情况', option: '已经退还', evidence: [evidence] },
];

describe('按裁量因素得出档次', () => {
  it('NAT-CF-34-1 总分没有归处的基准登记不了，指到档次；改好之后清单列出因素和各档的条件', async () => {
    expect((await register('agency.register-basis', basis)).status).toBe(201);
    const [mild, grave] = benchmark.levels;
    const { problem } = await register('agency.register-benchmark', {
      ...benchmark,
      levels: [mild, { ...grave, pointsFrom: 3 }],
    });
    expect(problem?.refusals).toMatchObject([
      { because: '各因素合计 2 分时，没有一个档次适用', field: 'input.levels' },
    ]);
    expect((await register('agency.register-benchmark', benchmark)).status).toBe(201);
    const [shown] = (await read<ItemsView>(handler, '/api/agency/items')).benchmarks;
    expect(shown?.factors).toMatchObject([
      {
        kind: '按金额分段',
        options: [
          { range: '不满 10,000.00 元' },
          { label: '一万元以上', range: '10,000.00 元以上', points: 2 },
        ],
      },
      { label: '改正情况', kind: '从选项中认定' },
    ]);
    expect(shown?.levels).toMatchObject([{ needs: '1 分以下' }, { needs: '2 分以上' }]);
    const words = [
      ...(shown?.factors ?? []).flatMap(({ label, kind, options }) => [
        ...[label, kind],
        ...options.map((one) => `${one.label}${one.range ?? ''}`),
      ]),
      ...(shown?.levels ?? []).map(({ label, range, needs }) => `${label}${range}${needs ?? ''}`),
    ];
    expect(words.join('')).not.toMatch(identifier);
  });

  it('NAT-27-11-1 没有认定不能告知；认定之后表单选好档次，选用别的档次要写理由，告知书写明裁量理由', async () => {
    const file = await new CaseAtWork(house.client).upTo('concluded');
    const interview = file.made('interviewed');
    const level = { party: 'p1', kind: 'fine', amount: 600_000, basis: 'shili', level: 'jz/zhong' };
    const noticing = await file.lawful('noticed');
    const notice = {
      ...noticing,
      input: { ...noticing.input, bases: ['shili'], sanctions: [level] },
    };
    const before = await file.refused({
      ...notice,
      record: { ...notice.record, 'penalty.departure': '事出有因' },
    });
    expect(before.map(({ code, remedy }) => [code, remedy?.act])).toEqual([
      ['FACTORS_NOT_WEIGHED', 'case.weigh-factors'],
    ]);

    const weighing = await form(file, 'case.weigh-factors');
    expect(weighing.input.find(({ shows }) => shows === 'factors')?.label).toBe('各项因素');
    expect(weighing.editions).toMatchObject([{ id: 'jz', levels: [{ label: '较轻' }, { label: '较重' }] }]);
    expect(weighing.prefill.input).toMatchObject({
      benchmark: 'jz',
      answers: [{ factor: '违规收取的金额', evidence: [interview] }, { factor: '改正情况' }],
    });
    const told = { by: handler, name: 'case.weigh-factors', input: { party: 'p1', benchmark: 'jz' } };
    const [first] = answers(interview);
    const half = await file.refused({ ...told, input: { ...told.input, answers: [first] } });
    expect(half).toMatchObject([{ because: '「改正情况」还没有认定', field: 'input.answers' }]);
    const { version } = await file.do({ ...told, input: { ...told.input, answers: answers(interview) } });
    expect(version).toBeGreaterThan(0);
    const entry = (await file.view()).entries.find(({ kind }) => kind === 'factor-weighing');
    const shown = (entry?.fields ?? []).map(({ label, text }) => `${label}：${text}`).join('\n');
    expect(shown).toMatch(/裁量基准：示例裁量基准（2026 年版）/);
    expect(shown).toMatch(/违规收取的金额：8,000\.00 元，为不满一万元（.*询问笔录）/);
    expect(shown).toMatch(/所属档次：较轻（2,000\.00 元至 5,000\.00 元）/);

    const proposing = await form(file, 'case.give-notice');
    expect(proposing.prefill.input['sanctions']).toEqual([
      { party: 'p1', kind: 'fine', level: 'jz/qing', basis: 'shili' },
    ]);
    const choices = proposing.input
      .find(({ name }) => name === 'sanctions')
      ?.rows?.find(({ name }) => name === 'level')?.options;
    expect(choices?.find(({ value }) => value === 'jz/qing')?.note).toMatch(
      /按裁量因素认定：滨江示范棋类协会/,
    );

    expect(await file.refused(notice)).toMatchObject([
      { code: 'FIELD_MISSING', field: 'record.penalty.departure' },
    ]);
    const departure = '收取的对象全部是高龄老人，按较轻处罚明显不当';
    const id = ulid();
    await file.do({ ...notice, id, record: { ...notice.record, 'penalty.departure': departure } });
    const paper = await house.client.request(handler, 'GET', `/api/cases/${file.id}/documents/${id}`);
    const text = await paper.text();
    expect(text).toMatch(/按示例裁量基准（2026 年版）裁量。.*合计 0 分，属于较轻/);
    expect(text).toMatch(/选用的是较重/);
    expect(text).toMatch(new RegExp(`越出裁量基准档次的理由：${departure}`));
    await verifiedAgain(house);
  });
});
