import { aggregateOf, emptyState, evolve } from '@zhaozhang/core';
import type { State } from '@zhaozhang/core';
import type { StoredEvent, StreamPlace } from '@zhaozhang/store';
import { eventIn } from '../acts/stored-states.ts';

/** Where the events of a stream can be read again. */
export type ReadStream = (place: StreamPlace) => Promise<readonly StoredEvent[]>;

/**
 * How many files are held folded at once. Acts on one file come close together; what has been laid aside is folded again
 * when it is asked for, so that the memory taken does not grow with the number of files.
 */
const mostHeld = 2_000;

/**
 * States as they were after each event read so far. Of an agency all versions are kept, for every act rests on one of
 * them; of anything else the newest.
 */
export class History {
  readonly #read: ReadStream;
  readonly #agencies = new Map<string, State[]>();
  readonly #newest = new Map<string, State>();

  constructor(read: ReadStream) {
    this.#read = read;
  }

  /** The state at a version; undefined when there are not so many events. */
  async at(agency: string, stream: string, version: number): Promise<State | undefined> {
    if (version === 0) return emptyState(stream, agency);
    const key = keyOf({ agency, stream });
    if (aggregateOf(stream) === 'agency') return (await this.#versions(key, { agency, stream }))[version - 1];
    const held = this.#newest.get(key);
    if (held?.version === version) return held;
    const state = last(foldedUpTo(await this.#read({ agency, stream }), { agency, stream }, version));
    if (state?.version !== version) return undefined;
    // Only what is newer takes the place: an act asked of an older version must not make the next one fold again.
    if (held === undefined || held.version < version) this.#hold(key, state);
    return state;
  }

  /** Folds one event more; what is not held is folded when it is asked for. */
  add(event: StoredEvent): void {
    if (event.stream.startsWith('access/')) return;
    const key = keyOf(event);
    if (aggregateOf(event.stream) === 'agency') {
      const known = this.#agencies.get(key);
      if (known !== undefined)
        known.push(evolved(last(known) ?? emptyState(event.stream, event.agency), event));
      else if (event.version === 1)
        this.#agencies.set(key, [evolved(emptyState(event.stream, event.agency), event)]);
      return;
    }
    const before = event.version === 1 ? emptyState(event.stream, event.agency) : this.#newest.get(key);
    if (before?.version === event.version - 1) this.#hold(key, evolved(before, event));
  }

  async #versions(key: string, place: StreamPlace): Promise<readonly State[]> {
    const known = this.#agencies.get(key);
    if (known !== undefined) return known;
    const states = foldedUpTo(await this.#read(place), place, Number.POSITIVE_INFINITY);
    this.#agencies.set(key, states);
    return states;
  }

  #hold(key: string, state: State): void {
    this.#newest.delete(key);
    this.#newest.set(key, state);
    for (const oldest of this.#newest.keys()) {
      if (this.#newest.size <= mostHeld) return;
      this.#newest.delete(oldest);
    }
  }
}

function keyOf({ agency, stream }: StreamPlace): string {
  return `${agency} ${stream}`;
}

function last<T>(list: readonly T[]): T | undefined {
  return list.at(-1);
}

/** The states after each event, oldest first. */
export function foldedUpTo(
  events: readonly StoredEvent[],
  { agency, stream }: StreamPlace,
  version: number,
): State[] {
  const states: State[] = [];
  for (const event of events) {
    if (event.version > version) break;
    states.push(evolved(last(states) ?? emptyState(stream, agency), event));
  }
  return states;
}

function evolved(state: State, event: StoredEvent): State {
  try {
    return evolve(state, eventIn(event));
  } catch {
    // What cannot be folded is told of as an event; the rest is still to be looked at.
    return { ...state, version: state.version + 1 } as State;
  }
}
