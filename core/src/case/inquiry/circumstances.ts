import type { Value } from '../../canonical.ts';
import type { Instant } from '../../time/index.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** Fields that hold the findings of an assessment are named by their point: `assessment.coerced` is the point `coerced`. */
const prefix = 'assessment.';

/** The latest assessment of a party by then: a new one stands in the place of those before it. */
export function assessmentOf(
  state: CaseState,
  party: string,
  at?: Instant,
): EntryOf<'assessment'> | undefined {
  return entriesOf(state, 'assessment').findLast(
    (entry) => entry.data.party === party && (at === undefined || entry.at <= at),
  );
}

/** Points that were found to be so. What could not be found out is not found. */
export function affirmedIn(record: Readonly<Record<string, Value>>): readonly string[] {
  return Object.entries(record)
    .filter(([field, value]) => field.startsWith(prefix) && value === 'yes')
    .map(([field]) => field.slice(prefix.length));
}

/** One point with the pieces of evidence it rests on. */
export interface Support {
  readonly point: string;
  readonly evidence: readonly string[];
}

/** Points that evidence is listed for. Whether a piece is sound is asked where the decision is founded on it. */
export function supportedPoints(support: readonly Support[]): readonly string[] {
  return support.filter(({ evidence }) => evidence.length > 0).map(({ point }) => point);
}

/** Confirmed by the head after the assessment was made: a new assessment needs a new confirmation. */
export function confirmationOf(
  state: CaseState,
  party: string,
  matter: string,
  at?: Instant,
): EntryOf<'unproven'> | undefined {
  const assessment = assessmentOf(state, party, at);
  return assessment === undefined
    ? undefined
    : entriesOf(state, 'unproven').findLast(
        (entry) =>
          entry.data.party === party && entry.data.matter === matter && entry.version > assessment.version,
      );
}

/** The review of a claim of no fault. */
export function faultReviewOf(state: CaseState, claim: string): EntryOf<'fault-review'> | undefined {
  return entriesOf(state, 'fault-review').findLast((entry) => entry.data.claim === claim);
}

/** Claims that nobody has reviewed yet. */
export function unreviewedClaims(state: CaseState): readonly EntryOf<'fault-claim'>[] {
  return entriesOf(state, 'fault-claim').filter((claim) => faultReviewOf(state, claim.id) === undefined);
}
