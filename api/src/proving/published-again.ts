import { cessionOf } from '@zhaozhang/core';
import type { CaseState, State } from '@zhaozhang/core';
import type { Ledger, NewPublication, StoredEvent } from '@zhaozhang/store';
import type { Instant } from '@zhaozhang/core/time';
import type { LawBook } from '../acts/law-book.ts';
import { publishedOf } from '../acts/published-row.ts';

/**
 * The public row of a case as its acts, one after the other, must have left it: a page stays as it was while nothing in
 * the open changes, so the last one that was written counts.
 */
export async function publishedAgain(
  events: readonly StoredEvent[],
  states: readonly State[],
  lawBook: LawBook,
): Promise<NewPublication | undefined> {
  let row: NewPublication | undefined;
  for (const [at, event] of events.entries()) {
    // Of an act with several events the state after the last of them was written.
    if (events[at + 1]?.actId === event.actId) continue;
    const state = states[at] as CaseState | undefined;
    if (state?.entries.some((entry) => entry.kind === 'publication') !== true) continue;
    const law = event.bundle === undefined ? undefined : await lawBook.byDigest(event.bundle);
    if (law !== undefined) row = publishedOf(state, event.occurredAt as Instant, law).at(-1) ?? row;
  }
  return row;
}

/** Has the page of a file that was given away gone along? It stays where it is until the successor has received the file. */
export async function pageMoved(state: CaseState, ledger: Pick<Ledger, 'receivedBy'>): Promise<boolean> {
  if (cessionOf(state) === undefined) return false;
  return (await ledger.receivedBy({ agency: state.agency, stream: state.stream })) !== undefined;
}
