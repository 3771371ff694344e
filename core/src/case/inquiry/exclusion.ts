import type { Instant } from '../../time/index.ts';
import { isSound } from '../keeping/admission.ts';
import { evidenceKinds } from '../reading.ts';
import { entriesOf } from '../state.ts';
import type { AnyEntry, CaseState } from '../state.ts';

/** Is it a thing a decision may be founded on? */
export function isEvidence(entry: AnyEntry | undefined): boolean {
  return entry !== undefined && evidenceKinds.includes(entry.kind);
}

/** Evidence nothing may be founded on: excluded by name, or discarded with the officer who gathered it. */
export function isExcluded(state: CaseState, id: string, at?: Instant): boolean {
  const by = (made: Instant): boolean => at === undefined || made <= at;
  return (
    entriesOf(state, 'exclusion').some((entry) => entry.data.evidence === id && by(entry.at)) ||
    entriesOf(state, 'recusal-decision').some(
      (entry) => entry.data.discarded?.includes(id) === true && by(entry.at),
    )
  );
}

/** What can carry a decision: evidence without a defect that stands in its way, and that nobody has excluded. */
export function soundEvidence(state: CaseState): readonly AnyEntry[] {
  return state.entries.filter(
    (entry) => isEvidence(entry) && isSound(state, entry) && !isExcluded(state, entry.id),
  );
}
