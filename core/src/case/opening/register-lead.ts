import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { withEntry } from '../state.ts';

/** 案源登记: where the matter came from. The first act of a file. */
export const registerLead = defineAct({
  name: 'case.register-lead',
  event: 'case.lead-registered',
  label: '登记案源',
  aggregate: 'case',
  nature: 'factual',
  stage: 'initiation',
  creates: 'lead',
  opens: true,
  input: z.strictObject({
    source: code('lead-source', '案件来源').meta({ label: '案件来源', codes: 'lead-source', narrows: true }),
    item: z.optional(z.string().max(100).meta({ label: '执法事项', ref: 'enforcement-item' })),
    summary: z.string().trim().min(1, '请写明线索摘要').max(2000).meta({ label: '线索摘要', long: true }),
  }),
  standing: (state) =>
    state.version === 0
      ? []
      : [
          {
            code: 'LEAD_ALREADY_REGISTERED',
            because: '本案已登记案源',
            remedy: { says: '另有线索的，另行登记' },
          },
        ],
  apply: (state, event) => withEntry(state, event, 'lead', event.input),
});
