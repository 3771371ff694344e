import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId } from '../inputs.ts';
import { entriesOf, entryById, withEntry } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** 专业结论入卷: what the body outside found, traceable to the body, to the person and to the entrustment. */
export const recordExpertOpinion = defineAct({
  name: 'case.record-expert-opinion',
  event: 'case.expert-opinion-recorded',
  label: '收入专业结论',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  kinds: ['penalty', 'inspection'],
  creates: 'expert-opinion',
  input: z.strictObject({
    entrustment: z.optional(localId.meta({ label: '所依据的委托书', ref: 'entrustment' })),
  }),
  invariants: (state, act) =>
    act.input.entrustment === undefined || entryById(state, act.input.entrustment)?.kind === 'entrustment'
      ? []
      : [
          {
            code: 'LINK_BROKEN',
            because: '所选委托书不在本案卷中',
            field: 'input.entrustment',
            remedy: { says: '从卷内委托书中选择' },
          },
        ],
  apply: (state, event) => withEntry(state, event, 'expert-opinion', event.input),
  prefill: (state) => {
    const open = unanswered(state);
    return open === undefined
      ? {}
      : {
          input: { entrustment: open.id },
          record: { 'expert.organ': open.data.organ, 'expert.entrustment-number': open.data.number },
        };
  },
});

/** The oldest entrustment to which no conclusion has come in. */
function unanswered(state: CaseState): EntryOf<'entrustment'> | undefined {
  const answered = new Set(entriesOf(state, 'expert-opinion').map((entry) => entry.data.entrustment));
  return entriesOf(state, 'entrustment').find((entry) => !answered.has(entry.id));
}
