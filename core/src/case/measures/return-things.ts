import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { money } from '../inputs.ts';
import { withEntry } from '../state.ts';
import { thingId } from './asking.ts';
import { liftingOf, nothingHeld, thingFaults, thingsInHand } from './held-things.ts';

/** 退还财物 (行政强制法第二十八条第二款): the things themselves, or the money of those that were sold, against a receipt. */
export const returnThings = defineAct({
  name: 'case.return-things',
  event: 'case.things-returned',
  label: '退还查封扣押的财物',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  afterClosing: true,
  creates: 'thing-return',
  input: z.strictObject({
    things: z
      .array(
        z.strictObject({
          thing: thingId.meta({ label: '财物', ref: 'thing' }),
          quantity: z.number().int().positive('数量须大于零').meta({ label: '退还的数量' }),
          condition: z.optional(z.string().trim().max(200).meta({ label: '状态' })),
          money: z.optional(money('退还的价款（变卖了的填）')),
        }),
      )
      .min(1, '至少列一件')
      .meta({ label: '退还的财物' }),
    recipient: z.string().trim().min(2, '请写明签收人').max(100).meta({ label: '签收人' }),
  }),
  standing: (state) => (thingsInHand(state).length > 0 ? [] : [nothingHeld]),
  invariants: (state, act) =>
    thingFaults(
      state,
      act.input.things.map(({ thing }) => thing),
      act.occurredAt,
    ),
  apply: (state, event) => withEntry(state, event, 'thing-return', event.input),
  prefill: (state) => ({
    input: {
      things: thingsInHand(state)
        .filter((one) => liftingOf(state, one.measure.id) !== undefined)
        .map((one) => ({
          thing: one.id,
          quantity: one.line.quantity,
          ...(one.sale?.data.price === undefined ? {} : { money: one.sale.data.price }),
        })),
    },
  }),
});
