import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { suspensionOf } from './over.ts';
import { withEntry } from '../state.ts';
import { tooEarly } from '../too-early.ts';

/** 恢复办理: what stood in the way is gone, and the case goes on from where it stood. */
export const resumeCase = defineAct({
  name: 'case.resume',
  event: 'case.resumed',
  label: '恢复办理',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  kinds: ['penalty', 'execution'],
  creates: 'resumption',
  input: z.strictObject({
    reason: z.string().trim().min(4, '请写明恢复的理由').max(500).meta({ label: '恢复的理由', long: true }),
  }),
  standing: (state) =>
    suspensionOf(state) === undefined ? [{ code: 'NOT_SUSPENDED', because: '本案没有中止，不必恢复' }] : [],
  invariants: (state, act) => {
    const suspension = suspensionOf(state);
    return tooEarly(act.occurredAt, suspension?.at, '恢复的时刻早于中止的时刻', '核对恢复的时刻');
  },
  apply: (state, event) =>
    withEntry(state, event, 'resumption', {
      suspension: suspensionOf(state)?.id ?? '',
      reason: event.input.reason,
    }),
});
