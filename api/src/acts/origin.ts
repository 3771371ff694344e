import { actDefinitions, cessionOf, fold } from '@zhaozhang/core';
import type { Act, Actor, CaseState, State } from '@zhaozhang/core';
import type { FileOrigin, NewSealed, Store, StoredEvent } from '@zhaozhang/store';
import type { Instant } from '@zhaozhang/core/time';
import { namedIn } from './named-in.ts';
import type { AgencyKey } from './agency-key.ts';
import { sealedUnder } from './seal.ts';
import { eventIn } from './stored-states.ts';

/** A file in the hands of another agency that is about to come into this one's. */
export interface Origin {
  readonly place: FileOrigin;
  readonly events: readonly StoredEvent[];
  /** As this agency will read it. */
  readonly state: State;
}

interface Receiving {
  readonly store: Store;
  keyOf(agency: string): AgencyKey;
  now(): Instant;
}

/**
 * The file an act takes out of another agency's hands; undefined for any other act, and where it has been taken already.
 * Whether it was given to this agency is read in what it says, and once more by the database as it is written.
 */
export async function originOf(
  { store }: Receiving,
  act: Act,
  states: ReadonlyMap<string, State>,
): Promise<Origin | undefined> {
  const agency = actDefinitions.get(act.name)?.takesFrom?.(act);
  if (agency === undefined || agency === act.agency || (states.get(act.stream)?.version ?? 0) > 0)
    return undefined;
  const events = await store.events(agency, act.stream);
  const last = events.at(-1);
  if (last === undefined) return undefined;
  const state = fold(
    act.stream,
    act.agency,
    events.map(({ data, carriedFrom }) =>
      // As it will say where it came from, once it stands here.
      eventIn({ data, carriedFrom: carriedFrom === undefined ? agency : `${agency}/${carriedFrom}` }),
    ),
  ) as CaseState;
  // To anybody else it is not there: that another agency has such a file is not told.
  return cessionOf(state)?.data.to === act.agency
    ? { place: { agency, stream: act.stream, version: last.version }, events, state }
    : undefined;
}

/**
 * Identity data of the file under the key of the agency that receives it: each agency can destroy its own. Opening them
 * is noted, in the name of whoever receives the file, where they lay.
 */
export async function sealedAgain(
  { store, keyOf, now }: Receiving,
  act: Act,
  { place, events }: Origin,
  actor: Actor,
): Promise<readonly NewSealed[]> {
  const { sealed } = namedIn(events.map(({ data }) => data));
  const moved: NewSealed[] = [];
  for (const ref of sealed.keys()) {
    const row = await store.openSealed({
      agency: place.agency,
      actor: { account: actor.account, name: actor.name },
      purpose: '接收承继的案卷',
      occurredAt: now(),
      ref,
    });
    // What has been destroyed by then stays so: the event keeps its digest and nothing can be opened.
    if (row === undefined) continue;
    moved.push(sealedUnder({ ...row, ref, subject: act.stream }, keyOf(place.agency), keyOf(act.agency)));
  }
  return moved;
}
