import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId } from '../inputs.ts';
import { partyUnknown } from '../performing/payment.ts';
import { entriesOf, withEntry } from '../state.ts';
import { levyOf } from './levies.ts';

/** 返还征用的财产 (民法典第二百四十五条): what was used goes back; if it is worse or gone, that is made good. */
export const returnProperty = defineAct({
  name: 'case.return-property',
  event: 'case.property-returned',
  label: '返还征用的财产',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  kinds: ['levy'],
  afterClosing: true,
  creates: 'property-return',
  input: z.strictObject({
    party: localId.meta({ label: '被征用人', ref: 'party' }),
    state: code('returned-state', '返还时的状况').meta({
      label: '返还时的状况',
      codes: 'returned-state',
      narrows: true,
    }),
  }),
  standing: (state) => {
    if (levyOf(state)?.data.form !== 'requisition')
      return [{ code: 'KIND_MISMATCH', because: '本案不是征用，没有须返还的财产' }];
    return entriesOf(state, 'possession').length > 0
      ? []
      : [
          {
            code: 'NOTHING_TAKEN',
            because: '还没有接收财产',
            remedy: { says: '先登记接收的财产', act: 'case.take-possession' },
          },
        ];
  },
  invariants: (state, act) => partyUnknown(state, act.input.party),
  apply: (state, event) => withEntry(state, event, 'property-return', event.input),
  prefill: (state) => {
    const next = entriesOf(state, 'possession').find(
      ({ data }) => !entriesOf(state, 'property-return').some((one) => one.data.party === data.party),
    );
    return next === undefined ? {} : { input: { party: next.data.party } };
  },
});
