import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId } from '../inputs.ts';
import { decisionOf } from '../reading.ts';
import { latestConclusion, latestReview, pendingReview } from './reviewing.ts';
import { entriesOf, withEntry } from '../state.ts';

/** 申请复审: the handling unit disagrees and asks for another look at the same proposal, a round of its own. */
export const requestReexamination = defineAct({
  name: 'case.request-reexamination',
  event: 'case.reexamination-requested',
  label: '申请复审',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'review',
  input: z.strictObject({ unit: localId.meta({ label: '审核机构', ref: 'unit' }) }),
  standing: (state) => {
    if (decisionOf(state) !== undefined) return [{ code: 'ALREADY_DECIDED', because: '本案已作出决定' }];
    if (latestConclusion(state) === undefined)
      return [
        {
          code: 'REVIEW_NOT_CONCLUDED',
          because: '还没有审核意见，无从申请复审',
          remedy: { says: '先送法制审核', act: 'case.submit-review' },
        },
      ];
    return pendingReview(state) === undefined
      ? []
      : [{ code: 'REVIEW_IN_PROGRESS', because: '本案已经送审，尚未审结' }];
  },
  invariants: (_state, act, context) =>
    Object.hasOwn(context.refs.agency.units, act.input.unit)
      ? []
      : [
          {
            code: 'UNIT_UNKNOWN',
            because: '所选机构尚未登记',
            field: 'input.unit',
            remedy: { says: '先登记该机构', act: 'agency.register-unit' },
          },
        ],
  apply: (state, event) => {
    const reexamines = latestConclusion(state)?.data.review;
    const before = entriesOf(state, 'review').find((entry) => entry.id === reexamines);
    return withEntry(state, event, 'review', {
      unit: event.input.unit,
      outcome: before?.data.outcome ?? '',
      sanctions: before?.data.sanctions ?? [],
      evidence: before?.data.evidence ?? [],
      reexamines,
    });
  },
  prefill: (state) => {
    const unit = latestReview(state)?.data.unit;
    return unit === undefined ? {} : { input: { unit } };
  },
});
