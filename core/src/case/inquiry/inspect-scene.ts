import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { endedAtFaults } from '../course/ended-at.ts';
import { certificateShownBy, code, moment, officersPresent } from '../inputs.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { soleSpokesman } from '../parties/party-at-hand.ts';
import { likelyPresent, partnersPresent, strangersPresent } from '../joint/present.ts';
import { handlersOf } from '../reading.ts';
import { withEntry } from '../state.ts';

/** 现场检查、勘验 (处罚法第五十四条、第五十五条): officers were at a place, looked at it and wrote down what they found. */
export const inspectScene = defineAct({
  name: 'case.inspect-scene',
  event: 'case.scene-inspected',
  label: '现场检查勘验',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  kinds: ['penalty', 'inspection'],
  creates: 'scene-record',
  input: z.strictObject({
    officers: officersPresent,
    manner: code('inspection-manner', '检查或者勘验'),
    person: z.string().trim().min(2, '请写明被检查人').max(100).meta({ label: '被检查人' }),
    endedAt: moment.meta({ label: '结束时刻', moment: true }),
    shown: certificateShownBy,
    partnersPresent,
  }),
  invariants: (state, act, context) => [
    ...endedAtFaults(act, context, '检查'),
    ...officersUnknown(act, context),
    ...strangersPresent(state, act),
  ],
  consequences: (_state, act, context) => officersOutcome(act, context),
  apply: (state, event) => withEntry(state, event, 'scene-record', event.input),
  prefill: (state) => {
    const person = soleSpokesman(state);
    return {
      input: {
        officers: handlersOf(state),
        manner: 'inspection',
        ...(person === undefined ? {} : { person }),
        ...likelyPresent(state),
      },
    };
  },
});
