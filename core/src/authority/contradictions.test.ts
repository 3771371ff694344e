import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { PlayedCase, staffedAgency } from '../trial/played-case.ts';
import { rowOf, smallLaw } from '../trial/small-law.ts';
import { instant } from '../time/index.ts';
import { openContradictions } from './contradictions.ts';
import type { AgencyState } from './state.ts';
import { keeperWords, mayKeep } from './who-may.ts';
import type { Keeper } from './who-may.ts';

const rule = (id: string) => rowOf({ id, defines: 'trial.days', type: 'int', gives: 1 });
const law = smallLaw({ tables: [rule('a.one'), rule('b.two'), rule('c.three')] });
const played = new PlayedCase(law, staffedAgency());

function sent(agency: AgencyState, name: string, input: object, id = 'R1') {
  const act = {
    id,
    name,
    agency: 'trial',
    stream: 'agency/trial',
    input,
    record: {},
    occurredAt: instant('2026-03-02T09:00'),
  };
  return decide(agency, act, { ...played.context('h1', '2026-03-02T09:00'), law });
}

function done(agency: AgencyState, name: string, input: object, id = 'R1'): AgencyState {
  const decision = sent(agency, name, input, id);
  if ('refusals' in decision) throw new Error(JSON.stringify(decision.refusals));
  return decision.streams.flatMap((one) => one.events).reduce(evolve, agency) as AgencyState;
}

const codes = (agency: AgencyState, input: object) => {
  const decision = sent(agency, 'agency.report-conflict', input);
  return 'refusals' in decision ? decision.refusals.map((one) => one.code) : [];
};

describe('报请裁定', () => {
  const reported = done(staffedAgency(), 'agency.report-conflict', { rules: ['a.one', 'b.two'] });

  it('报请之后列为待裁定，裁定了全部所列规定才了结', () => {
    expect(openContradictions(reported)).toMatchObject([{ rules: ['a.one', 'b.two'], by: '孙承办' }]);
    const other = done(
      reported,
      'agency.settle-conflict',
      { prevails: 'a.one', over: ['c.three'], reason: '另一项矛盾' },
      'S1',
    );
    expect(openContradictions(other)).toHaveLength(1);
    const settled = done(
      other,
      'agency.settle-conflict',
      { prevails: 'b.two', over: ['a.one'], reason: '特别规定优先' },
      'S2',
    );
    expect(openContradictions(settled)).toEqual([]);
    expect(settled.settlements.at(-1)).toMatchObject({ reason: '特别规定优先', by: '孙承办' });
  });

  it('同样的规定没有裁定之前不重复报请；另有规定加入的是另一项', () => {
    expect(codes(reported, { rules: ['b.two', 'a.one'] })).toEqual(['ALREADY_REPORTED']);
    expect(codes(reported, { rules: ['b.two', 'c.three'] })).toEqual([]);
  });

  it('规则中没有的规定，不能报请', () => {
    expect(codes(staffedAgency(), { rules: ['a.one', 'x.none'] })).toEqual(['RULE_UNKNOWN']);
  });
});

describe('谁办机关事项', () => {
  const keeper = (given: Partial<Keeper> = {}): Keeper => ({
    roles: [],
    officer: true,
    administrator: false,
    ...given,
  });

  it('按职务；没有列明的只有管理员', () => {
    expect(mayKeep('agency.publish-batch', keeper({ roles: ['clerk'] }))).toBe(true);
    expect(mayKeep('agency.publish-batch', keeper())).toBe(false);
    expect(mayKeep('agency.bind-law', keeper({ roles: ['clerk'] }))).toBe(false);
    expect(mayKeep('agency.bind-law', keeper({ officer: false, administrator: true }))).toBe(true);
    expect(keeperWords('agency.publish-batch')).toBe('内勤、部门主要负责人或者管理员');
  });

  it('报请裁定，凡在名录上的都可以；裁定只归法制机构，管理员也不行', () => {
    expect(mayKeep('agency.report-conflict', keeper())).toBe(true);
    expect(mayKeep('agency.report-conflict', keeper({ officer: false }))).toBe(false);
    expect(mayKeep('agency.settle-conflict', keeper({ roles: ['clerk'], administrator: true }))).toBe(false);
    expect(mayKeep('agency.settle-conflict', keeper({ roles: ['legal-reviewer'] }))).toBe(true);
    expect(keeperWords('agency.settle-conflict')).toBe('法制审核人员');
    expect(keeperWords('agency.report-conflict')).toBe('本机关的执法人员或者管理员');
  });
});
