import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { collectionsOf, depositOf, handInOf, nothingWaiting, outOfTurn } from './handing-in.ts';
import { localId, money } from '../inputs.ts';
import { withEntry } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** 缴存指定银行 (处罚法第七十一条): the agency paid in what its officers handed over; the bank's slip says so. */
export const depositFine = defineAct({
  name: 'case.deposit-fine',
  event: 'case.fine-deposited',
  label: '缴存指定银行',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  afterClosing: true,
  creates: 'deposit',
  input: z.strictObject({
    collection: localId.meta({ label: '哪一笔当场收缴', ref: 'collection' }),
    amount: money('缴存金额'),
  }),
  standing: (state) => nothingWaiting(state, waits(state), '没有已经交回而等待缴存的收缴款'),
  invariants: (state, act) =>
    outOfTurn(
      state,
      { collection: act.input.collection, at: act.occurredAt },
      {
        waits: waits(state),
        after: (collection) => handInOf(state, collection.id),
        because: '所选的不是已经交回而等待缴存的当场收缴',
        early: '缴存的时刻早于交回的时刻',
      },
    ),
  apply: (state, event) => withEntry(state, event, 'deposit', event.input),
  prefill: (state) => {
    const next = collectionsOf(state).find(waits(state));
    return next === undefined
      ? {}
      : { input: { collection: next.id, amount: handInOf(state, next.id)?.data.amount ?? next.data.amount } };
  },
});

function waits(state: CaseState) {
  return (collection: EntryOf<'payment'>): boolean =>
    handInOf(state, collection.id) !== undefined && depositOf(state, collection.id) === undefined;
}
