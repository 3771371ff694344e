import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { withEntry } from '../state.ts';
import { agreementOf, resumptionOf } from './executing.ts';

/** 恢复强制执行 (行政强制法第四十二条第二款): the agreement was not kept, and enforcement goes on from where it stood. */
export const resumeExecution = defineAct({
  name: 'case.resume-execution',
  event: 'case.execution-resumed',
  label: '恢复强制执行',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'execution',
  kinds: ['execution'],
  creates: 'execution-resumption',
  input: z.strictObject({
    reason: z.string().trim().min(4, '请写明恢复的理由').max(500).meta({ label: '恢复的理由', long: true }),
  }),
  standing: (state) => {
    if (agreementOf(state) === undefined)
      return [
        {
          code: 'NO_AGREEMENT',
          because: '本案没有执行协议',
          remedy: { says: '因中止而停下的，办理恢复办理', act: 'case.resume' },
        },
      ];
    return resumptionOf(state) === undefined
      ? []
      : [{ code: 'ALREADY_RESUMED', because: '本案已经恢复强制执行' }];
  },
  apply: (state, event) => withEntry(state, event, 'execution-resumption', event.input),
});
