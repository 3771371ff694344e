import type { FieldMap, Value } from '../../canonical.ts';
import { archivable } from '../keeping/binding.ts';
import { handlersOf, spotDecisionOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
import type { AnyEntry, CaseState, EntryOf } from '../state.ts';
import { entryTitle } from '../title.ts';

/**
 * 移交 and 接收 of a case: who no longer handles it hands the file over, who handles it now signs for the same list.
 * Neither opens or shuts anything else: the case is handled by whoever was assigned last, at once.
 */

/** An officer whom an assignment took off the case. */
export interface Departure {
  readonly assignment: EntryOf<'assignment'>;
  readonly officer: string;
}

/** Who handled the case before an assignment and no longer does; who came back before handing over never left. */
export function departuresOf(state: CaseState): readonly Departure[] {
  const made = entriesOf(state, 'assignment');
  const spot = spotDecisionOf(state);
  const now = handlersOf(state);
  return made
    .flatMap((assignment, index) => {
      const first = spot === undefined || spot.at > assignment.at ? [] : (spot.data.spot?.officers ?? []);
      const before = made[index - 1]?.data.officers ?? first;
      return before
        .filter((officer) => !assignment.data.officers.includes(officer))
        .map((officer) => ({ assignment, officer }));
    })
    .filter((one) => !now.includes(one.officer) || handoversOf(state, one).length > 0);
}

/** Hand-overs by that officer on that occasion, oldest first: one whose list no longer agrees is followed by another. */
export function handoversOf(
  state: CaseState,
  { assignment, officer }: Departure,
): readonly EntryOf<'handover'>[] {
  return entriesOf(state, 'handover').filter(
    ({ data }) => data.assignment === assignment.id && data.from === officer,
  );
}

export function takeoverOf(state: CaseState, departure: Departure): EntryOf<'takeover'> | undefined {
  const handovers = new Set(handoversOf(state, departure).map(({ id }) => id));
  return entriesOf(state, 'takeover').find(({ data }) => handovers.has(data.handover));
}

/** Departures whose file nobody has taken over yet. */
export function openDepartures(state: CaseState): readonly Departure[] {
  return departuresOf(state).filter((one) => takeoverOf(state, one) === undefined);
}

/** Hand-overs that wait for their receiver: the latest of each departure, to somebody who still handles the case. */
export function awaitingReceiver(state: CaseState): readonly EntryOf<'handover'>[] {
  return openDepartures(state)
    .map((one) => handoversOf(state, one).at(-1))
    .filter((entry) => entry !== undefined)
    .filter((entry) => handlersOf(state).includes(entry.data.to));
}

/** Handing over is itself no part of what is handed over: two who leave do not make each other's lists stale. */
function papers(state: CaseState): readonly AnyEntry[] {
  return archivable(state).filter(({ kind }) => kind !== 'handover' && kind !== 'takeover');
}

/** Every paper of the file with the version it has now: what both sign for. */
export function listOf(state: CaseState): readonly FieldMap[] {
  return papers(state).map((entry) => ({
    id: entry.id,
    title: entryTitle(state, entry),
    version: entry.version,
  }));
}

/** Papers that have come or changed since they were listed. */
export function changedSinceList(state: CaseState, handover: EntryOf<'handover'>): readonly AnyEntry[] {
  const { contents } = handover.outcome ?? {};
  const listed = new Map(
    (Array.isArray(contents) ? (contents as readonly Readonly<Record<string, Value>>[]) : []).map((one) => [
      one['id'],
      one['version'],
    ]),
  );
  return papers(state).filter((entry) => listed.get(entry.id) !== entry.version);
}

/** The hand-over of that id, while it waits for its receiver. */
export function awaiting(state: CaseState, id: string): EntryOf<'handover'> | undefined {
  return awaitingReceiver(state).find((one) => one.id === id);
}
