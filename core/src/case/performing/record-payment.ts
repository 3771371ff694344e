import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId, money } from '../inputs.ts';
import { nothingWasToPay, partyUnknown, unpaidOf } from './payment.ts';
import { withEntry } from '../state.ts';
import { presentParties } from '../parties/present-parties.ts';

/** 缴款 (处罚法第六十七条): money a party paid. The act's own time is when the payment went through, not when it was booked. */
export const recordPayment = defineAct({
  name: 'case.record-payment',
  event: 'case.payment-recorded',
  label: '登记缴款',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  afterClosing: true,
  kinds: ['penalty', 'execution'],
  creates: 'payment',
  input: z.strictObject({
    party: localId.meta({ label: '缴款的当事人', ref: 'party' }),
    amount: money('缴款金额'),
    channel: code('payment-channel', '缴款方式'),
  }),
  standing: (state) => nothingWasToPay(state),
  invariants: (state, act) => partyUnknown(state, act.input.party),
  apply: (state, event) => withEntry(state, event, 'payment', event.input),
  prefill: (state) => {
    const party = presentParties(state).find((entry) => unpaidOf(state, entry.id) > 0);
    return party === undefined
      ? {}
      : { input: { party: party.id, amount: unpaidOf(state, party.id), channel: 'bank' } };
  },
});
