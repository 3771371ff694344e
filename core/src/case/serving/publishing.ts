import type { CaseState, EntryOf } from '../state.ts';
import { decisionMade } from '../reading.ts';
import { entriesOf } from '../state.ts';

/** What of the case stands before the public, and what must be taken back from there. */

export function withdrawalOf(state: CaseState, publication: string): EntryOf<'withdrawal'> | undefined {
  return entriesOf(state, 'withdrawal').find((entry) => entry.data.publication === publication);
}

/** The publication the public can still read. */
export function publicationOf(state: CaseState): EntryOf<'publication'> | undefined {
  const last = entriesOf(state, 'publication').at(-1);
  return last === undefined || withdrawalOf(state, last.id) !== undefined ? undefined : last;
}

/** How the latest decision was first made public, whether or not that has been withdrawn since. */
export function publicationMade(state: CaseState): EntryOf<'publication'> | undefined {
  const decided = decisionMade(state)?.version ?? 0;
  return entriesOf(state, 'publication').find((entry) => entry.version > decided);
}

type Revocation = EntryOf<'revocation'> | EntryOf<'license-revocation'>;

/** The latest revocation of a decision or of what it granted, made public by then, and that publication. */
export function publishedThenRevoked(
  state: CaseState,
): { revocation: Revocation; publication: EntryOf<'publication'> } | undefined {
  // A file is of one kind: in none are both.
  const revocations: readonly Revocation[] = [
    ...entriesOf(state, 'revocation'),
    ...entriesOf(state, 'license-revocation'),
  ];
  return revocations
    .flatMap((revocation) => {
      const publication = entriesOf(state, 'publication').findLast(
        (entry) => entry.version < revocation.version,
      );
      const withdrawn = publication === undefined ? undefined : withdrawalOf(state, publication.id);
      return publication === undefined || (withdrawn?.version ?? Infinity) < revocation.version
        ? []
        : [{ revocation, publication }];
    })
    .at(-1);
}

/** Does something stand before the public that a revocation has overtaken? */
export function withdrawable(state: CaseState): boolean {
  const overtaken = publishedThenRevoked(state);
  return overtaken !== undefined && withdrawalOf(state, overtaken.publication.id) === undefined;
}
