import type { AgencyState, CaseState, Law, State } from '@zhaozhang/core';
import { aggregateOf } from '@zhaozhang/core';
import type { Recomputation, StoredEvent } from '@zhaozhang/store';
import { dutiesOf } from '../acts/derived.ts';
import type { LawBook } from '../acts/law-book.ts';

/**
 * The law by which a stream's duties stand written: of a case that of its last act, or of the calendar that came later
 * and touched its days; of an agency all it has bound so far. Undefined when that law is not to be had.
 */
export async function standingLaw(
  state: State,
  last: StoredEvent,
  recomputations: readonly Recomputation[],
  lawBook: LawBook,
): Promise<Law | undefined> {
  if (aggregateOf(state.stream) === 'agency') return (await lawBook.foreseen(state as AgencyState)).law;
  let law = last.bundle === undefined ? undefined : await lawBook.byDigest(last.bundle);
  if (law === undefined || aggregateOf(state.stream) !== 'case') return law;
  for (const one of recomputations) {
    const { firstDay, lastDay } = one;
    const reached = one.finishedAt !== undefined || one.cursor >= state.stream;
    if (!reached || firstDay === undefined || lastDay === undefined || one.startedAt < last.recordedAt)
      continue;
    const { looked } = dutiesOf(state as CaseState, law);
    if (looked.last < firstDay || looked.first > lastDay) continue;
    law = await lawBook.byDigest(one.to);
    if (law === undefined) return undefined;
  }
  return law;
}
