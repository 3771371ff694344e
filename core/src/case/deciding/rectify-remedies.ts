import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId } from '../inputs.ts';
import { decisionOf, servicesOf } from '../reading.ts';
import { presentParties } from '../parties/present-parties.ts';
import { remedyTexts } from './remedy-text.ts';
import { entriesOf, withEntry } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/**
 * 更正告知 (处罚法第七条第一款): a decision that has reached a party and did not tell, or told wrongly, of its remedies. The
 * defect is admitted and the remedies are told anew, in a document of its own that is served as any other; the decision
 * stays as it was handed over.
 */
export const rectifyRemedies = defineAct({
  name: 'case.rectify-remedies',
  event: 'case.remedies-rectified',
  label: '制作更正告知书',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'execution',
  afterClosing: true,
  creates: 'remedy-rectification',
  restsOn: ['decision'],
  input: z.strictObject({
    decision: localId.meta({ label: '救济途径有缺漏的决定书', ref: 'document' }),
  }),
  standing: (state) => {
    const decision = decisionOf(state);
    if (decision === undefined) return [{ code: 'NOT_YET_DECIDED', because: '本案没有有效的决定' }];
    return presentParties(state).some(({ id }) => servicesOf(state, decision.id, id).length > 0)
      ? []
      : [
          {
            code: 'SERVICE_PROOF_MISSING',
            because: '决定书还没有送达，不需要更正告知',
            remedy: { says: '先送达决定书', act: 'case.serve' },
          },
        ];
  },
  invariants: (state, act) =>
    act.input.decision === decisionOf(state)?.id
      ? []
      : [
          {
            code: 'LINK_BROKEN',
            because: '所选的不是本案有效的决定书',
            field: 'input.decision',
            remedy: { says: '选择本案有效的决定书' },
          },
        ],
  apply: (state, event) => withEntry(state, event, 'remedy-rectification', event.input),
  prefill: (state, { law }) => {
    const decision = decisionOf(state);
    return {
      ...(decision === undefined ? {} : { input: { decision: decision.id } }),
      record: remedyTexts(law),
    };
  },
});

/** The latest document that tells anew of the remedies against the decision in force. */
export function rectificationOf(state: CaseState): EntryOf<'remedy-rectification'> | undefined {
  const decision = decisionOf(state);
  return entriesOf(state, 'remedy-rectification').findLast((entry) => entry.data.decision === decision?.id);
}
