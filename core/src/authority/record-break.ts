import { z } from 'zod';
import { defineAct } from '../act.ts';
import { moment } from '../case/inputs.ts';
import { instant } from '../time/index.ts';
import { localId } from './inputs.ts';
import { covers, openBreaks } from './windows.ts';
import { wrongInput } from './wrong-input.ts';

/** 登记断录: a registered device did not record from that moment on. How long is too long is the law's business. */
export const recordBreak = defineAct({
  name: 'agency.record-monitoring-break',
  event: 'agency.monitoring-break-recorded',
  label: '登记监控断录',
  aggregate: 'agency',
  nature: 'factual',
  input: z.strictObject({
    monitoring: localId.meta({ label: '窗口监控', ref: 'window-monitoring' }),
    from: moment.meta({ label: '断录的时刻', moment: true }),
  }),
  invariants: (state, act, context) => {
    const from = instant(act.input.from);
    const found = (state.windows ?? []).find(({ id }) => id === act.input.monitoring);
    if (found === undefined)
      return [
        {
          code: 'WINDOW_UNKNOWN',
          because: '这个窗口没有登记监控，不判断录',
          field: 'input.monitoring',
          remedy: { says: '先登记窗口监控', act: 'agency.register-window-monitoring' },
        },
      ];
    if (from > context.now) return wrongInput('断录的时刻还没有到', 'from', '核对断录的时刻');
    if (!covers(found, from))
      return wrongInput('断录的时刻不在登记的覆盖时段内', 'from', '核对断录的时刻和登记的时段');
    return openBreaks(state).some(({ monitoring }) => monitoring === found.id)
      ? [
          {
            code: 'STEP_ORDER',
            because: '这个窗口的上一次断录还没有恢复',
            field: 'input.monitoring',
            remedy: { says: '先登记恢复录制', act: 'agency.mend-monitoring' },
          },
        ]
      : [];
  },
  apply: (state, event) => {
    const found = (state.windows ?? []).find(({ id }) => id === event.input.monitoring);
    const from = instant(event.input.from);
    return found === undefined
      ? state
      : {
          ...state,
          breaks: [
            ...(state.breaks ?? []),
            { id: event.actId, monitoring: found.id, window: found.window, device: found.device, from },
          ],
        };
  },
});
