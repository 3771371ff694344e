import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/**
 * Parties the case is against, oldest first, now or when the file was at that version: whoever was joined is among them;
 * whoever a successor stands for, whom the case has ended for or who was split off is not. What was done to those stays in
 * the file under their own names.
 */
export function presentParties(state: CaseState, version?: number): readonly EntryOf<'party'>[] {
  if (version !== undefined) return partiesAt(state, version);
  let found = now.get(state);
  if (found === undefined) {
    found = partiesAt(state);
    now.set(state, found);
  }
  return found;
}

/** A state never changes, and every word about a party asks for them: worked out once for each. */
const now = new WeakMap<CaseState, readonly EntryOf<'party'>[]>();

function partiesAt(state: CaseState, version?: number): readonly EntryOf<'party'>[] {
  const joinings = [...entriesOf(state, 'party-joining'), ...entriesOf(state, 'intake')];
  const successions = entriesOf(state, 'succession');
  const then = (entry: { readonly version: number }): boolean =>
    version === undefined || entry.version <= version;
  const leavings = [...entriesOf(state, 'termination'), ...entriesOf(state, 'split')];
  const gone = new Set([
    ...successions.filter(then).map((entry) => entry.data.party),
    ...leavings.filter(then).flatMap((entry) => entry.data.parties),
  ]);
  const later = new Set([
    ...joinings.filter((entry) => !then(entry)).flatMap((entry) => entry.data.parties),
    ...successions.filter((entry) => !then(entry)).flatMap((entry) => entry.data.successors),
  ]);
  return entriesOf(state, 'party').filter(({ id }) => !gone.has(id) && !later.has(id));
}

/**
 * How a party was called when the file was at that version: a document keeps the name it was made out to. Without a
 * version, as it is called now; undefined for who is no party of the file.
 */
export function partyNameAt(state: CaseState, id: string, version?: number): string | undefined {
  const party = entriesOf(state, 'party').find((entry) => entry.id === id);
  const later = entriesOf(state, 'party-renaming').find(
    (entry) => entry.data.party === id && version !== undefined && entry.version > version,
  );
  return later?.data.former ?? party?.data.name;
}

/** Names a party bore before, oldest first. */
export function formerNames(state: CaseState, id: string): readonly string[] {
  return entriesOf(state, 'party-renaming')
    .filter((entry) => entry.data.party === id)
    .map((entry) => entry.data.former);
}
