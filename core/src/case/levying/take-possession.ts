import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId } from '../inputs.ts';
import { presentParties } from '../parties/present-parties.ts';
import { partyUnknown } from '../performing/payment.ts';
import { entriesOf, withEntry } from '../state.ts';
import { isFee, notLevied, wrongForm } from './levies.ts';

/** 接收财产: the thing changes hands; first the compensation, then this. */
export const takePossession = defineAct({
  name: 'case.take-possession',
  event: 'case.possession-taken',
  label: '接收财产',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  kinds: ['levy'],
  afterClosing: true,
  creates: 'possession',
  input: z.strictObject({
    party: localId.meta({ label: '被征收、征用人', ref: 'party' }),
    property: z.string().trim().min(2, '请写明接收的财产').max(200).meta({ label: '接收的财产' }),
  }),
  standing: (state) => (isFee(state) ? wrongForm(true) : notLevied(state)),
  invariants: (state, act) => partyUnknown(state, act.input.party),
  apply: (state, event) => withEntry(state, event, 'possession', event.input),
  prefill: (state) => {
    const next = presentParties(state).find(
      ({ id }) => !entriesOf(state, 'possession').some(({ data }) => data.party === id),
    );
    return next === undefined ? {} : { input: { party: next.id } };
  },
});
