import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { collectionsOf, landingOf, nothingWaiting, onWater, outOfTurn } from './handing-in.ts';
import { localId } from '../inputs.ts';
import { withEntry } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** 登记抵岸 (处罚法第七十一条): those who took money on the water are ashore, from when it must be handed in. */
export const recordLanding = defineAct({
  name: 'case.record-landing',
  event: 'case.landing-recorded',
  label: '登记抵岸',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  afterClosing: true,
  inField: true,
  creates: 'landing',
  input: z.strictObject({
    collection: localId.meta({ label: '哪一笔当场收缴', ref: 'collection' }),
  }),
  standing: (state) => nothingWaiting(state, waits(state), '没有等待抵岸的水上收缴'),
  invariants: (state, act) =>
    outOfTurn(
      state,
      { collection: act.input.collection, at: act.occurredAt },
      {
        waits: waits(state),
        after: (collection) => collection,
        because: '所选的不是等待抵岸的水上收缴',
        early: '抵岸的时刻早于收缴的时刻',
      },
    ),
  apply: (state, event) => withEntry(state, event, 'landing', event.input),
  prefill: (state) => {
    const next = collectionsOf(state).find(waits(state));
    return next === undefined ? {} : { input: { collection: next.id } };
  },
});

function waits(state: CaseState) {
  return (collection: EntryOf<'payment'>): boolean =>
    onWater(collection) && landingOf(state, collection.id) === undefined;
}
