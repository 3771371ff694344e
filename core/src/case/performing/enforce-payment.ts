import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId, money } from '../inputs.ts';
import { nothingToPay, partyUnknown } from './payment.ts';
import { withEntry } from '../state.ts';

/** 强制执行罚款 (处罚法第七十二条第一款第二、三项): by what means the agency itself takes what was not paid, and how much it brought. */
export const enforcePayment = defineAct({
  name: 'case.enforce-payment',
  event: 'case.payment-enforced',
  label: '强制执行罚款',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'execution',
  kinds: ['penalty', 'execution'],
  creates: 'enforcement',
  input: z.strictObject({
    party: localId.meta({ label: '当事人', ref: 'party' }),
    means: code('enforcement-means', '执行方式'),
    amount: money('抵缴罚款的金额'),
  }),
  standing: (state) => nothingToPay(state, ['fine']),
  invariants: (state, act) => partyUnknown(state, act.input.party),
  apply: (state, event) => withEntry(state, event, 'enforcement', event.input),
});
