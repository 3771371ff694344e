import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { noPendingReview, pendingReview } from './reviewing.ts';
import { withEntry } from '../state.ts';

/**
 * 撤回送审: the unit takes back what it laid before the reviewers, before they have said anything. It is no re-examination
 * and uses none up; whatever is to be decided then has to be sent anew.
 */
export const withdrawReview = defineAct({
  name: 'case.withdraw-review',
  event: 'case.review-recalled',
  label: '撤回送审',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'review-withdrawal',
  input: z.strictObject({
    reason: z.string().trim().min(4, '请写明撤回的理由').max(500).meta({ label: '撤回的理由', long: true }),
  }),
  standing: (state) => (pendingReview(state) === undefined ? [noPendingReview] : []),
  apply: (state, event) =>
    withEntry(state, event, 'review-withdrawal', {
      review: pendingReview(state)?.id ?? '',
      reason: event.input.reason,
    }),
});
