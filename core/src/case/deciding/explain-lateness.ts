import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { decisionMade, filingOf } from '../reading.ts';
import { withEntry } from '../state.ts';

/**
 * 说明逾期的原因 (过错责任追究办法第二十条第三项): the head writes why the case was not concluded in its term. It is then
 * concluded nevertheless, and whether anybody is at fault is looked into apart.
 */
export const explainLateness = defineAct({
  name: 'case.explain-lateness',
  event: 'case.lateness-explained',
  label: '说明逾期的原因',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'late-reason',
  input: z.strictObject({
    reason: z.string().trim().min(4, '写明逾期的原因').max(1000).meta({ label: '逾期的原因', long: true }),
  }),
  standing: (state) => {
    if (filingOf(state) === undefined)
      return [
        {
          code: 'STAGE_RECORD_MISSING',
          because: '本案尚未立案',
          remedy: { says: '先办理立案', act: 'case.file' },
        },
      ];
    return decisionMade(state) === undefined
      ? []
      : [{ code: 'ALREADY_DECIDED', because: '本案已作出决定，逾期的原因应当在此之前写明' }];
  },
  apply: (state, event) => withEntry(state, event, 'late-reason', event.input),
});
