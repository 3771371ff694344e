import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { officersPresent } from '../inputs.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { handlersOf } from '../reading.ts';
import { withEntry } from '../state.ts';

/**
 * 登记妨碍执法 (处罚法第五十五条): calls a refusal an obstruction. That is a finding, not a happening, and it can be refused:
 * whoever would not cooperate before a certificate was shown had the right to. That they refused is recorded all the
 * same, by `case.record-refusal`. Nothing is made heavier by it: another case would need a clause of its own.
 */
export const recordObstruction = defineAct({
  name: 'case.record-obstruction',
  event: 'case.obstruction-recorded',
  label: '登记妨碍执法',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  kinds: ['penalty', 'inspection'],
  creates: 'obstruction',
  input: z.strictObject({
    officers: officersPresent,
    person: z.string().trim().min(2, '请写明妨碍的人').max(60).meta({ label: '妨碍的人' }),
  }),
  invariants: (_state, act, context) => officersUnknown(act, context),
  consequences: (_state, act, context) => officersOutcome(act, context),
  apply: (state, event) => withEntry(state, event, 'obstruction', event.input),
  prefill: (state) => ({ input: { officers: handlersOf(state) } }),
});
