import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { endedAtFaults } from '../course/ended-at.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { certificateShownBy, code, moment, money, officersPresent } from '../inputs.ts';
import { handlersOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { notOpened } from './executing.ts';

/**
 * 实施强制执行 (行政强制法第四十三条、第五十一条): what was done at the place, from when to when, and what came of it. Whatever
 * was missing of what the law asks before is a defect of what has happened.
 */
export const executeDecision = defineAct({
  name: 'case.execute-decision',
  event: 'case.decision-executed',
  label: '实施强制执行',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  kinds: ['execution'],
  creates: 'execution-record',
  input: z.strictObject({
    officers: officersPresent,
    shown: certificateShownBy,
    endedAt: moment.meta({ label: '结束时刻', moment: true }),
    result: code('performance-state', '执行的结果'),
    cost: z.optional(money('代履行的实际费用')),
  }),
  standing: notOpened,
  invariants: (_state, act, context) => [
    ...endedAtFaults(act, context, '实施'),
    ...officersUnknown(act, context),
  ],
  consequences: (_state, act, context) => officersOutcome(act, context),
  apply: (state, event) => withEntry(state, event, 'execution-record', event.input),
  prefill: (state) => ({ input: { officers: handlersOf(state), result: 'full' } }),
});
