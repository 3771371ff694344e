import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId } from '../inputs.ts';
import { nothingPreserved, preservationFaults, unresolvedOf } from './preservation.ts';
import { withEntry } from '../state.ts';

/** 登记保存期间的毁损、转移 (处罚法第五十六条): things that were to stay as they are did not. */
export const recordTampering = defineAct({
  name: 'case.record-tampering',
  event: 'case.tampering-recorded',
  label: '记录毁损转移',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  creates: 'tampering',
  input: z.strictObject({
    preservation: localId.meta({ label: '涉及的保全', ref: 'preservation' }),
    manner: code('tampering-manner', '情形'),
    person: z.optional(z.string().trim().min(2).max(60).meta({ label: '所涉人员' })),
  }),
  standing: nothingPreserved,
  invariants: (state, act) => preservationFaults(state, act),
  apply: (state, event) => withEntry(state, event, 'tampering', event.input),
  prefill: (state) => {
    const next = unresolvedOf(state);
    return next === undefined ? {} : { input: { preservation: next.id } };
  },
});
