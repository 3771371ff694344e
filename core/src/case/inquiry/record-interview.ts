import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { endedAtFaults } from '../course/ended-at.ts';
import { certificateShownBy, moment, officersPresent } from '../inputs.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { soleSpokesman } from '../parties/party-at-hand.ts';
import { likelyPresent, partnersPresent, strangersPresent } from '../joint/present.ts';
import { handlersOf } from '../reading.ts';
import { withEntry } from '../state.ts';

/** 询问笔录 (处罚法第五十五条): an interview held. The act's own time is when it began. */
export const recordInterview = defineAct({
  name: 'case.record-interview',
  event: 'case.interview-recorded',
  label: '记录询问',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  kinds: ['penalty', 'inspection'],
  creates: 'interview',
  input: z.strictObject({
    officers: officersPresent,
    person: z.string().trim().min(2, '请写明被询问人').max(60).meta({ label: '被询问人' }),
    endedAt: moment.meta({ label: '询问结束时刻', moment: true }),
    shown: certificateShownBy,
    partnersPresent,
  }),
  invariants: (state, act, context) => [
    ...endedAtFaults(act, context, '询问'),
    ...officersUnknown(act, context),
    ...strangersPresent(state, act),
  ],
  consequences: (_state, act, context) => officersOutcome(act, context),
  apply: (state, event) => withEntry(state, event, 'interview', event.input),
  prefill: (state) => {
    const person = soleSpokesman(state);
    return {
      input: {
        officers: handlersOf(state),
        ...(person === undefined ? {} : { person }),
        ...likelyPresent(state),
      },
    };
  },
});
