import type { Refusal } from '../../refusal.ts';
import type { Instant } from '../../time/index.ts';
import { entriesOf } from '../state.ts';
import type { AnyEntry, CaseState, EntryOf } from '../state.ts';

/**
 * 承认瑕疵: what can no longer be had, and is not so grave that the act would be unlawful without it, does not stop a
 * case for ever. The head signs what is missing, why it cannot be mended and what stands in for it; the act then goes
 * on with the defect named.
 */

/** The admission by which a refusal is passed, if the head has signed one for this very demand by then. */
export function admissionOf(
  state: CaseState,
  refusal: Pick<Refusal, 'rule' | 'effect'>,
  at: Instant,
): EntryOf<'admission'> | undefined {
  if (refusal.effect !== 'curable' || refusal.rule === undefined) return undefined;
  return entriesOf(state, 'admission').find((entry) => entry.data.gap === refusal.rule && entry.at <= at);
}

/** Nothing is wrong with it, or what is wrong, all of it curable, was admitted by the head after it last changed. */
export function isSound(state: CaseState, entry: AnyEntry, at?: Instant): boolean {
  if (entry.defects.length === 0) return true;
  if (entry.defects.some((defect) => defect.effect === 'void')) return false;
  return entriesOf(state, 'admission').some(
    (one) => one.data.entry === entry.id && one.version > entry.version && (at === undefined || one.at <= at),
  );
}

/** A record with defects, all curable, that nobody has answered for since it last changed. */
export function isUnanswered(state: CaseState, entry: AnyEntry): boolean {
  return (
    entry.defects.length > 0 &&
    entry.defects.every((defect) => defect.effect === 'curable') &&
    !isSound(state, entry)
  );
}
