import { z } from 'zod';
import { postsOn } from '../../authority/state.ts';
import { defineAct } from '../../act.ts';
import { dayOf } from '../../time/index.ts';
import { beforeDecision } from '../inquiry/assess-circumstances.ts';
import { localId } from '../inputs.ts';
import { optionalReviewUnderWay } from './reviewing.ts';
import { withEntry } from '../state.ts';

/**
 * 发起一般决定审核 (武汉市重大执法决定法制审核办法第六条第二款): the reviewers take up a decision that is not major, of their
 * own accord. Whose approval it needs, and whether the decision waits for it, is the law's business.
 */
export const openOptionalReview = defineAct({
  name: 'case.open-optional-review',
  event: 'case.optional-review-opened',
  label: '发起一般决定审核',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'optional-review',
  input: z.strictObject({ unit: localId.meta({ label: '发起的审核机构', ref: 'unit' }) }),
  standing: (state) => {
    const early = beforeDecision(state);
    if (early.length > 0) return early;
    return optionalReviewUnderWay(state) === undefined
      ? []
      : [{ code: 'REVIEW_IN_PROGRESS', because: '已经发起审核，尚未审结' }];
  },
  invariants: (_state, act, { refs }) =>
    Object.hasOwn(refs.agency.units, act.input.unit)
      ? []
      : [
          {
            code: 'UNIT_UNKNOWN',
            because: '所选机构尚未登记',
            field: 'input.unit',
            remedy: { says: '先登记该机构', act: 'agency.register-unit' },
          },
        ],
  apply: (state, event) => withEntry(state, event, 'optional-review', event.input),
  prefill: (_state, { actor, refs, now }) => {
    const unit = postsOn(refs.agency, actor.officer, 'legal-reviewer', dayOf(now))[0]?.unit;
    return unit === undefined ? {} : { input: { unit } };
  },
});
