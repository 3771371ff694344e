import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { day, localId, money } from '../inputs.ts';
import { strangers } from '../parties/strangers.ts';
import { ifOnly } from '../parties/if-only.ts';
import { presentParties } from '../parties/present-parties.ts';
import { daysPassed } from '../performing/payment.ts';
import { withEntry } from '../state.ts';
import { nothingToEnforce } from './executing.ts';

/**
 * 达成执行协议 (行政强制法第四十二条): the party performs in stages that both sides agreed on. While it does, nothing is
 * enforced; what is owed itself is never let go, only what was added to it for being late.
 */
export const agreeExecution = defineAct({
  name: 'case.agree-execution',
  event: 'case.execution-agreed',
  label: '达成执行协议',
  aggregate: 'case',
  nature: 'constitutive',
  inField: true,
  stage: 'execution',
  kinds: ['execution'],
  creates: 'execution-agreement',
  input: z.strictObject({
    party: localId.meta({ label: '当事人', ref: 'party' }),
    plan: z
      .array(
        z.strictObject({
          until: day.meta({ label: '最迟履行的日期' }),
          amount: z.optional(money('金额（缴纳款项的填写）')),
          what: z.optional(z.string().trim().min(2).max(500).meta({ label: '履行的内容' })),
        }),
      )
      .min(1, '请写明履行的阶段')
      .max(60)
      .meta({ label: '分阶段履行的约定' }),
    waived: z.optional(money('减免的加处罚款或者滞纳金')),
  }),
  standing: nothingToEnforce,
  invariants: (state, act) => [
    ...strangers(presentParties(state), [act.input.party], 'input.party'),
    ...daysPassed(act.input.plan, act.occurredAt),
  ],
  apply: (state, event) =>
    withEntry(state, event, 'execution-agreement', {
      ...event.input,
      plan: event.input.plan.map(({ amount, ...part }) => ({ ...part, amount: amount ?? 0 })),
    }),
  prefill: (state) => ({ input: ifOnly(presentParties(state)) }),
});
