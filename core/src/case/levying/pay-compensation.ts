import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId, money } from '../inputs.ts';
import { presentParties } from '../parties/present-parties.ts';
import { partyUnknown } from '../performing/payment.ts';
import { withEntry } from '../state.ts';
import { isFee, notLevied, paidSoFar, shareOf, wrongForm } from './levies.ts';

/** 支付补偿: what a party has been paid for what is taken of it, or used. */
export const payCompensation = defineAct({
  name: 'case.pay-compensation',
  event: 'case.compensation-given',
  label: '支付补偿',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  kinds: ['levy'],
  afterClosing: true,
  creates: 'compensation-payment',
  input: z.strictObject({
    party: localId.meta({ label: '被征收、征用人', ref: 'party' }),
    amount: money('支付的补偿'),
  }),
  standing: (state) => (isFee(state) ? wrongForm(true) : notLevied(state)),
  invariants: (state, act) => partyUnknown(state, act.input.party),
  apply: (state, event) => withEntry(state, event, 'compensation-payment', event.input),
  prefill: (state) => {
    const open = presentParties(state)
      .map(({ id }) => ({
        party: id,
        amount: shareOf(state, id) - paidSoFar(state, 'compensation-payment', id),
      }))
      .find(({ amount }) => amount > 0);
    return open === undefined ? {} : { input: open };
  },
});
