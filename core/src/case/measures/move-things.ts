import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { officersUnknown } from '../handlers/officers-seen.ts';
import { code, officersPresent } from '../inputs.ts';
import { handlersOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { thingId } from './asking.ts';
import { nothingHeld, thingFaults, thingsInHand } from './held-things.ts';

/** 财物移库 (行政强制法第二十六条): from where to where, who keeps it from now on, why, and who signed for it. */
export const moveThings = defineAct({
  name: 'case.move-things',
  event: 'case.things-moved',
  label: '移动查封扣押的财物',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  afterClosing: true,
  creates: 'custody-move',
  input: z.strictObject({
    things: z.array(thingId).min(1, '请选择财物').meta({ label: '移动的财物', ref: 'thing' }),
    place: z.string().trim().min(2, '请写明移到哪里').max(200).meta({ label: '移到哪里' }),
    keeper: z.string().trim().min(2, '请写明保管人').max(100).meta({ label: '保管人' }),
    keeping: code('keeper-kind', '由谁保管'),
    purpose: code('custody-purpose', '移动的用途'),
    signers: officersPresent.meta({ label: '签字的人员', ref: 'officer' }),
  }),
  standing: (state) => (thingsInHand(state).length > 0 ? [] : [nothingHeld]),
  invariants: (state, act, context) => [
    ...thingFaults(state, act.input.things, act.occurredAt),
    ...officersUnknown({ input: { officers: act.input.signers } }, context, 'input.signers'),
  ],
  apply: (state, event) => withEntry(state, event, 'custody-move', event.input),
  prefill: (state) => ({ input: { keeping: 'agency', signers: handlersOf(state) } }),
});
