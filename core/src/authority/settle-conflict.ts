import { z } from 'zod';
import { defineAct } from '../act.ts';
import { ruleId } from './inputs.ts';

/**
 * 法制机构裁定: of rules that apply together and contradict each other one is followed from now on. Without it every
 * act they bear on is refused; officers neither choose between them nor meet an error.
 */
export const settleConflict = defineAct({
  name: 'agency.settle-conflict',
  event: 'agency.conflict-settled',
  label: '裁定适用的规定',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    prevails: ruleId.meta({ label: '适用的规定', ref: 'rule' }),
    over: z.array(ruleId).min(1, '写明不适用的规定').max(20).meta({ label: '不适用的规定', ref: 'rule' }),
    reason: z.string().trim().min(4, '写明裁定的理由').max(2000).meta({ label: '理由', long: true }),
  }),
  invariants: (_state, act) =>
    act.input.over.includes(act.input.prevails)
      ? [
          {
            code: 'INPUT_INVALID',
            because: '同一规定既列为适用，又列为不适用',
            field: 'input.over',
            remedy: { says: '改正其中一项' },
          },
        ]
      : [],
  apply: (state, event) => ({
    ...state,
    settlements: [
      ...state.settlements,
      {
        prevails: event.input.prevails,
        over: event.input.over,
        reason: event.input.reason,
        by: event.by.name,
        at: event.at,
      },
    ],
  }),
});
