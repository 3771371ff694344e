import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../decide.ts';
import { obligations } from '../../obligations.ts';
import { PlayedCase, staffedAgency } from '../../trial/played-case.ts';
import type { Told } from '../../trial/played-case.ts';
import { service } from '../../trial/lawful-path.ts';
import { pathOf } from '../path.ts';
import { stageLabelOf, stageOf } from '../stage.ts';
import { summaryOf } from '../summary.ts';
import { entryTitle } from '../title.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

const act = (name: string, at: string, input: unknown, change: Partial<Told> = {}): Told => ({
  id: 'X1',
  act: `case.${name}`,
  by: 'h1',
  at,
  input,
  ...change,
});
const opening = (change: object = {}): Told =>
  act(
    'open-execution',
    '2026-03-03T09:00',
    {
      matter: '缴纳应缴款一万元',
      organ: '江城市民政局',
      paper: '江民征决字〔2026〕1号',
      decidedOn: '2026-02-09',
      servedOn: '2026-02-10',
      performBy: '2026-03-02',
      obligation: 'pay',
      content: '缴纳应缴款一万元。',
      amount: 1_000_000,
      permille: 30,
      route: 'own',
      parties: [{ id: 'P1', name: '江城示范中心', kind: 'private-non-enterprise', record: {} }],
      ...change,
    },
    { id: 'E1' },
  );
const demanding: Told = act(
  'demand-performance',
  '2026-03-03T10:00',
  { parties: ['P1'] },
  {
    id: 'U1',
    record: {
      'demand.term': '自收到之日起十个工作日',
      'demand.manner': '到指定银行缴清。',
      'demand.payment': '一万元',
      'demand.rights': '有权陈述和申辩。',
    },
  },
);
const serving: Told = act(
  'serve',
  '2026-03-03T11:00',
  { document: 'U1', party: 'P1', method: 'direct' },
  {
    id: 'V1',
    record: service('2026-03-03T11:00'),
  },
);
const agreeing: Told = act(
  'agree-execution',
  '2026-03-06T09:00',
  {
    party: 'P1',
    plan: [
      { until: '2026-04-01', amount: 400_000 },
      { until: '2026-05-06', amount: 600_000 },
    ],
  },
  { id: 'G1', record: { 'agreement.impact': '不损害公共利益。', 'agreement.signed': '双方签字' } },
);

function playing(...steps: readonly Told[]): PlayedCase {
  const played = new PlayedCase(law, staffedAgency());
  for (const step of [
    act(
      'assign-handlers',
      '2026-03-03T09:30',
      { officers: ['h1', 'h2'], declared: ['h1', 'h2'] },
      {
        id: 'H1',
        by: 'chief',
      },
    ),
  ].flatMap((assigned) => [steps[0] ?? opening(), assigned, ...steps.slice(1)]))
    played.do(step);
  return played;
}

function codesOf(decision: Decision): readonly string[] {
  return 'refusals' in decision ? decision.refusals.map(({ code }) => code) : [];
}

const refusedBy = (played: PlayedCase, told: Told): readonly string[] => codesOf(played.copy().try(told));

