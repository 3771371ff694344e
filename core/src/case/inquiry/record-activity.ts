import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { officersPresent } from '../inputs.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { handlersOf } from '../reading.ts';
import { withEntry } from '../state.ts';

/** 记录其他调查活动: what is neither an interview nor an inspection. Which writing it must leave is the law's business. */
export const recordActivity = defineAct({
  name: 'case.record-activity',
  event: 'case.activity-recorded',
  label: '记录其他调查活动',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  kinds: ['penalty', 'inspection'],
  creates: 'activity',
  input: z.strictObject({
    activity: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/, '请选择一项')
      .meta({ label: '活动', codes: 'activity-kind', narrows: true }),
    officers: officersPresent,
    person: z.string().trim().min(2, '请写明对象').max(100).meta({ label: '对象' }),
  }),
  invariants: (_state, act, context) => officersUnknown(act, context),
  consequences: (_state, act, context) => officersOutcome(act, context),
  apply: (state, event) => withEntry(state, event, 'activity', event.input),
  prefill: (state) => ({ input: { officers: handlersOf(state) } }),
});
