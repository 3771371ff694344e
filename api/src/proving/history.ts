import { emptyState, evolve } from '@zhaozhang/core';
import type { DomainEvent, State } from '@zhaozhang/core';
import type { StoredEvent } from '@zhaozhang/store';

/** The states as they were after each event read so far, kept by version for acts that read other streams. */
export class History {
  #states = new Map<string, { agency: string; stream: string; versions: State[] }>();

  at(agency: string, stream: string, version: number): State | undefined {
    if (version === 0) return emptyState(stream, agency);
    return this.#states.get(`${agency} ${stream}`)?.versions[version - 1];
  }

  latest(agency: string, stream: string): State {
    return this.#states.get(`${agency} ${stream}`)?.versions.at(-1) ?? emptyState(stream, agency);
  }

  /** The version the next event of a stream must have, counting those of the act being gathered. */
  versionOf(event: StoredEvent, gathered: readonly StoredEvent[]): number | undefined {
    if (event.stream.startsWith('access/')) return undefined;
    const ahead = gathered.filter((one) => one.agency === event.agency && one.stream === event.stream).length;
    return (this.#states.get(`${event.agency} ${event.stream}`)?.versions.length ?? 0) + ahead + 1;
  }

  add(event: StoredEvent): void {
    if (event.stream.startsWith('access/')) return;
    const key = `${event.agency} ${event.stream}`;
    const known = this.#states.get(key) ?? { agency: event.agency, stream: event.stream, versions: [] };
    let next = known.versions.at(-1) ?? emptyState(event.stream, event.agency);
    try {
      next = evolve(next, JSON.parse(event.data) as DomainEvent);
    } catch {
      // What cannot be folded has been reported as an event already; the rest is still to be looked at.
    }
    known.versions.push(next);
    this.#states.set(key, known);
  }

  streams(): readonly { agency: string; stream: string; state: State }[] {
    return [...this.#states.values()].flatMap(({ agency, stream, versions }) => {
      const state = versions.at(-1);
      return state === undefined ? [] : [{ agency, stream, state }];
    });
  }
}
