import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { money } from '../inputs.ts';
import { nothingToPay } from '../performing/payment.ts';
import { withEntry } from '../state.ts';

/** 加处罚款或者滞纳金 (行政强制法第四十五条): what being late has come to, as told to the party. Told anew, the latest counts. */
export const addSurcharge = defineAct({
  name: 'case.add-surcharge',
  event: 'case.surcharge-added',
  label: '加处罚款或者滞纳金',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'execution',
  kinds: ['execution'],
  creates: 'surcharge',
  input: z.strictObject({ amount: money('加处的数额') }),
  standing: (state) => nothingToPay(state),
  apply: (state, event) => withEntry(state, event, 'surcharge', event.input),
});
