import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { decisionOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { alreadyDecided } from '../deciding/already-decided.ts';

/** 批准免审: a head finds that this decision need not wait for the ordinary review, and on what provision. */
export const exemptReview = defineAct({
  name: 'case.exempt-review',
  event: 'case.review-exempted',
  label: '批准免审',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'review-exemption',
  input: z.strictObject({
    ground: code('exemption-ground', '免审的情形'),
    rank: code('norm-rank', '所依据规范的层级'),
  }),
  standing: (state) => alreadyDecided(decisionOf(state)),
  apply: (state, event) => withEntry(state, event, 'review-exemption', event.input),
});
