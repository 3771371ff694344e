import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { seriesStream, takeNumber } from '../../series/take-number.ts';
import { code } from '../inputs.ts';
import { withEntry } from '../state.ts';

/** 委托专业机构: a body outside is asked to test, appraise or assess; the entrustment takes its number. */
export const entrustExpert = defineAct({
  name: 'case.entrust-expert',
  event: 'case.expert-entrusted',
  label: '委托专业机构',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  kinds: ['penalty', 'inspection'],
  creates: 'entrustment',
  input: z.strictObject({
    organ: z.string().trim().min(2, '请写明受托机构').max(100).meta({ label: '受托机构' }),
    matter: code('expert-matter', '委托事项'),
  }),
  reads: (act) => [seriesStream(act, 'entrustment')],
  consequences: (_state, act, context) => {
    const { number, taken } = takeNumber(act, context, 'entrustment');
    return { outcome: { number }, others: [taken] };
  },
  apply: (state, event) =>
    withEntry(state, event, 'entrustment', {
      ...event.input,
      number: String(event.outcome?.['number'] ?? ''),
    }),
});
