import { z } from 'zod';
import { defineAct } from '../act.ts';
import { parseInstant } from '../time/index.ts';
import type { Instant } from '../time/index.ts';
import { moment, officersPresent } from './inputs.ts';
import { officersOutcome, officersUnknown } from './officers-seen.ts';
import { handlersOf } from './reading.ts';
import { withEntry } from './state.ts';

/** 询问笔录 (处罚法第五十五条): an interview held. The act's own time is when it began. */
export const recordInterview = defineAct({
  name: 'case.record-interview',
  event: 'case.interview-recorded',
  label: '记录询问',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  creates: 'interview',
  input: z.strictObject({
    officers: officersPresent,
    person: z.string().trim().min(2, '请写明被询问人').max(60).meta({ label: '被询问人' }),
    endedAt: moment.meta({ label: '询问结束时刻', moment: true }),
  }),
  invariants: (_state, act, context) => {
    const ended = parseInstant(act.input.endedAt);
    // Written by the minute on forms: within one minute nobody can say which came first.
    if (ended !== undefined && minuteOf(ended) < minuteOf(act.occurredAt))
      return [
        {
          code: 'INPUT_INVALID',
          because: '询问结束早于开始',
          field: 'input.endedAt',
          remedy: { says: '核对起止时刻' },
        },
      ];
    if (ended !== undefined && ended > context.now)
      return [
        {
          code: 'FUTURE_DATE',
          because: '询问结束的时刻还没有到',
          field: 'input.endedAt',
          remedy: { says: '询问结束后再记录' },
        },
      ];
    return officersUnknown(act, context);
  },
  consequences: (_state, act, context) => officersOutcome(act, context),
  apply: (state, event) => withEntry(state, event, 'interview', event.input),
  prefill: (state) => ({ input: { officers: handlersOf(state) } }),
});

function minuteOf(moment: Instant): string {
  return moment.slice(0, 'YYYY-MM-DDTHH:MM'.length);
}
