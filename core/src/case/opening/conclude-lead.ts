import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { filingRefusalOf, leadConclusionOf, triageOf } from './leads.ts';
import { transferOf } from '../course/transfer.ts';
import { filingOf } from '../reading.ts';
import { withEntry } from '../state.ts';

/** 办结案源: a lead that became no case of its own is done with, and everybody who had to be told has been. */
export const concludeLead = defineAct({
  name: 'case.conclude-lead',
  event: 'case.lead-concluded',
  label: '办结案源',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'initiation',
  creates: 'lead-conclusion',
  input: z.strictObject({
    note: z.optional(z.string().trim().max(500).meta({ label: '办结说明', long: true })),
  }),
  standing: (state) => {
    if (filingOf(state) !== undefined) return [{ code: 'ALREADY_FILED', because: '本案已经立案' }];
    if (leadConclusionOf(state) !== undefined) return [{ code: 'LEAD_CONCLUDED', because: '本案源已经办结' }];
    return filingRefusalOf(state) !== undefined ||
      triageOf(state)?.data.conclusion === 'merge' ||
      transferOf(state) !== undefined
      ? []
      : [
          {
            code: 'LEAD_OPEN',
            because: '本案源还没有不予立案，也没有并入另案或者移送',
            remedy: { says: '先核查案源', act: 'case.triage-lead' },
          },
        ];
  },
  apply: (state, event) => withEntry(state, event, 'lead-conclusion', event.input),
});
