import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId, money } from '../inputs.ts';
import { presentParties } from '../parties/present-parties.ts';
import { partyUnknown } from '../performing/payment.ts';
import { withEntry } from '../state.ts';
import { isFee, notLevied, paidSoFar, shareOf, wrongForm } from './levies.ts';

/** 登记缴费 (收缴分离): what has reached the treasury; the agency itself takes no money. */
export const recordLevyPayment = defineAct({
  name: 'case.record-levy-payment',
  event: 'case.levy-payment-recorded',
  label: '登记缴费',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  kinds: ['levy'],
  afterClosing: true,
  creates: 'levy-payment',
  input: z.strictObject({
    party: localId.meta({ label: '缴费人', ref: 'party' }),
    amount: money('缴费金额'),
    account: code('levy-account', '缴入的账户'),
  }),
  standing: (state) => (isFee(state) ? notLevied(state) : wrongForm(false)),
  invariants: (state, act) => partyUnknown(state, act.input.party),
  apply: (state, event) => withEntry(state, event, 'levy-payment', event.input),
  prefill: (state) => {
    const open = presentParties(state)
      .map(({ id }) => ({ party: id, amount: shareOf(state, id) - paidSoFar(state, 'levy-payment', id) }))
      .find(({ amount }) => amount > 0);
    return open === undefined ? {} : { input: { ...open, account: 'treasury' } };
  },
});
