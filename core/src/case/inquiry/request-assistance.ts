import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { filingOf, decisionOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { alreadyDecided } from '../deciding/already-decided.ts';

/** 请求协助 (处罚法第二十六条): another organ is asked to do what is in its power and this agency needs for the case. */
export const requestAssistance = defineAct({
  name: 'case.request-assistance',
  event: 'case.assistance-requested',
  label: '请求协助',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  kinds: ['penalty'],
  creates: 'assistance-request',
  input: z.strictObject({
    organ: z.string().trim().min(2, '请写明请求的机关').max(100).meta({ label: '请求协助的机关' }),
    matter: z
      .string()
      .trim()
      .min(2, '请写明协助的事项')
      .max(500)
      .meta({ label: '请求协助的事项', long: true }),
  }),
  standing: (state) => {
    if (filingOf(state) === undefined)
      return [
        {
          code: 'STAGE_RECORD_MISSING',
          because: '本案还没有立案',
          remedy: { says: '先立案', act: 'case.file' },
        },
      ];
    return alreadyDecided(decisionOf(state));
  },
  apply: (state, event) => withEntry(state, event, 'assistance-request', event.input),
});
