import { sumOf } from './sum-of.ts';
import { canonical } from '../../canonical.ts';
import { isSound } from '../keeping/admission.ts';
import { noticeTo } from '../reading.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf, Sanction } from '../state.ts';

/** What somebody proposes or concludes: which kind of decision, and against whom what. */
export interface Proposed {
  readonly outcome?: string;
  readonly sanctions?: readonly Sanction[];
}

/** The latest collective discussion that was held as the law asks; one with a defect carries no decision. */
export function discussionOf(state: CaseState): EntryOf<'discussion'> | undefined {
  return entriesOf(state, 'discussion')
    .filter((entry) => isSound(state, entry))
    .reduce<EntryOf<'discussion'> | undefined>(
      (latest, entry) => (latest === undefined || entry.at >= latest.at ? entry : latest),
      undefined,
    );
}

/** The same text for the same outcome and sanctions, in whatever order they are listed. */
export function proposedText({ outcome, sanctions }: Proposed): string {
  return canonical({
    outcome: outcome ?? '',
    sanctions: (sanctions ?? [])
      .map(({ party, kind, amount }) => canonical({ party, kind, amount: amount ?? 0 }))
      .sort(),
  });
}

/** Is there a penalty that its party was not told of, or a larger sum than it was told? (处罚法第四十四条) */
export function beyondNotice(state: CaseState, sanctions: readonly Sanction[]): boolean {
  return sanctions.some(({ party, kind }) => {
    const told = noticeTo(state, party)?.data.sanctions ?? [];
    const same = (one: Sanction) => one.party === party && one.kind === kind;
    return !told.some(same) || sumOf(sanctions, same) > sumOf(told, same);
  });
}
