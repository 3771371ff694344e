import { describe, expect, it } from 'vitest';
import type { Decision } from './decide.ts';
import { PlayedCase, staffedAgency } from './trial/played-case.ts';
import type { Told } from './trial/played-case.ts';
import { gateOf, needOf, smallLaw } from './trial/small-law.ts';

const barred = gateOf({ unless: { none: { per: 'case' } }, acts: ['case.register-lead', 'case.file'] });
const lead: Told = {
  act: 'case.register-lead',
  by: 'h1',
  at: '2026-03-02T09:00',
  input: { source: 'complaint', summary: '接到投诉，反映超出业务范围收费。' },
};
const reasoned = { admits: [{ code: 'SHUT', reason: '本地另有做法，见会议纪要' }] };

function lawWith(parts: Parameters<typeof smallLaw>[0]) {
  return smallLaw({ codes: { 'lead-source': [{ id: 'complaint', label: '投诉举报' }] }, ...parts });
}

function play(parts: Parameters<typeof smallLaw>[0], told: Told): Decision {
  return new PlayedCase(lawWith(parts), staffedAgency()).try(told);
}

describe('参照的规定', () => {
  it('不写理由，照样拒绝', () => {
    expect(play({ gates: [{ ...barred, reference: true }] }, lead)).toMatchObject({
      refusals: [{ code: 'SHUT', reference: true }],
    });
  });

  it('写明理由，可以不照办；理由留在事件中，不算瑕疵', () => {
    const decision = play({ gates: [{ ...barred, reference: true }] }, { ...lead, ...reasoned });
    if (!('streams' in decision)) throw new Error('本应办成');
    expect(decision.defects).toEqual([]);
    const [event] = decision.streams[0]?.events ?? [];
    expect(event?.defects).toBeUndefined();
    expect(event?.departures).toEqual([
      {
        code: 'SHUT',
        rule: 'trial.gate',
        clauses: ['T-1'],
        because: '门关着',
        reason: '本地另有做法，见会议纪要',
      },
    ]);
  });

  it('要填的栏目也一样', () => {
    const need = needOf({ fields: [{ field: 'lead.reporter' }], reference: true });
    const without = { ...lead, admits: [{ code: 'FIELD_MISSING', reason: '匿名举报' }] };
    expect(play({ needs: [need] }, lead)).toMatchObject({ refusals: [{ code: 'FIELD_MISSING' }] });
    expect('streams' in play({ needs: [need] }, without)).toBe(true);
  });

  it('直接适用的规定，要件行为写了理由也不能办', () => {
    const law = lawWith({ gates: [{ ...barred, acts: ['case.approve'] }], codes: approvals });
    const told: Told = {
      act: 'case.approve',
      by: 'head',
      at: '2026-03-02T10:00',
      input: { matter: 'filing', opinion: 'agree' },
      ...reasoned,
    };
    expect(new PlayedCase(law, staffedAgency()).try(told)).toMatchObject({ refusals: [{ code: 'SHUT' }] });
    const byReference = lawWith({
      gates: [{ ...barred, acts: ['case.approve'], reference: true }],
      codes: approvals,
    });
    expect('streams' in new PlayedCase(byReference, staffedAgency()).try(told)).toBe(true);
  });
});

const approvals = {
  'approval-matter': [{ id: 'filing', label: '立案' }],
  'approval-opinion': [{ id: 'agree', label: '同意' }],
};
