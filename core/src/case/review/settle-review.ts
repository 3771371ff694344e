import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { decisionOf } from '../reading.ts';
import { latestConclusion, latestReview, pendingReview } from './reviewing.ts';
import { entriesOf, entryById, withEntry } from '../state.ts';

/**
 * 提请领导定夺: the unit still disagrees with the reviewers, and the leaders say what becomes of it: the opinion is
 * followed, no penalty is decided, or the reviewers look once more at the points that are named. None of the three is an
 * agreement of the reviewers (处罚法第五十八条); only an opinion of theirs ever opens the decision.
 */
export const settleReview = defineAct({
  name: 'case.settle-review',
  event: 'case.review-settled',
  label: '定夺审核分歧',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'review-ruling',
  restsOn: ['review', 'review-conclusion'],
  input: z.strictObject({
    way: code('review-ruling', '处理'),
    points: z.optional(
      z
        .array(
          z.strictObject({
            point: z.string().trim().min(2, '请写明问题').max(500).meta({ label: '问题' }),
          }),
        )
        .max(20)
        .meta({ label: '指明再审的问题' }),
    ),
  }),
  standing: (state) => {
    if (decisionOf(state) !== undefined) return [{ code: 'ALREADY_DECIDED', because: '本案已作出决定' }];
    const conclusion = latestConclusion(state);
    if (conclusion === undefined)
      return [
        {
          code: 'REVIEW_NOT_CONCLUDED',
          because: '还没有审核意见，没有分歧可以定夺',
          remedy: { says: '先送法制审核', act: 'case.submit-review' },
        },
      ];
    if (pendingReview(state) !== undefined)
      return [{ code: 'REVIEW_IN_PROGRESS', because: '本案已经送审，尚未审结' }];
    return conclusion.data.opinions.includes('agree')
      ? [{ code: 'REVIEW_AGREED', because: '审核意见是同意，没有分歧需要定夺' }]
      : [];
  },
  invariants: (_state, act) =>
    act.input.way === 'look-again' && (act.input.points ?? []).length === 0
      ? [
          {
            code: 'FIELD_MISSING',
            because: '交法制机构再审的，没有指明就哪些问题再审',
            field: 'input.points',
            remedy: { says: '逐项写明要再审的问题' },
          },
        ]
      : [],
  apply: (state, event) => {
    const disputed = latestConclusion(state)?.data.review ?? '';
    const ruled = withEntry(state, event, 'review-ruling', {
      review: disputed,
      way: event.input.way,
      points: (event.input.points ?? []).map(({ point }) => point),
    });
    const before = entryById(state, disputed);
    if (event.input.way !== 'look-again' || before?.kind !== 'review') return ruled;
    // The ruling lays the very same proposal before them: a round of its own, with a clock of its own.
    const { unit, outcome, sanctions, evidence } = before.data;
    return withEntry(
      ruled,
      event,
      'review',
      { unit, outcome, sanctions, evidence, directed: event.actId },
      nextRound(entriesOf(state, 'review').length, event.actId),
      before.record,
    );
  },
  prefill: (state) => (latestReview(state) === undefined ? {} : { input: { way: 'follow' } }),
});

/** Id of the round that a ruling begins: one act, two entries. */
function nextRound(rounds: number, ruling: string): string {
  return `${ruling}-${rounds + 1}`;
}
