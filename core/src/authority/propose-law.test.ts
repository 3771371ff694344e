import { describe, expect, it } from 'vitest';
import type { ActContext, Actor } from '../act.ts';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { day, instant } from '../time/index.ts';
import { staffedAgency } from '../trial/played-case.ts';
import { smallLaw } from '../trial/small-law.ts';
import { openProposals } from './law-proposals.ts';
import type { LawTrial } from './law-proposals.ts';
import type { AgencyState } from './state.ts';

const now = instant('2026-03-10T09:00');
const binding = { packs: ['town/measures/2020-01-01'], from: day('2026-04-01') };
const trial: LawTrial = { ...binding, counts: { cases: 12, changed: 3, moved: 4 } };
const one: Actor = { account: 'a', name: '甲', officer: 'h1', administrator: true };
const other: Actor = { account: 'b', name: '乙', administrator: true };

function tried(
  agency: AgencyState,
  name: string,
  input: unknown,
  actor: Actor,
  refs: Partial<ActContext['refs']> = {},
) {
  const act = {
    ...{ id: `01KM000000000000000000000${agency.version}`, name, agency: 'trial', stream: agency.stream },
    ...{ input, record: {}, occurredAt: now },
  };
  return decide(agency, act, { actor, refs: { agency, series: {}, ...refs }, law: smallLaw(), now });
}

function after(agency: AgencyState, made: ReturnType<typeof decide>): AgencyState {
  if ('refusals' in made) throw new Error(made.refusals.map(({ because }) => because).join('；'));
  return made.streams.flatMap(({ events }) => events).reduce(evolve, agency as never) as AgencyState;
}

const codes = (made: ReturnType<typeof decide>) =>
  'refusals' in made ? made.refusals.map(({ code }) => code) : [];
const earnest = { resting: { assumptions: [], demanded: true, second: true } } as const;
const begin = staffedAgency();
const proposed = after(begin, tried(begin, 'agency.propose-law', binding, one, { trial }));
const [proposal] = openProposals(proposed);
const confirming = { ...binding, proposal: proposal?.id };

describe('提出启用规则包', () => {
  it('试算过的才能提出；试算的结果留在提议里', () => {
    expect(codes(tried(begin, 'agency.propose-law', binding, one))).toEqual(['TRIAL_MISSING']);
    expect(proposal).toMatchObject({ ...binding, by: { name: '甲' }, trial: trial.counts });
  });

  it('试算的是别的规则包或者别的起日，不算', () => {
    for (const different of [
      { ...binding, from: day('2026-04-02') },
      { ...binding, packs: ['town/other/2020-01-01'] },
    ])
      expect(codes(tried(begin, 'agency.propose-law', different, one, { trial }))).toEqual(['TRIAL_MISSING']);
  });
});

describe('另一人确认启用', () => {
  it('正式使用中一个人不能启用', () => {
    expect(codes(tried(begin, 'agency.bind-law', binding, one, earnest))).toEqual(['SECOND_PERSON_REQUIRED']);
  });

  it('提出的人不能自己确认，换一个账号用同一个人员身份也不行', () => {
    expect(codes(tried(proposed, 'agency.bind-law', confirming, one, earnest))).toEqual([
      'REVIEWER_CONFLICT',
    ]);
    const twin: Actor = { account: 'c', name: '甲二', officer: 'h1' };
    expect(codes(tried(proposed, 'agency.bind-law', confirming, twin, earnest))).toEqual([
      'REVIEWER_CONFLICT',
    ]);
  });

  it('另一人照提议确认的，启用；提议到此为止', () => {
    const bound = after(proposed, tried(proposed, 'agency.bind-law', confirming, other, earnest));
    expect(bound.bindings.at(-1)).toEqual(binding);
    expect(openProposals(bound)).toEqual([]);
    expect(codes(tried(bound, 'agency.bind-law', confirming, other, earnest))).toEqual(['PROPOSAL_GONE']);
  });

  it('确认时改了起日的，拒绝', () => {
    const moved = { ...confirming, from: day('2026-05-01') };
    expect(codes(tried(proposed, 'agency.bind-law', moved, other, earnest))).toEqual(['PROPOSAL_DIFFERS']);
  });

  it('撤回的不能再确认，撤回写明理由', () => {
    const input = { proposal: proposal?.id, reason: '起日改在五月' };
    const withdrawn = after(proposed, tried(proposed, 'agency.withdraw-law-proposal', input, other));
    expect(codes(tried(withdrawn, 'agency.bind-law', confirming, other, earnest))).toEqual(['PROPOSAL_GONE']);
    expect(codes(tried(withdrawn, 'agency.withdraw-law-proposal', input, other))).toEqual(['PROPOSAL_GONE']);
    expect(codes(tried(proposed, 'agency.withdraw-law-proposal', { ...input, reason: '' }, other))).toEqual([
      'INPUT_INVALID',
    ]);
  });

  it('演示中不必两人；以前一人启用的，重新判定仍然成立', () => {
    expect(codes(tried(begin, 'agency.bind-law', binding, one))).toEqual([]);
    const before = { resting: { assumptions: [], demanded: true } };
    expect(codes(tried(begin, 'agency.bind-law', binding, one, before))).toEqual([]);
  });
});
