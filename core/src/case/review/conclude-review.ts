import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { lapsedOfficers } from './lapsed-officers.ts';
import { acceptanceOf, basisOfReview, noPendingReview, pendingReview } from './reviewing.ts';
import { withEntry } from '../state.ts';

/** 出具审核意见: what the reviewers say of what was laid before them, of the file as they saw it. */
export const concludeReview = defineAct({
  name: 'case.conclude-review',
  event: 'case.review-concluded',
  label: '出具审核意见',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'review-conclusion',
  restsOn: basisOfReview,
  input: z.strictObject({
    opinions: z
      .array(code('review-opinion', '意见'))
      .min(1, '请选择审核意见')
      .max(6)
      .meta({ label: '审核意见' }),
    supplement: z.optional(
      z
        .array(
          z.strictObject({
            item: z.string().trim().min(2, '请写明要补充什么').max(500).meta({ label: '要补充的内容' }),
          }),
        )
        .max(100)
        .meta({ label: '补充清单' }),
    ),
  }),
  standing: (state) => {
    const review = pendingReview(state);
    if (review === undefined) return [noPendingReview];
    return acceptanceOf(state, review.id) === undefined
      ? [
          {
            code: 'REVIEW_NOT_ACCEPTED',
            because: '这次送审尚未受理',
            remedy: { says: '先核对材料并受理', act: 'case.accept-review' },
          },
        ]
      : [];
  },
  apply: (state, event) =>
    withEntry(state, event, 'review-conclusion', {
      review: pendingReview(state)?.id ?? '',
      opinions: [...new Set(event.input.opinions)],
      supplement: (event.input.supplement ?? []).map((one) => one.item),
    }),
  // What the register answers is not asked of the reviewer; they can say otherwise, and why.
  prefill: (state, { refs }) =>
    lapsedOfficers(state, refs.agency).length === 0 ? {} : { record: { 'review.person-qualified': 'no' } },
});
