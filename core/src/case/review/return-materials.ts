import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { acceptanceOf, noPendingReview, pendingReview } from './reviewing.ts';
import { withEntry } from '../state.ts';

/** 缺件退回: the materials sent are not complete; no time begins to run. */
export const returnMaterials = defineAct({
  name: 'case.return-materials',
  event: 'case.materials-returned',
  label: '缺件退回',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'review-return',
  input: z.strictObject({
    missing: z
      .array(code('review-material', '材料'))
      .min(1, '请列明所缺的材料')
      .max(20)
      .meta({ label: '所缺的材料' }),
    explanation: z.string().trim().min(2, '请说明缺什么').max(500).meta({ label: '说明', long: true }),
  }),
  standing: (state) => {
    const review = pendingReview(state);
    if (review === undefined) return [noPendingReview];
    // Once found complete, what is missing is a matter of the opinion: a dispute over it moves no day.
    return acceptanceOf(state, review.id) === undefined
      ? []
      : [
          {
            code: 'REVIEW_IN_PROGRESS',
            because: '材料已经确认完备，不能再按缺件退回',
            remedy: { says: '出具审核意见，需要补充的退回补充', act: 'case.conclude-review' },
          },
        ];
  },
  apply: (state, event) =>
    withEntry(state, event, 'review-return', {
      review: pendingReview(state)?.id ?? '',
      missing: [...new Set(event.input.missing)],
    }),
});
