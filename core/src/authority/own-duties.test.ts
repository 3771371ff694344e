import { describe, expect, it } from 'vitest';
import type { AgencyState } from './state.ts';
import { obligations } from '../obligations.ts';
import { staffedAgency } from '../trial/played-case.ts';
import { dutyOf, smallLaw } from '../trial/small-law.ts';
import { day, instant } from '../time/index.ts';

const within = { n: 5, unit: 'workday', roll: 'agency', unitBasis: 'T-1' } as const;
const monthly = dutyOf({
  duty: 'publish-inspections',
  label: '公示检查结果',
  per: 'period',
  owedBy: 'clerk',
  start: { every: 'month', of: 'inspection-results' },
  until: 'period.published',
  within,
});
const agency: AgencyState = { ...staffedAgency(), bindings: [{ packs: ['trial'], from: day('2026-02-10') }] };
const rows = (state: AgencyState, duty = monthly) =>
  obligations(state, smallLaw({ duties: [duty] })).map(({ id, subjectLabel, due, met }) => [
    id,
    subjectLabel,
    due.slice(0, 10),
    met !== undefined,
  ]);

describe('机关自己的义务：按期', () => {
  it('自启用之日所在的一期起，只列还没有办的第一期', () => {
    expect(rows(agency)).toEqual([
      ['publish-inspections/inspection-results/2026-02', '2026 年 2 月', '2026-03-06', false],
    ]);
  });

  it('办了一期，出来下一期', () => {
    const done = {
      ...agency,
      batches: [{ list: 'inspection-results', period: '2026-02', count: 3, at: instant('2026-03-05T09:00') }],
    };
    expect(rows(done)).toEqual([
      ['publish-inspections/inspection-results/2026-02', '2026 年 2 月', '2026-03-06', true],
      ['publish-inspections/inspection-results/2026-03', '2026 年 3 月', '2026-04-07', false],
    ]);
  });

  it('多久一期由参数定；参数没有定的，没有义务', () => {
    const duty = { ...monthly, start: { every: { param: 'cycle' }, of: 'inspection-results' } };
    const under = (value?: string) =>
      obligations(
        agency,
        smallLaw({
          duties: [duty],
          params: { cycle: { id: 'cycle', label: '周期', ...(value === undefined ? {} : { value }) } },
        }),
      ).map((row) => row.subjectLabel);
    expect(under('quarter')).toEqual(['2026 年第一季度']);
    expect(under()).toEqual([]);
  });

  it('规则失效之后才结束的期间，不再有义务', () => {
    expect(rows(agency, { ...monthly, inForce: { from: '2020-01-01', until: '2026-02-27' } })).toEqual([]);
  });

  it('前一部规则失效、后一部接着管的，期间接着列，按后一部的周期', () => {
    const until = { ...monthly, id: 'a.monthly', inForce: { from: '2020-01-01', until: '2026-03-31' } };
    const after = {
      ...monthly,
      id: 'b.quarterly',
      start: { every: 'quarter', of: 'inspection-results' },
      inForce: { from: '2026-04-01' },
    } as const;
    const law = smallLaw({ duties: [until, after] });
    const batch = (period: string) => ({
      list: 'inspection-results',
      period,
      count: 1,
      at: instant('2026-05-05T09:00'),
    });
    const subjects = obligations({ ...agency, batches: [batch('2026-02'), batch('2026-03')] }, law).map(
      (row) => row.subjectLabel,
    );
    expect(subjects).toEqual(['2026 年 2 月', '2026 年 3 月', '2026 年第二季度']);
    const gap = {
      ...monthly,
      inForce: { from: '2026-01-01', except: [{ from: '2026-03-01', until: '2026-04-30' }] },
    };
    expect(
      obligations({ ...agency, batches: [batch('2026-02')] }, smallLaw({ duties: [gap] })).map(
        (row) => row.subjectLabel,
      ),
    ).toEqual(['2026 年 2 月', '2026 年 5 月']);
  });

  it('案件没有机关自己的义务，机关没有案件的义务', () => {
    const ofCase = dutyOf({ start: 'case.filed', until: 'case.decided', within });
    expect(rows(agency, ofCase)).toEqual([]);
  });
});

describe('机关自己的义务：变动', () => {
  const duty = dutyOf({
    duty: 'update-published',
    label: '更新公示内容',
    per: 'change',
    owedBy: 'clerk',
    start: 'change.registered',
    until: 'change.published',
    within,
  });

  it('每项变动各有一项义务，更新之后了结', () => {
    const changed = {
      ...agency,
      changes: [
        { id: 'C1', kind: 'post', what: '张某岗位调整', at: instant('2026-03-02T09:00') },
        {
          id: 'C2',
          kind: 'other',
          what: '办公地点变动',
          at: instant('2026-03-03T09:00'),
          updated: instant('2026-03-04T09:00'),
        },
      ],
    };
    expect(rows(changed, duty)).toEqual([
      ['update-published/C1', '张某岗位调整', '2026-03-09', false],
      ['update-published/C2', '办公地点变动', '2026-03-10', true],
    ]);
  });
});
