import { z } from 'zod';
import { defineAct } from '../act.ts';
import { day, ownId } from './inputs.ts';
import { periodReversed } from './term-faults.ts';
import { windowNumber } from './windows.ts';

const clock = (label: string) =>
  z
    .string()
    .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, '时刻写作 08:30')
    .meta({ label });

/**
 * 登记窗口监控: whether a window is filmed is for the agency to choose, so nothing asks for this act, and a window without it
 * owes nothing. Entered again under the same id it replaces the entry, which is how it ends.
 */
export const registerWindow = defineAct({
  name: 'agency.register-window-monitoring',
  event: 'agency.window-monitoring-registered',
  label: '登记窗口监控',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    id: ownId.meta({ label: '监控编号' }),
    window: windowNumber.meta({ label: '窗口号' }),
    device: z.string().trim().min(1, '请写明设备编号').max(60).meta({ label: '设备编号' }),
    opens: clock('每日自何时起录制'),
    closes: clock('每日至何时止'),
    from: day.meta({ label: '自' }),
    until: z.optional(day.meta({ label: '至' })),
  }),
  invariants: (_state, act) => {
    const { opens, closes, from, until } = act.input;
    return [
      ...(until === undefined ? [] : periodReversed({ from, until }, '监控')),
      ...(closes <= opens
        ? [
            {
              code: 'INPUT_INVALID',
              because: '止录的时刻不晚于起录的时刻',
              field: 'input.closes',
              remedy: { says: '核对每日覆盖的时段' },
            },
          ]
        : []),
    ];
  },
  apply: (state, event) => ({
    ...state,
    windows: [...(state.windows ?? []).filter((one) => one.id !== event.input.id), event.input],
  }),
});