describe('强制执行的登记', () => {
  it('NAT-QZ-34-1 一名被执行人一件；金额只在义务是缴纳款项时写', () => {
    const nothing = new PlayedCase(law, staffedAgency());
    expect(refusedBy(nothing, opening({ amount: undefined }))).toContain('INPUT_INVALID');
    expect(refusedBy(nothing, opening({ obligation: 'restore' }))).toContain('INPUT_INVALID');
    expect(refusedBy(nothing, opening({ servedOn: '2026-02-01' }))).toContain('INPUT_INVALID');
    expect(refusedBy(nothing, opening({ performBy: '2026-02-10' }))).toContain('INPUT_INVALID');
    const two = ['P1', 'P2'].map((id) => ({ id, name: `示范${id}`, kind: 'person', record: {} }));
    expect(refusedBy(nothing, opening({ parties: two }))).toContain('INPUT_INVALID');
  });

  it('登记过的不再登记；没有登记的什么也不能执行', () => {
    expect(refusedBy(playing(opening()), { ...opening(), id: 'E2' })).toContain('EXECUTION_OPENED');
    const lead = new PlayedCase(law, staffedAgency());
    for (const name of ['decide-execution', 'plan-execution', 'add-surcharge', 'resume-execution'])
      expect(refusedBy(lead, act(name, '2026-03-03T09:00', {})).length).toBeGreaterThan(0);
  });

  it('案号、事由、被执行人和阶段照执行的说法', () => {
    const { state } = playing(opening());
    expect(summaryOf(state)).toMatchObject({
      kind: 'execution',
      title: '缴纳应缴款一万元',
      parties: ['江城示范中心'],
      stage: 'initiation',
    });
    expect(stageLabelOf(stageOf(playing(opening(), demanding).state), 'execution')).toBe('催告');
    const [entry] = state.entries;
    expect(entry && entryTitle(state, entry)).toBe('据以执行的决定 江民征决字〔2026〕1号');
  });
});

describe('执行的路径', () => {
  it('NAT-QZ-53-1 自行执行的有决定，申请法院的有裁定', () => {
    const labels = (route: string) => pathOf(playing(opening({ route })).state).map(({ label }) => label);
    expect(labels('own')).toContain('作出执行决定');
    expect(labels('own')).not.toContain('法院裁定');
    expect(labels('court')).toContain('法院裁定');
    expect(labels('court')).not.toContain('作出执行决定');
  });

  it('只要拆除的决定才有公告；没有执行依据变动的不回转；没有申请法院的没有答复', () => {
    const file = playing(opening(), demanding);
    expect(
      refusedBy(file, act('announce-demolition', '2026-03-04T09:00', { until: '2026-03-20' })),
    ).toContain('NO_DEMOLITION');
    const items = [{ what: '款项', way: 'refund', amount: 1 }];
    expect(refusedBy(file, act('restore-execution', '2026-03-04T09:00', { items }))).toContain(
      'NOTHING_TO_RESTORE',
    );
    expect(refusedBy(file, act('record-court-answer', '2026-03-04T09:00', { answer: 'accepted' }))).toContain(
      'NOT_APPLIED',
    );
    expect(refusedBy(file, act('ask-court-review', '2026-03-04T09:00', { court: '江城中级法院' }))).toContain(
      'NO_RULING',
    );
    expect(refusedBy(file, act('resume-execution', '2026-03-04T09:00', { reason: '没有缴纳' }))).toContain(
      'NO_AGREEMENT',
    );
  });
});

describe('执行协议', () => {
  it('NAT-QZ-42-2 逐期各有期限，缴到哪一期算哪一期', () => {
    const file = playing(opening(), demanding, serving, agreeing);
    file.do(
      act(
        'record-payment',
        '2026-03-30T09:00',
        { party: 'P1', amount: 400_000, channel: 'bank' },
        {
          id: 'Y1',
          record: { 'payment.receipt': '示例一' },
        },
      ),
    );
    const parts = obligations(file.state, law).filter(({ duty }) => duty === 'perform-agreement');
    expect(parts.map(({ lawfulDue, met }) => [lawfulDue.slice(0, 10), met !== undefined])).toEqual([
      ['2026-04-01', true],
      ['2026-05-06', false],
    ]);
  });

  it('NAT-QZ-41-1 决定被撤销的，不再执行', () => {
    const file = playing(opening(), demanding, serving);
    file.do(
      act(
        'record-overturning',
        '2026-03-05T09:00',
        { manner: 'revoked' },
        {
          id: 'O1',
          record: { 'overturning.paper': '示例复决字一号' },
        },
      ),
    );
    expect(refusedBy(file, agreeing)).toContain('DECISION_REVOKED');
    expect(
      refusedBy(file, act('apply-to-court', '2026-03-06T09:00', { party: 'P1', court: '江城市法院' })),
    ).toContain('DECISION_REVOKED');
  });
});
