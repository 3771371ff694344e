import type { Instant } from '../../time/index.ts';
import { isExcluded } from './exclusion.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** What the file says of evidence found to be true, and of the facts it proves (处罚法第四十条、第四十六条第二款). */

/** The latest conclusion of the investigation by then; a later one stands in the place of those before it. */
export function investigationConclusionOf(
  state: CaseState,
  at?: Instant,
): EntryOf<'investigation-conclusion'> | undefined {
  return entriesOf(state, 'investigation-conclusion').findLast((entry) => at === undefined || entry.at <= at);
}

/**
 * Has somebody found by then that the piece is true: by name, or by hanging a fact on it as the investigation was
 * concluded? What was found so once stays so, until the piece is excluded.
 */
export function isVerified(state: CaseState, id: string, at?: Instant): boolean {
  const by = (made: Instant): boolean => at === undefined || made <= at;
  return (
    entriesOf(state, 'evidence-verification').some(
      (entry) => entry.data.evidence.includes(id) && by(entry.at),
    ) ||
    entriesOf(state, 'investigation-conclusion').some(
      (entry) => by(entry.at) && (entry.data.elements ?? []).some(({ evidence }) => evidence.includes(id)),
    )
  );
}

/** Elements found clear in the latest conclusion, each on at least one piece that nobody has excluded since. */
export function clearElements(state: CaseState, at: Instant): readonly string[] {
  return (investigationConclusionOf(state, at)?.data.elements ?? [])
    .filter(
      ({ finding, evidence }) => finding === 'clear' && evidence.some((id) => !isExcluded(state, id, at)),
    )
    .map(({ element }) => element);
}

/** Where a piece stands, as a code of `evidence-standing`: what is excluded is so, whatever was found of it before. */
export function evidenceStanding(state: CaseState, id: string): string {
  const excluded = entriesOf(state, 'exclusion').findLast((entry) => entry.data.evidence === id);
  if (excluded !== undefined) return excluded.data.ground === 'unlawful' ? 'unlawful' : 'untrue';
  if (isExcluded(state, id)) return 'discarded';
  return isVerified(state, id) ? 'verified' : 'pending';
}
