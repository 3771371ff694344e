import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { leadNotDecided } from './jurisdiction-disputes.ts';
import { withEntry } from '../state.ts';

/**
 * 登记指定管辖 (处罚法第二十五条第二款): a higher agency has given this matter to the agency that otherwise would not have it, or,
 * where two are in dispute, to one of them.
 */
export const designateJurisdiction = defineAct({
  name: 'case.designate-jurisdiction',
  event: 'case.jurisdiction-designated',
  label: '登记指定管辖',
  aggregate: 'case',
  nature: 'factual',
  stage: 'initiation',
  creates: 'designation',
  input: z.strictObject({
    designator: z.string().trim().min(2, '请写明指定机关').max(100).meta({ label: '指定管辖的机关' }),
    number: z.string().trim().min(2, '请写明文号').max(100).meta({ label: '指定管辖的文号' }),
    // Absent in events from before it was asked: then it is this agency.
    designated: z.optional(code('jurisdiction-side', '指定由谁管辖')),
  }),
  standing: leadNotDecided,
  apply: (state, event) => withEntry(state, event, 'designation', event.input),
  prefill: () => ({ input: { designated: 'own' } }),
});
