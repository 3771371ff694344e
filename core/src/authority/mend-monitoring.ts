import { z } from 'zod';
import { defineAct } from '../act.ts';
import { localId as entryId, moment } from '../case/inputs.ts';
import { instant } from '../time/index.ts';
import { openBreaks } from './windows.ts';

/** 恢复录制: the device records again. It is told with its own moment, for it is often entered when the day is over. */
export const mendMonitoring = defineAct({
  name: 'agency.mend-monitoring',
  event: 'agency.monitoring-mended',
  label: '登记恢复录制',
  aggregate: 'agency',
  nature: 'factual',
  input: z.strictObject({
    broken: entryId.meta({ label: '断录', ref: 'monitoring-break' }),
    at: moment.meta({ label: '恢复录制的时刻', moment: true }),
  }),
  invariants: (state, act, context) => {
    const at = instant(act.input.at);
    const found = openBreaks(state).find(({ id }) => id === act.input.broken);
    if (found === undefined)
      return [
        {
          code: 'NOT_BROKEN',
          because: '没有登记这次断录，或者已经恢复',
          field: 'input.broken',
          remedy: { says: '核对是哪一次断录', act: 'agency.record-monitoring-break' },
        },
      ];
    return at > context.now || at < found.from
      ? [
          {
            code: 'INPUT_INVALID',
            because: '恢复的时刻早于断录，或者还没有到',
            field: 'input.at',
            remedy: { says: '核对恢复录制的时刻' },
          },
        ]
      : [];
  },
  apply: (state, event) => ({
    ...state,
    breaks: (state.breaks ?? []).map((one) =>
      one.id === event.input.broken ? { ...one, until: instant(event.input.at) } : one,
    ),
  }),
});
