import { z } from 'zod';
import { defineAct } from '../act.ts';
import { code } from '../case/inputs.ts';
import { dayOf, periodNamed } from '../time/index.ts';
import { openPeriods } from './open-periods.ts';

/** 按期汇总公示: the batch of one month, quarter or year is out, or it is confirmed that there is nothing to publish. */
export const publishBatch = defineAct({
  name: 'agency.publish-batch',
  event: 'agency.batch-published',
  label: '汇总公示',
  aggregate: 'agency',
  nature: 'factual',
  input: z.strictObject({
    list: code('periodic-list', '公示的内容'),
    period: z
      .string()
      .regex(/^\d{4}(?:-(?:\d{2}|Q[1-4]|H[12]))?$/, '期间写作年月、年季度、年半年或者年')
      .meta({ label: '期间', ref: 'period' }),
    count: z.number().int().min(0).max(1_000_000).meta({ label: '条数' }),
  }),
  invariants: (state, act) => {
    const period = periodNamed(act.input.period);
    if (period === undefined)
      return [
        {
          code: 'INPUT_INVALID',
          because: '没有这个期间',
          field: 'input.period',
          remedy: { says: '改为实际存在的月份、季度、半年或者年份' },
        },
      ];
    if (dayOf(act.occurredAt) <= period.last)
      return [
        {
          code: 'PERIOD_OPEN',
          because: `${period.label}还没有结束，还会有应当汇总的内容`,
          field: 'input.period',
          remedy: { says: '期间结束之后再汇总公示' },
        },
      ];
    return state.batches.some((one) => one.list === act.input.list && one.period === act.input.period)
      ? [{ code: 'ALREADY_PUBLISHED', because: '这一期已经公示', field: 'input.period' }]
      : [];
  },
  prefill: (state, { law, now }) => {
    const [only, ...others] = openPeriods(state, law).filter(({ ends }) => ends < now);
    return only === undefined || others.length > 0 ? {} : { input: { list: only.list, period: only.id } };
  },
  apply: (state, event) => ({
    ...state,
    batches: [
      ...state.batches,
      { list: event.input.list, period: event.input.period, count: event.input.count, at: event.at },
    ],
  }),
});
