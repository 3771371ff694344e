import { aggregateOf, foldEdition } from '@zhaozhang/core';
import type { CaseState, Law, State } from '@zhaozhang/core';
import type { Ledger, LedgerEvent, Recomputation, StandingRow } from '@zhaozhang/store';
import { derivedOf } from '../acts/derived.ts';
import { lawBook } from '../acts/law-book.ts';
import type { LawBook } from '../acts/law-book.ts';
import { foldedUpTo } from '../proving/history.ts';
import { pageMoved, publishedAgain } from '../proving/published-again.ts';
import { standingLaw } from '../proving/standing-law.ts';
import type { Reached } from './reach.ts';

export interface RebuildDone {
  readonly streams: number;
  readonly rebuilt: number;
}

const pageSize = 50;

/**
 * Writes anew everything that is derived from the events: states, list lines, duties, searchable text, public pages. By
 * the functions an act uses, and only where the stream is still at the version that was folded, so that an installation
 * may go on meanwhile. Interrupted, it is begun again; what is done already comes out the same.
 * @param all also those that the present program has folded
 */
export async function rebuildAll(
  reached: Reached,
  all: boolean,
  onProgress: (streams: number) => void = () => undefined,
): Promise<RebuildDone> {
  const { ledger, library } = reached;
  // By which duties are written has to be kept: this book puts down what it compiles.
  const book = lawBook(library, ledger);
  const changes = new Map<string, readonly Recomputation[]>();
  const done = { streams: 0, rebuilt: 0 };
  for (let place = { agency: '', stream: '' }; ; ) {
    const page = await ledger.standing(place, pageSize);
    for (const row of page) {
      place = { agency: row.agency, stream: row.stream };
      done.streams += 1;
      if (row.kind === 'access' || (!all && row.fold === foldEdition)) continue;
      if (!changes.has(row.agency)) changes.set(row.agency, await ledger.recomputations(row.agency));
      if (await rebuildOne(ledger, book, row, changes.get(row.agency) ?? [])) done.rebuilt += 1;
    }
    onProgress(done.streams);
    if (page.length < pageSize) return done;
  }
}

/** @returns whether it was written; an act that came in between has written it itself */
async function rebuildOne(
  ledger: Ledger,
  book: LawBook,
  row: StandingRow,
  changes: readonly Recomputation[],
): Promise<boolean> {
  const events = (await ledger.eventsOf(row)).filter((event) => event.version <= row.version);
  const states = foldedUpTo(events, row, row.version);
  const [state, last] = [states.at(-1), events.at(-1)];
  if (state === undefined || last === undefined || state.version !== row.version)
    throw new Error(`${row.agency} ${row.stream} 的事件不全，没有重建。先用 npm run verify 查明`);
  const law = await lawOf(state, last, changes, book);
  const { summary, openedAt, obligations, search } = law === undefined ? {} : derivedOf(state, law);
  return ledger.rebuild({
    ...{ agency: row.agency, stream: row.stream, kind: row.kind, version: row.version },
    ...{ fold: foldEdition, state, summary, openedAt, obligations: obligations ?? [], search },
    published:
      row.kind === 'case' && !(await pageMoved(state as CaseState, ledger))
        ? await publishedAgain(events, states, book)
        : undefined,
  });
}

/** Numbers and shelves owe nothing and need no law. */
async function lawOf(
  state: State,
  last: LedgerEvent,
  changes: readonly Recomputation[],
  book: LawBook,
): Promise<Law | undefined> {
  const kind = aggregateOf(state.stream);
  if (kind !== 'case' && kind !== 'agency') return undefined;
  const law = await standingLaw(state, last, changes, book);
  if (law === undefined) throw new Error(`${state.stream} 所依据的规则包没有留存，没有重建`);
  return law;
}
