import { actOfEvent } from './acts.ts';
import { emptyAgency } from './authority/state.ts';
import type { AgencyState } from './authority/state.ts';
import { emptyCase } from './case/state.ts';
import type { CaseState } from './case/state.ts';
import type { DomainEvent } from './event.ts';
import { evolveShelf, filingEntered, fineEntered, fineRevoked } from './fines/enter-fine.ts';
import { emptyShelf } from './fines/state.ts';
import type { FineShelf } from './fines/state.ts';
import { emptySeries } from './series/state.ts';
import type { SeriesState } from './series/state.ts';
import { evolveSeries, numberTaken } from './series/take-number.ts';

export type State = CaseState | AgencyState | SeriesState | FineShelf;

/** Names this folding: to be changed with every change of what a fold yields, so that stored states are folded anew. */
export const foldEdition = '2026-11-28a';

/** Events of the shelves on which lies what a party has had elsewhere. */
const onShelf: ReadonlySet<string> = new Set([fineEntered, fineRevoked, filingEntered]);

/** First word of a stream's name: which aggregate it is. */
export function aggregateOf(stream: string): 'case' | 'agency' | 'series' | 'fines' {
  const head = stream.slice(0, stream.indexOf('/'));
  if (head === 'case' || head === 'agency' || head === 'series' || head === 'fines') return head;
  throw new RangeError(`不认识的流：${stream}`);
}

/** The state before anything has happened. */
export function emptyState(stream: string, agency: string): State {
  switch (aggregateOf(stream)) {
    case 'case':
      return emptyCase(stream, agency);
    case 'agency':
      return emptyAgency(stream);
    case 'series':
      return emptySeries(stream);
    case 'fines':
      return emptyShelf(stream);
  }
}

/**
 * What is true after an event. The version counts events, and is raised first, so that an entry carries the version
 * of the event that made or changed it.
 */
export function evolve(state: State, event: DomainEvent): State {
  if (event.type === numberTaken) return evolveSeries(state as SeriesState, event);
  if (onShelf.has(event.type)) return evolveShelf(state as FineShelf, event);
  const definition = actOfEvent(event.type);
  if (definition === undefined) throw new RangeError(`不认识的事件：${event.type}`);
  return definition.apply({ ...state, version: state.version + 1 } as CaseState & AgencyState, event);
}

export function fold(stream: string, agency: string, events: readonly DomainEvent[]): State {
  return events.reduce(evolve, emptyState(stream, agency));
}
