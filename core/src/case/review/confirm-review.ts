import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { decisionOf } from '../reading.ts';
import { latestConclusion } from './reviewing.ts';
import { withEntry } from '../state.ts';

/** 确认审核结论: the reviewer has seen a statement that came afterwards and stands by the opinion. */
export const confirmReview = defineAct({
  name: 'case.confirm-review',
  event: 'case.review-confirmed',
  label: '确认审核结论',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'review-confirmation',
  restsOn: ['statement'],
  input: z.strictObject({
    reason: z
      .string()
      .trim()
      .min(4, '请写明为何不影响审核结论')
      .max(500)
      .meta({ label: '不影响审核结论的理由', long: true }),
  }),
  standing: (state) =>
    decisionOf(state) !== undefined
      ? [{ code: 'ALREADY_DECIDED', because: '本案已作出决定' }]
      : latestConclusion(state) === undefined
        ? [
            {
              code: 'REVIEW_NOT_CONCLUDED',
              because: '还没有审核意见，无从确认',
              remedy: { says: '先送法制审核', act: 'case.submit-review' },
            },
          ]
        : [],
  apply: (state, event) =>
    withEntry(state, event, 'review-confirmation', { review: latestConclusion(state)?.data.review ?? '' }),
});
