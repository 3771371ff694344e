import type { EntryKind } from '../entry.ts';
import { entriesOf } from './state.ts';
import type { AnyEntry, CaseState, EntryOf } from './state.ts';

/** What makes somebody ask whether an officer was at fault; what it is a clue of, and whether it is one, the law says. */
const clueKinds: readonly EntryKind[] = ['revocation', 'late-reason'];

export function cluesOf(state: CaseState): readonly AnyEntry[] {
  return state.entries.filter((entry) => clueKinds.includes(entry.kind));
}

export function clueCheckOf(state: CaseState, clue: string): EntryOf<'clue-check'> | undefined {
  return entriesOf(state, 'clue-check').find((entry) => entry.data.clue === clue);
}
