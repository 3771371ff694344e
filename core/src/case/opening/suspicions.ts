import type { EntryKind } from '../../entry.ts';
import { entriesOf } from '../state.ts';
import type { AnyEntry, CaseState, EntryOf } from '../state.ts';

/** What makes somebody ask whether an officer was at fault; of what fault, and whether there is anything in it, the law says. */
const suspicionKinds: readonly EntryKind[] = ['revocation', 'late-reason'];

export function suspicionsOf(state: CaseState): readonly AnyEntry[] {
  return state.entries.filter((entry) => suspicionKinds.includes(entry.kind));
}

export function suspicionCheckOf(
  state: CaseState,
  suspicion: string,
): EntryOf<'suspicion-check'> | undefined {
  return entriesOf(state, 'suspicion-check').find((entry) => entry.data.suspicion === suspicion);
}
