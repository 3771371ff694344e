import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { instant } from '../../time/index.ts';
import { caseWith, conclusionOn, lawfulAct } from '../../trial/lawful-path.ts';
import type { Milestone } from '../../trial/lawful-path.ts';
import type { PlayedCase, Told } from '../../trial/played-case.ts';
import { concludeInvestigation } from './conclude-investigation.ts';
import { decideCase } from '../deciding/decide-case.ts';
import { pathOf } from '../path.ts';
import { clearElements, evidenceStanding, isVerified } from './verification.ts';
import { verifyEvidence } from './verify-evidence.ts';

const elements = ['subject', 'conduct', 'fault', 'consequence'];
/** The words of the law without its demands: what the file says of evidence is asked here, not what may be done. */
const law = {
  ...compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']).law,
  gates: [],
  needs: [],
};
const later = instant('2026-03-31T09:00');

/** A file as far as the milestone, its investigation concluded in these words. */
function concluded(input: unknown, milestone: Milestone = 'concluded'): PlayedCase {
  return caseWith(law, milestone, (step, told) =>
    step === 'concluded' ? ({ ...told, input, record: {} } as Told) : { ...told, record: {} },
  );
}
const context = (played: PlayedCase) => played.context('h1', '2026-03-20T09:00');
const excluding = (ground: string): Told => ({
  id: 'X1',
  act: 'case.exclude-evidence',
  by: 'h1',
  at: '2026-03-20T09:00',
  input: { evidence: 'I1', ground },
});

describe('证据的查证', () => {
  it('没有人查证的待查证；终结调查时据以认定要件的，属实', () => {
    expect(evidenceStanding(concluded({}, 'interviewed').state, 'I1')).toBe('pending');
    expect(evidenceStanding(concluded(conclusionOn('I1')).state, 'I1')).toBe('verified');
  });

  it('逐件查证的，自查证的时刻起属实，此前仍是待查证', () => {
    const played = concluded({}, 'interviewed');
    played.do({
      id: 'V1',
      act: 'case.verify-evidence',
      by: 'h1',
      at: '2026-03-06T09:00',
      input: { evidence: ['I1'] },
    });
    expect(isVerified(played.state, 'I1', instant('2026-03-06T08:59'))).toBe(false);
    expect(isVerified(played.state, 'I1', instant('2026-03-06T09:00'))).toBe(true);
    expect(verifyEvidence.prefill?.(played.state, context(played))).toEqual({ input: { evidence: [] } });
  });

  it.each([
    ['unlawful', 'unlawful'],
    ['unverified', 'untrue'],
    ['false-conclusion', 'untrue'],
  ])('以 %s 排除的，不论此前查证与否，都不再属实', (ground, standing) => {
    const played = concluded(conclusionOn('I1'));
    played.do(excluding(ground));
    expect(evidenceStanding(played.state, 'I1')).toBe(standing);
  });

  it('决定预填的是查证属实的证据；还没有查证过任何一件的，预填全部', () => {
    const played = concluded(conclusionOn('I1'));
    played.do({
      ...lawfulAct('interviewed'),
      ...{ id: 'I2', at: '2026-03-12T10:00', entered: '2026-03-12T12:00', record: {} },
      input: { officers: ['h1', 'h2'], person: '司马证人', endedAt: '2026-03-12T11:00' },
    });
    expect(decideCase.prefill?.(played.state, context(played)).input?.['evidence']).toEqual(['I1']);
    expect(verifyEvidence.prefill?.(played.state, context(played))).toEqual({ input: { evidence: ['I2'] } });
    const plain = concluded({});
    expect(decideCase.prefill?.(plain.state, context(plain)).input?.['evidence']).toEqual(['I1']);
  });
});

describe('要件的查清', () => {
  it('查清而且列明证据的才算；没有写要件的旧记录，一项也没有', () => {
    expect(clearElements(concluded(conclusionOn('I1')).state, later)).toEqual(elements);
    expect(clearElements(concluded({}).state, later)).toEqual([]);
  });

  it('未查清的、没有列证据的、证据后来都被排除的，不算', () => {
    const played = concluded({
      officers: ['h1', 'h2'],
      elements: [
        { element: 'subject', finding: 'clear', evidence: ['I1'] },
        { element: 'conduct', finding: 'clear', evidence: [] },
        { element: 'fault', finding: 'unclear', evidence: ['I1'] },
      ],
    });
    expect(clearElements(played.state, later)).toEqual(['subject']);
    played.do(excluding('unlawful'));
    expect(clearElements(played.state, instant('2026-03-19T09:00'))).toEqual(['subject']);
    expect(clearElements(played.state, later)).toEqual([]);
  });

  it('再次终结的，以后一次为准；后一次还没有到的，以前一次为准', () => {
    const played = concluded(conclusionOn('I1'));
    played.do({ ...lawfulAct('concluded'), id: 'IC2', at: '2026-03-20T09:00', input: {}, record: {} });
    expect(clearElements(played.state, instant('2026-03-19T09:00'))).toEqual(elements);
    expect(clearElements(played.state, later)).toEqual([]);
  });

  it('预填全部要件和可以作为根据的证据，由承办人写是否查清；再次终结的从前一次写起', () => {
    const before = concluded({}, 'assessed');
    expect(concludeInvestigation.prefill?.(before.state, context(before)).input).toEqual({
      officers: ['h1', 'h2'],
      elements: elements.map((element) => ({ element, evidence: ['I1'] })),
    });
    const after = concluded(conclusionOn('I1'));
    expect(concludeInvestigation.prefill?.(after.state, context(after)).input).toEqual(conclusionOn('I1'));
  });
});

describe('调查终结在办案路径上', () => {
  const steps = (played: PlayedCase) => pathOf(played.state).map(({ act }) => act);

  it('没有作决定的，是要做的一步；不经终结已经作出决定的，不再列出', () => {
    expect(steps(concluded({}, 'assessed'))).toContain('case.conclude-investigation');
    const decided = caseWith(law, 'assessed', (_step, told) => ({ ...told, record: {} }));
    decided.do({
      ...lawfulAct('decided'),
      input: { outcome: 'not-established', sanctions: [], evidence: [] },
      record: {},
    });
    expect(steps(decided)).not.toContain('case.conclude-investigation');
    expect(steps(concluded(conclusionOn('I1'), 'decided'))).toContain('case.conclude-investigation');
  });
});
