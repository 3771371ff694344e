import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { isEvidence, isExcluded } from './exclusion.ts';
import { code, localId } from '../inputs.ts';
import { entryById, withEntry } from '../state.ts';

/**
 * 排除证据 (处罚法第四十六条第二款、第三款): what was obtained unlawfully, or turned out to be false, stays in the file and
 * carries nothing. It is not taken back: whoever wants it proved anew gathers it anew.
 */
export const excludeEvidence = defineAct({
  name: 'case.exclude-evidence',
  event: 'case.evidence-excluded',
  label: '排除证据',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  creates: 'exclusion',
  input: z.strictObject({
    evidence: localId.meta({ label: '排除的证据', ref: 'evidence' }),
    ground: code('exclusion-ground', '排除的理由'),
  }),
  standing: (state) =>
    state.entries.some((entry) => isEvidence(entry) && !isExcluded(state, entry.id))
      ? []
      : [{ code: 'EVIDENCE_MISSING', because: '卷内没有可以排除的证据' }],
  invariants: (state, act) => {
    if (!isEvidence(entryById(state, act.input.evidence)))
      return [
        {
          code: 'LINK_BROKEN',
          because: '所选证据不在本案卷中',
          field: 'input.evidence',
          remedy: { says: '从卷内证据中选择' },
        },
      ];
    return isExcluded(state, act.input.evidence)
      ? [{ code: 'EVIDENCE_EXCLUDED', because: '该证据已经排除', field: 'input.evidence' }]
      : [];
  },
  apply: (state, event) => withEntry(state, event, 'exclusion', event.input),
});
