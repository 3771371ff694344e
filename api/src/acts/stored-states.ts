import { aggregateOf, emptyState, fold, foldEdition, inheritedEvent, agencyOfStream } from '@zhaozhang/core';
import type { AgencyState, DomainEvent, State } from '@zhaozhang/core';
import type { StateRow, Store, StoredEvent } from '@zhaozhang/store';

/** States of streams as they stand, in one query; a stream that is not there yet is empty. */
export async function statesOf(
  store: Store,
  agency: string,
  streams: readonly string[],
): Promise<ReadonlyMap<string, State>> {
  const rows = await store.states.load(agency, streams);
  const states = new Map<string, State>();
  for (const stream of streams) {
    const row = rows.get(stream);
    states.set(stream, row === undefined ? emptyState(stream, agency) : await current(store, agency, row));
  }
  return states;
}

/** The same of streams of which some are another agency's shelves, each by its own: the name says whose. */
export async function statesOfAll(
  store: Store,
  agency: string,
  streams: readonly string[],
): Promise<ReadonlyMap<string, State>> {
  const owners = new Map<string, string[]>();
  for (const stream of streams) {
    const owner = agencyOfStream(stream, agency);
    owners.set(owner, [...(owners.get(owner) ?? []), stream]);
  }
  const read = await Promise.all([...owners].map(([owner, theirs]) => statesOf(store, owner, theirs)));
  return new Map(read.flatMap((states) => [...states]));
}

/**
 * The same without asking the database, where all of them are at hand as they were last read; streams of `unborn` are
 * taken to be not there yet. They may have moved on: only for an act whose writing checks every version it read.
 */
export function statesAtHand(
  store: Store,
  agency: string,
  streams: readonly string[],
  unborn: readonly string[],
): ReadonlyMap<string, State> | undefined {
  const rows = store.states.lastRead(agency, streams);
  const states = new Map<string, State>();
  for (const stream of streams) {
    const row = rows.get(stream);
    if (row?.fold === foldEdition) states.set(stream, row.state as unknown as State);
    else if (row === undefined && unborn.includes(stream)) states.set(stream, emptyState(stream, agency));
    else return undefined;
  }
  return states;
}

/** A state folded by other code is folded anew from its events: they are the truth, the row is a convenience. */
export async function current(store: Store, agency: string, row: StateRow): Promise<State> {
  if (row.fold === foldEdition) return row.state as unknown as State;
  return refold(store, agency, row.stream);
}

export async function refold(store: Store, agency: string, stream: string): Promise<State> {
  const events = await store.events(agency, stream);
  aggregateOf(stream);
  return fold(
    stream,
    agency,
    events.map((event) => eventIn(event)),
  );
}

/** What a row says, in the words of the agency in whose hands it now is. */
export function eventIn({ data, carriedFrom }: Pick<StoredEvent, 'data' | 'carriedFrom'>): DomainEvent {
  const event = JSON.parse(data) as DomainEvent;
  return carriedFrom === undefined ? event : inheritedEvent(event, carriedFrom);
}

/** An agency's own record; of one that is not there an empty one. */
export async function agencyStateOf(store: Store, id: string): Promise<AgencyState> {
  const stream = `agency/${id}`;
  return (await statesOf(store, id, [stream])).get(stream) as AgencyState;
}

/** Own records of other agencies, for an act that has to do with them; one that is not there is empty. */
export async function othersOf(
  store: Store,
  agencies: readonly string[],
): Promise<{ readonly others?: Readonly<Record<string, AgencyState>> }> {
  if (agencies.length === 0) return {};
  const read = await Promise.all(agencies.map(async (id) => [id, await agencyStateOf(store, id)] as const));
  return { others: Object.fromEntries(read) };
}
