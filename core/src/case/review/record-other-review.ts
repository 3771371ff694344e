import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { decisionOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { alreadyDecided } from '../deciding/already-decided.ts';

/** 登记另行审核: where other provisions put the review elsewhere, what that body found. */
export const recordOtherReview = defineAct({
  name: 'case.record-other-review',
  event: 'case.other-review-recorded',
  label: '登记另行审核',
  aggregate: 'case',
  nature: 'factual',
  stage: 'decision',
  creates: 'other-review',
  input: z.strictObject({
    body: z.string().trim().min(2, '请写明审核的机构').max(100).meta({ label: '审核的机构' }),
    passed: z.boolean().meta({ label: '审核通过' }),
  }),
  standing: (state) => alreadyDecided(decisionOf(state)),
  apply: (state, event) => withEntry(state, event, 'other-review', event.input),
});
