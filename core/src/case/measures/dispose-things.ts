import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, money } from '../inputs.ts';
import { withEntry } from '../state.ts';
import { thingId } from './asking.ts';
import { nothingHeld, thingFaults, thingsInHand } from './held-things.ts';

/** 处理查封扣押的财物 (行政强制法第二十七条): confiscated by a decision, destroyed by law, or sold before it spoils. */
export const disposeThings = defineAct({
  name: 'case.dispose-things',
  event: 'case.things-disposed',
  label: '处理查封扣押的财物',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'execution',
  afterClosing: true,
  creates: 'disposal',
  input: z.strictObject({
    things: z.array(thingId).min(1, '请选择财物').meta({ label: '处理的财物', ref: 'thing' }),
    outcome: code('thing-outcome', '处理').meta({ codes: 'thing-outcome', narrows: true }),
    price: z.optional(money('变卖所得（变卖的填）')),
    appraised: z.optional(money('评估价（变卖的填）')),
  }),
  standing: (state) => (thingsInHand(state).length > 0 ? [] : [nothingHeld]),
  invariants: (state, act) => {
    const broken = thingFaults(state, act.input.things, act.occurredAt);
    if (broken.length > 0) return broken;
    const sold = thingsInHand(state).some(
      (one) => act.input.things.includes(one.id) && one.sale !== undefined,
    );
    return sold && act.input.outcome === 'sale'
      ? [
          {
            code: 'ALREADY_SOLD',
            because: '所选的财物中有的已经变卖',
            field: 'input.things',
            remedy: { says: '去掉已经变卖的' },
          },
        ]
      : [];
  },
  apply: (state, event) => withEntry(state, event, 'disposal', event.input),
});
