import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { acceptanceOf, noPendingReview, pendingReview } from './reviewing.ts';
import { withEntry } from '../state.ts';

/** 受理审核: the reviewer finds the materials complete, and from then on the time for reviewing runs. */
export const acceptReview = defineAct({
  name: 'case.accept-review',
  event: 'case.review-accepted',
  label: '受理审核',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'review-acceptance',
  input: z.strictObject({ complete: z.boolean().meta({ label: '已逐件核对，材料完备' }) }),
  standing: (state) => {
    const review = pendingReview(state);
    if (review === undefined) return [noPendingReview];
    return acceptanceOf(state, review.id) === undefined
      ? []
      : [{ code: 'REVIEW_IN_PROGRESS', because: '这次送审已经受理' }];
  },
  invariants: (_state, act) =>
    act.input.complete
      ? []
      : [
          {
            code: 'MATERIALS_INCOMPLETE',
            because: '材料不完备的不能受理',
            field: 'input.complete',
            remedy: { says: '列明所缺材料退回', act: 'case.return-materials' },
          },
        ],
  apply: (state, event) =>
    withEntry(state, event, 'review-acceptance', { review: pendingReview(state)?.id ?? '' }),
});
