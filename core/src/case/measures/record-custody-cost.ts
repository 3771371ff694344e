import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId, money } from '../inputs.ts';
import { entriesOf, withEntry } from '../state.ts';
import { measureFaults, measuresStanding, nothingTaken } from './held-things.ts';

/** 登记保管和检验的费用 (行政强制法第二十五条第三款、第二十六条第三款): what holding and testing cost, and who bears it. */
export const recordCustodyCost = defineAct({
  name: 'case.record-custody-cost',
  event: 'case.custody-cost-recorded',
  label: '登记保管和检验的费用',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  afterClosing: true,
  creates: 'custody-cost',
  input: z.strictObject({
    measure: localId.meta({ label: '强制措施', ref: 'measure' }),
    cost: code('custody-cost', '费用的种类'),
    amount: money('金额'),
    bearer: code('cost-bearer', '由谁承担'),
  }),
  standing: (state) => (entriesOf(state, 'measure').length > 0 ? [] : [nothingTaken]),
  invariants: (state, act) => measureFaults(state, act),
  apply: (state, event) => withEntry(state, event, 'custody-cost', event.input),
  prefill: (state) => {
    const measure = measuresStanding(state).at(-1);
    return { input: { bearer: 'agency', ...(measure === undefined ? {} : { measure: measure.id }) } };
  },
});
