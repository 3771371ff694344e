import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { isEvidence, isExcluded, soundEvidence } from './exclusion.ts';
import { localId } from '../inputs.ts';
import { decisionOf } from '../reading.ts';
import { entryById, withEntry } from '../state.ts';
import type { CaseState } from '../state.ts';
import { isVerified } from './verification.ts';

/**
 * 查证证据 (处罚法第四十六条第二款): pieces that were looked into and found to be true, before the investigation is concluded
 * or after it. What turns out not to be true is excluded instead.
 */
export const verifyEvidence = defineAct({
  name: 'case.verify-evidence',
  event: 'case.evidence-verified',
  label: '查证证据',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  creates: 'evidence-verification',
  input: z.strictObject({
    evidence: z
      .array(localId)
      .min(1, '请选择查证的证据')
      .max(500)
      .meta({ label: '查证属实的证据', ref: 'evidence' }),
  }),
  standing: (state) => {
    if (decisionOf(state) !== undefined) return [{ code: 'ALREADY_DECIDED', because: '本案已作出决定' }];
    return soundEvidence(state).length > 0
      ? []
      : [
          {
            code: 'EVIDENCE_MISSING',
            because: '卷内没有可以查证的证据',
            remedy: { says: '先取证', act: 'case.record-interview' },
          },
        ];
  },
  invariants: (state, { input }) => {
    if (!input.evidence.every((id) => isEvidence(entryById(state, id))))
      return [
        {
          code: 'LINK_BROKEN',
          because: '所选证据不在本案卷中',
          field: 'input.evidence',
          remedy: { says: '从卷内证据中选择' },
        },
      ];
    return input.evidence.some((id) => isExcluded(state, id))
      ? [
          {
            code: 'EVIDENCE_EXCLUDED',
            because: '所选证据中有的已经排除',
            field: 'input.evidence',
            remedy: { says: '去掉已经排除的证据' },
          },
        ]
      : [];
  },
  apply: (state, event) => withEntry(state, event, 'evidence-verification', event.input),
  prefill: (state) => ({ input: { evidence: unverified(state) } }),
});

/** Pieces that could carry a decision and that nobody has found true yet. */
function unverified(state: CaseState): string[] {
  return soundEvidence(state)
    .filter(({ id }) => !isVerified(state, id))
    .map(({ id }) => id);
}
