import type { Structural } from '../../act.ts';
import type { EntryKind } from '../../entry.ts';
import { changedSince } from '../reading.ts';
import { entriesOf } from '../state.ts';
import type { AnyEntry, CaseState, EntryOf } from '../state.ts';

/**
 * Kinds of entries a legal review rests on. Papers of procedure (notices, services, approvals) do not count: what they
 * would change of the proposal is seen when the decision is compared with what was reviewed.
 */
export const basisOfReview: readonly EntryKind[] = [
  'filing',
  'party',
  'interview',
  'statement',
  'assessment',
  'factor-weighing',
  'fault-claim',
  'fault-review',
  'defence-review',
];

/** The latest round of review, and what became of it. */
export function latestReview(state: CaseState): EntryOf<'review'> | undefined {
  return entriesOf(state, 'review').at(-1);
}

export function acceptanceOf(state: CaseState, review: string): EntryOf<'review-acceptance'> | undefined {
  return entriesOf(state, 'review-acceptance').find((entry) => entry.data.review === review);
}

export function returnOf(state: CaseState, review: string): EntryOf<'review-return'> | undefined {
  return entriesOf(state, 'review-return').find((entry) => entry.data.review === review);
}

export function conclusionOf(state: CaseState, review: string): EntryOf<'review-conclusion'> | undefined {
  return entriesOf(state, 'review-conclusion').find((entry) => entry.data.review === review);
}

export function extensionOf(state: CaseState, review: string): EntryOf<'review-extension'> | undefined {
  return entriesOf(state, 'review-extension').find((entry) => entry.data.review === review);
}

/** The materials were taken back while they lay with the reviewers: no opinion comes of that round. */
export function reviewWithdrawal(state: CaseState, review: string): EntryOf<'review-withdrawal'> | undefined {
  return entriesOf(state, 'review-withdrawal').find((entry) => entry.data.review === review);
}

/** What the leaders ruled on the latest opinion; an opinion given since then stands in its place. */
export function rulingOf(state: CaseState): EntryOf<'review-ruling'> | undefined {
  const ruling = entriesOf(state, 'review-ruling').at(-1);
  return ruling?.data.review === latestConclusion(state)?.data.review ? ruling : undefined;
}

/** Said of every step of a review where none waits for it. */
export const noPendingReview: Structural = {
  code: 'REVIEW_NOT_SUBMITTED',
  because: '没有待审核的送审',
  remedy: { says: '先送法制审核', act: 'case.submit-review' },
};

/** The round that waits for the reviewer: sent, neither returned nor taken back nor concluded. */
export function pendingReview(state: CaseState): EntryOf<'review'> | undefined {
  const review = latestReview(state);
  if (review === undefined) return undefined;
  const ended =
    returnOf(state, review.id) ?? reviewWithdrawal(state, review.id) ?? conclusionOf(state, review.id);
  return ended === undefined ? review : undefined;
}

/** The review the reviewers opened of their own accord, as long as no opinion has come of it. */
export function optionalReviewUnderWay(state: CaseState): EntryOf<'optional-review'> | undefined {
  const opened = entriesOf(state, 'optional-review').at(-1);
  if (opened === undefined) return undefined;
  return entriesOf(state, 'review-conclusion').some((entry) => entry.version > opened.version)
    ? undefined
    : opened;
}

/** The latest opinion given, whatever has been sent since. */
export function latestConclusion(state: CaseState): EntryOf<'review-conclusion'> | undefined {
  return entriesOf(state, 'review-conclusion').at(-1);
}

/** What a party says and what is found of it: a reviewer who sees nothing new in them may stand by the opinion. */
const confirmable: readonly EntryKind[] = ['statement', 'defence-review'];

/** What has changed since the reviewer looked, apart from statements that the reviewer has looked at afterwards. */
export function changedSinceReview(
  state: CaseState,
  conclusion: EntryOf<'review-conclusion'>,
): readonly AnyEntry[] {
  const confirmed = entriesOf(state, 'review-confirmation').findLast(
    (entry) => entry.data.review === conclusion.data.review,
  );
  return changedSince(state, basisOfReview, conclusion.basedOn ?? 0).filter(
    (entry) => !confirmable.includes(entry.kind) || entry.version > (confirmed?.basedOn ?? 0),
  );
}
