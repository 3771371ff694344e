import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { instant } from '../time/index.ts';
import { staffedAgency } from '../trial/played-case.ts';
import { smallLaw } from '../trial/small-law.ts';
import type { AgencyState } from './state.ts';
import type { Confirmation, Resting } from './assumptions.ts';

const agency = staffedAgency();
const [one = '', other = ''] = Object.keys(agency.officers);
const assumptions = [
  { id: 'param.town.days', label: '公示期限' },
  { id: 'pack.town/measures/2020-01-01', label: '《示例办法》' },
];

function binding(resting: Resting | undefined, confirmed?: readonly Confirmation[]) {
  const now = instant('2026-03-10T09:00');
  const act = {
    id: '01KM0000000000000000000001',
    name: 'agency.bind-law',
    agency: 'trial',
    stream: agency.stream,
    input: { packs: ['town/measures/2020-01-01'], from: '2026-03-10', ...(confirmed && { confirmed }) },
    record: {},
    occurredAt: now,
  };
  const refs = { agency, series: {}, ...(resting === undefined ? {} : { resting }) };
  const actor = { account: 'a', name: '管理员', administrator: true };
  return decide(agency, act, { actor, refs, law: smallLaw(), now });
}

const refusalsOf = (made: ReturnType<typeof decide>) => ('refusals' in made ? made.refusals : []);
const both = assumptions.map(({ id }) => ({ item: id, by: [one, other] }));

describe('启用规则包', () => {
  it('生产中没有条款依据的取值没有确认的，拒绝，并逐项说出', () => {
    const [refusal, ...more] = refusalsOf(binding({ assumptions, demanded: true }));
    expect(more).toEqual([]);
    expect(refusal?.code).toBe('ASSUMPTION_UNCONFIRMED');
    expect(refusal?.because).toBe(
      '规则包有 2 项没有条款依据的取值或者理解尚未由两人逐项确认：公示期限、《示例办法》',
    );
  });

  it('只确认了一项的，说出另一项', () => {
    const [refusal] = refusalsOf(binding({ assumptions, demanded: true }, both.slice(0, 1)));
    expect(refusal?.because).toContain('有 1 项');
    expect(refusal?.because).toContain('《示例办法》');
    expect(refusal?.because).not.toContain('公示期限');
  });

  it('两人逐项确认的，准许；所依据的各项记在事件里', () => {
    const made = binding({ assumptions, demanded: true }, both);
    const events = 'streams' in made ? made.streams.flatMap(({ events }) => events) : [];
    expect(events.map(({ outcome }) => outcome)).toEqual([{ assumptions, confirmation: true }]);
    const [event] = events;
    const after = event === undefined ? undefined : (evolve({ ...agency, version: 1 }, event) as AgencyState);
    expect(after?.bindings.at(-1)).toEqual({ packs: ['town/measures/2020-01-01'], from: '2026-03-10' });
  });

  it('一个人当作两个人、不是本机关人员的，不算确认', () => {
    for (const by of [
      [one, one],
      [one, 'stranger'],
    ]) {
      const confirmed = [{ item: 'param.town.days', by }, ...both.slice(1)];
      expect(refusalsOf(binding({ assumptions, demanded: true }, confirmed)).map(({ code }) => code)).toEqual(
        ['CONFIRMATION_NOT_BY_TWO'],
      );
    }
  });

  it('有取值没有定、不约束本机关的，确认了也不能启用；演示中可以', () => {
    const unfit = [
      { code: 'PARAM_UNSET', because: '《示例办法》没有写明期限', remedy: { says: '由机关确定取值' } },
    ];
    const refused = refusalsOf(binding({ assumptions, unfit, demanded: true }, both));
    expect(refused.map(({ code, field, remedy }) => [code, field, remedy?.says])).toEqual([
      ['PARAM_UNSET', 'input.packs', '由机关确定取值'],
    ]);
    expect(refusalsOf(binding({ assumptions, unfit, demanded: false }))).toEqual([]);
  });

  it('演示中不必确认；没有要确认的，也不必', () => {
    expect(refusalsOf(binding({ assumptions, demanded: false }))).toEqual([]);
    expect(refusalsOf(binding({ assumptions: [], demanded: true }))).toEqual([]);
  });

  it('以前没有记下依据的事件，重新判定仍然成立，也不多出内容', () => {
    const made = binding(undefined);
    const outcomes = 'streams' in made ? made.streams[0]?.events.map(({ outcome }) => outcome) : [];
    expect(outcomes).toEqual([undefined]);
  });
});
