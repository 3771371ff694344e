import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { acceptanceOf, pendingReview } from './reviewing.ts';
import { withEntry } from '../state.ts';

/** 批准延期审核: a head gives the reviewers more time, for a reason. How much is the law's business. */
export const extendReview = defineAct({
  name: 'case.extend-review',
  event: 'case.review-extended',
  label: '批准延期审核',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'review-extension',
  input: z.strictObject({
    reason: z.string().trim().min(4, '请写明案情复杂的理由').max(500).meta({ label: '理由', long: true }),
  }),
  standing: (state) => {
    const review = pendingReview(state);
    return review === undefined || acceptanceOf(state, review.id) === undefined
      ? [
          {
            code: 'REVIEW_NOT_ACCEPTED',
            because: '没有正在审核的送审',
            remedy: { says: '先核对材料并受理', act: 'case.accept-review' },
          },
        ]
      : [];
  },
  apply: (state, event) =>
    withEntry(state, event, 'review-extension', { review: pendingReview(state)?.id ?? '' }),
});
