import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { day, localId, money } from '../inputs.ts';
import { daysPassed, nothingToPay, partyUnknown } from './payment.ts';
import { withEntry } from '../state.ts';

/** 暂缓或者分期缴纳 (处罚法第六十六条第二款): a later day for the whole, or several days for its parts. */
export const deferPayment = defineAct({
  name: 'case.defer-payment',
  event: 'case.payment-deferred',
  label: '批准暂缓或者分期缴纳',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'execution',
  creates: 'deferral',
  input: z.strictObject({
    party: localId.meta({ label: '当事人', ref: 'party' }),
    plan: z
      .array(
        z.strictObject({
          until: day.meta({ label: '最迟缴纳的日期' }),
          amount: money('金额'),
        }),
      )
      .min(1, '请写明缴纳的日期和金额')
      .max(60)
      .meta({ label: '缴纳计划（暂缓的只写一期）' }),
  }),
  standing: (state) => nothingToPay(state, ['fine']),
  invariants: (state, act) => [
    ...partyUnknown(state, act.input.party),
    ...daysPassed(act.input.plan, act.occurredAt),
  ],
  apply: (state, event) => withEntry(state, event, 'deferral', event.input),
});
