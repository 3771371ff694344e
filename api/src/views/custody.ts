import { entriesOf, entryTitle, heldThings, thingTitle } from '@zhaozhang/core';
import type { CaseState, HeldThing } from '@zhaozhang/core';
import type { CaseView } from '../contract/index.ts';

/**
 * 财物台账: every thing that was sealed or impounded, where it is and what became of it. Told as soon as somebody asked
 * for a measure, though there may be nothing in it yet.
 */
export function custodyOf(state: CaseState): CaseView['custody'] {
  const begun =
    entriesOf(state, 'measure-request').length > 0 ||
    entriesOf(state, 'measure-decision').length > 0 ||
    entriesOf(state, 'measure').length > 0;
  if (!begun) return undefined;
  return heldThings(state).map((one) => ({
    id: one.id,
    name: thingTitle(one),
    measure: entryTitle(state, one.measure),
    place: one.place ?? '没有写明',
    ...(one.keeper === undefined ? {} : { keeper: one.keeper }),
    moves: one.moves.length,
    fate: fateText(one),
    ...(one.fate === undefined ? {} : { ended: one.fate.entry.at }),
  }));
}

const fates = {
  confiscation: '已没收',
  destruction: '已销毁',
  transferred: '已随案移送',
} as const;

function fateText({ fate, sale, measure }: HeldThing): string {
  if (fate?.kind === 'returned') return sale === undefined ? '已退还' : '已变卖，价款已退还';
  if (fate !== undefined) return fates[fate.kind];
  if (sale !== undefined) return '已变卖，价款待处理';
  return measure.data.kind === 'sealing-up' ? '查封中' : '扣押中';
}
