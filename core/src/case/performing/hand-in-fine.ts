import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { collectionsOf, handInOf, nothingWaiting, outOfTurn } from './handing-in.ts';
import { localId, money } from '../inputs.ts';
import { officersUnknown } from '../handlers/officers-seen.ts';
import { withEntry } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** 交回收缴款 (处罚法第七十一条): what officers took on the spot is in the hands of the agency, which signed for it. */
export const handInFine = defineAct({
  name: 'case.hand-in-fine',
  event: 'case.hand-in-recorded',
  label: '交回收缴款',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  afterClosing: true,
  creates: 'hand-in',
  input: z.strictObject({
    collection: localId.meta({ label: '哪一笔当场收缴', ref: 'collection' }),
    amount: money('交回金额'),
    receivedBy: localId.meta({ label: '机关收款人', ref: 'officer' }),
  }),
  standing: (state) => nothingWaiting(state, waits(state), '没有等待交回的收缴款'),
  invariants: (state, act, context) => [
    ...outOfTurn(
      state,
      { collection: act.input.collection, at: act.occurredAt },
      {
        waits: waits(state),
        after: (collection) => collection,
        because: '所选的不是等待交回的当场收缴',
        early: '交回的时刻早于收缴的时刻',
      },
    ),
    ...officersUnknown({ input: { officers: [act.input.receivedBy] } }, context, 'input.receivedBy'),
  ],
  apply: (state, event) => withEntry(state, event, 'hand-in', event.input),
  prefill: (state) => {
    const next = collectionsOf(state).find(waits(state));
    return next === undefined ? {} : { input: { collection: next.id, amount: next.data.amount } };
  },
});

function waits(state: CaseState) {
  return (collection: EntryOf<'payment'>): boolean => handInOf(state, collection.id) === undefined;
}
