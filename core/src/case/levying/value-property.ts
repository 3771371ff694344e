import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId, money } from '../inputs.ts';
import { partyUnknown } from '../performing/payment.ts';
import { decisionOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { firstParty, isFee, wrongForm } from './levies.ts';
import { alreadyDecided } from '../deciding/already-decided.ts';

/** 评估: what the thing of a party is worth, by somebody who is neither side. */
export const valueProperty = defineAct({
  name: 'case.value-property',
  event: 'case.property-valued',
  label: '登记评估',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  kinds: ['levy'],
  creates: 'valuation',
  input: z.strictObject({
    party: localId.meta({ label: '被征收、征用人', ref: 'party' }),
    property: z.string().trim().min(2, '请写明是什么财产').max(200).meta({ label: '财产' }),
    appraiser: z.string().trim().min(2, '请写明评估机构').max(100).meta({ label: '评估机构' }),
    amount: money('评估的价值或者补偿额'),
  }),
  standing: (state) => {
    if (isFee(state)) return wrongForm(true);
    return alreadyDecided(decisionOf(state));
  },
  invariants: (state, act) => partyUnknown(state, act.input.party),
  apply: (state, event) => withEntry(state, event, 'valuation', event.input),
  prefill: (state) => {
    const party = firstParty(state);
    return party === undefined ? {} : { input: { party } };
  },
});
