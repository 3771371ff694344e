import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { strangerTo } from '../inquiry/assess-circumstances.ts';
import { localId, officersPresent } from '../inputs.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { filingOf } from '../reading.ts';
import { entriesOf, entryById, withEntry } from '../state.ts';
import { presentParties } from '../parties/present-parties.ts';

/** 记录教育 (处罚法第六条、第三十三条第三款): who told a party what its wrong was and how to keep the law, and how it took it. */
export const recordEducation = defineAct({
  name: 'case.record-education',
  event: 'case.education-recorded',
  label: '记录教育',
  aggregate: 'case',
  nature: 'factual',
  stage: 'decision',
  creates: 'education',
  input: z.strictObject({
    party: localId.meta({ label: '当事人', ref: 'party' }),
    officers: officersPresent,
  }),
  standing: (state) =>
    filingOf(state) === undefined
      ? [
          {
            code: 'STAGE_RECORD_MISSING',
            because: '本案尚未立案',
            remedy: { says: '先办理立案', act: 'case.file' },
          },
        ]
      : [],
  invariants: (state, act, context) => [
    ...(entryById(state, act.input.party)?.kind === 'party' ? [] : [strangerTo('input.party')]),
    ...officersUnknown(act, context),
  ],
  consequences: (_state, act, context) => officersOutcome(act, context),
  apply: (state, event) => withEntry(state, event, 'education', event.input),
  prefill: (state, context) => {
    const taught = new Set(entriesOf(state, 'education').map((entry) => entry.data.party));
    const next = presentParties(state).find((party) => !taught.has(party.id));
    const { officer } = context.actor;
    return {
      input: {
        ...(next === undefined ? {} : { party: next.id }),
        ...(officer === undefined ? {} : { officers: [officer] }),
      },
    };
  },
});
