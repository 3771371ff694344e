import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { decisionOf } from '../reading.ts';
import { entriesOf, withEntry } from '../state.ts';

/** 登记指定管辖 (处罚法第二十五条): a higher agency has given this matter to the agency that otherwise would not have it. */
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
  }),
  standing: (state) => {
    if (entriesOf(state, 'lead').length === 0)
      return [
        {
          code: 'LEAD_MISSING',
          because: '还没有登记案源',
          remedy: { says: '先登记案源', act: 'case.register-lead' },
        },
      ];
    return decisionOf(state) === undefined ? [] : [{ code: 'ALREADY_DECIDED', because: '本案已作出决定' }];
  },
  apply: (state, event) => withEntry(state, event, 'designation', event.input),
});
