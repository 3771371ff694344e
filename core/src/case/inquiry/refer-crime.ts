import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { thingId } from '../measures/asking.ts';
import { thingFaults } from '../measures/held-things.ts';
import { nothingFlagged } from './crime.ts';
import { withEntry } from '../state.ts';

/** 移送司法机关 (处罚法第二十七条第一款): the case goes where crimes are prosecuted. */
export const referCrime = defineAct({
  name: 'case.refer-crime',
  event: 'case.crime-referred',
  label: '移送司法机关',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  creates: 'criminal-referral',
  input: z.strictObject({
    recipient: z.string().trim().min(2, '请写明受移送的机关').max(100).meta({ label: '受移送的机关' }),
    things: z.optional(
      z
        .array(
          z.strictObject({
            thing: thingId.meta({ label: '查封扣押的财物', ref: 'thing' }),
            goes: z.boolean().meta({ label: '随案移送' }),
            reason: z.optional(z.string().trim().max(500).meta({ label: '不移送的理由' })),
          }),
        )
        .meta({ label: '查封扣押财物的移送' }),
    ),
  }),
  standing: nothingFlagged,
  invariants: (state, act) =>
    thingFaults(
      state,
      (act.input.things ?? []).map(({ thing }) => thing),
      act.occurredAt,
    ),
  apply: (state, event) => withEntry(state, event, 'criminal-referral', event.input),
});
