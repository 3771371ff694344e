import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, officersPresent } from '../inputs.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { handlersOf } from '../reading.ts';
import { withEntry } from '../state.ts';

/** 拒不配合: somebody would not be questioned, would not produce evidence. It stands where the record would have stood. */
export const recordRefusal = defineAct({
  name: 'case.record-refusal',
  event: 'case.refusal-recorded',
  label: '记录拒不配合',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  kinds: ['penalty', 'inspection'],
  creates: 'refusal',
  input: z.strictObject({
    officers: officersPresent,
    person: z.string().trim().min(2, '请写明拒绝的人').max(60).meta({ label: '拒绝的人' }),
    matter: code('refusal-matter', '拒绝的事项'),
  }),
  invariants: (_state, act, context) => officersUnknown(act, context),
  consequences: (_state, act, context) => officersOutcome(act, context),
  apply: (state, event) => withEntry(state, event, 'refusal', event.input),
  prefill: (state) => ({ input: { officers: handlersOf(state), matter: 'questioning' } }),
});
