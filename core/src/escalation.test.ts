import { describe, expect, it } from 'vitest';
import type { AgencyState } from './authority/state.ts';
import { escalations } from './escalation.ts';
import type { OwedRow, Owing } from './escalation.ts';
import { instant } from './time/index.ts';
import type { Day } from './time/index.ts';
import { smallLaw } from './trial/small-law.ts';
import { staffedAgency } from './trial/played-case.ts';

const days = (value: number | undefined) => ({
  ...smallLaw(),
  params: {
    'escalation.days': {
      ...{ id: 'escalation.days', label: '升级' },
      ...(value === undefined ? {} : { value }),
    },
  },
});
const law = days(1);
/** Tuesday. */
const now = instant('2026-03-10T09:00');

/** Due in two weeks, begun last week. */
const owed: Owing = {
  ...{ owedBy: 'agency-head', assignees: [], matter: 'filing', lapses: false, suspended: false },
  ...{ from: instant('2026-03-02T09:00'), lawfulDue: instant('2026-03-24T23:59:59') },
};
const row = (change: Partial<Owing> = {}): OwedRow<Owing> => ({
  owed: { ...owed, ...change },
  handlers: ['h1', 'h2'],
});

function away(agency: AgencyState, ...officers: readonly string[]): AgencyState {
  return {
    ...agency,
    absences: officers.map((officer) => ({
      ...{ id: officer, officer, reason: 'leave' },
      ...{ from: '2026-03-09' as Day, until: '2026-03-13' as Day },
    })),
  };
}

function signing(agency: AgencyState, delegator: string, delegate: string, matters: readonly string[]) {
  return {
    ...agency,
    delegations: [
      {
        ...{ id: 'D', delegator, delegate, matters, enteredAt: instant('2026-03-01T09:00') },
        ...{ from: '2026-03-09' as Day, until: '2026-03-13' as Day },
      },
    ],
  };
}

const staffed = staffedAgency();
const raised = (agency: AgencyState, change: Partial<Owing> = {}, by = law) =>
  escalations([row(change)], agency, by, now).map(({ why, to }) => [why, ...to]);

const oneHead = {
  ...staffed,
  appointments: staffed.appointments.filter((post) => post.officer !== 'deputy'),
};

describe('升级', () => {
  it('人在、日子还远的，不升级', () => {
    expect(raised(staffed)).toEqual([]);
    expect(raised(staffed, { owedBy: 'handlers', assignees: ['h1'] })).toEqual([]);
  });

  it('承办人不在，报部门主要负责人；负责人也不在，报机关负责人', () => {
    const handlers = { owedBy: 'handlers', assignees: ['h1', 'h2'] } as const;
    expect(raised(away(staffed, 'h1'), handlers)).toEqual([]);
    expect(raised(away(staffed, 'h1', 'h2'), handlers)).toEqual([['absent', 'chief']]);
    expect(raised(away(staffed, 'h1', 'h2', 'chief'), handlers)).toEqual([['absent', 'head', 'deputy']]);
    expect(raised(away(staffed, 'h1', 'h2', 'chief', 'head'), handlers)).toEqual([['absent', 'deputy']]);
  });

  it('部门主要负责人不在，报机关负责人；有人代签的不报，代签人也不在的照报', () => {
    const unit = { owedBy: 'unit-head' } as const;
    const absent = away(staffed, 'chief');
    expect(raised(absent, unit)).toEqual([['absent', 'head', 'deputy']]);
    expect(raised(signing(absent, 'chief', 'h1', ['filing']), unit)).toEqual([]);
    expect(raised(signing(absent, 'chief', 'h1', ['publication']), unit)).toHaveLength(1);
    expect(raised(signing(away(staffed, 'chief', 'h1'), 'chief', 'h1', ['filing']), unit)).toHaveLength(1);
    const { matter: _matter, ...ofNoMatter } = { ...owed, ...unit };
    const signed = signing(absent, 'chief', 'h1', ['filing']);
    expect(escalations([{ owed: ofNoMatter, handlers: ['h1', 'h2'] }], signed, law, now)).toHaveLength(1);
  });

  it('机关负责人不在而另有负责人在的，不升级；没有的，只有管理员还能办些什么', () => {
    expect(raised(away(staffed, 'head'))).toEqual([]);
    expect(raised(away(staffed, 'head', 'deputy'))).toEqual([['absent']]);
    expect(raised(away(oneHead, 'head'))).toEqual([['absent']]);
    expect(raised({ ...oneHead, appointments: [] })).toEqual([['vacant']]);
  });

  it('离岗的首日和末日都算，前后不算', () => {
    const absent = away(oneHead, 'head');
    const on = (at: string) => escalations([row()], absent, law, instant(at)).length;
    expect([
      on('2026-03-08T09:00'),
      on('2026-03-09T00:00'),
      on('2026-03-13T23:59'),
      on('2026-03-14T00:00'),
    ]).toEqual([0, 1, 1, 0]);
  });

  it('临近：末日在参数所定的工作日之内，跨过周末；没有定的不提示', () => {
    const handlers = { owedBy: 'handlers', assignees: ['h1'] } as const;
    const due = (day: string) => ({ ...handlers, lawfulDue: instant(`${day}T23:59:59`) });
    expect(raised(staffed, due('2026-03-11'))).toEqual([['soon', 'chief']]);
    expect(raised(staffed, due('2026-03-12'))).toEqual([]);
    expect(raised(staffed, due('2026-03-16'), days(4))).toEqual([['soon', 'chief']]);
    expect(raised(staffed, due('2026-03-17'), days(4))).toEqual([]);
    expect(raised(staffed, due('2026-03-11'), days(undefined))).toEqual([]);
  });

  it('逾期的报上一级；已在最上一级的不再提示', () => {
    const lawfulDue = instant('2026-03-09T23:59:59');
    expect(raised(staffed, { owedBy: 'handlers', assignees: ['h1'], lawfulDue })).toEqual([
      ['late', 'chief'],
    ]);
    expect(raised(staffed, { owedBy: 'unit-head', lawfulDue })).toEqual([['late', 'head', 'deputy']]);
    expect(raised(staffed, { lawfulDue })).toEqual([]);
  });

  it.each<[string, Partial<Owing>]>([
    ['当事人的', { owedBy: 'party' }],
    ['届满不算逾期的', { lapses: true }],
    ['中止计算的', { suspended: true }],
    ['办过的', { met: instant('2026-03-09T09:00') }],
    ['还没有开始的', { from: instant('2026-03-11T09:00') }],
  ])('%s，不升级', (_what, change) => {
    expect(raised(away(oneHead, 'head'), change)).toEqual([]);
  });

  it('别的机构的负责人不算本机构的', () => {
    const two = {
      ...staffed,
      appointments: [
        ...staffed.appointments,
        { officer: 'rev', role: 'unit-head' as const, unit: 'legal', from: '2022-01-01' as Day },
      ],
    };
    expect(raised(away(two, 'chief'), { owedBy: 'unit-head' })).toEqual([['absent', 'head', 'deputy']]);
  });
});
