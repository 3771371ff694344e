import { z } from 'zod';
import { defineAct } from '../act.ts';

/** 更新公示内容: what a change made out of date has been put right. */
export const updatePublished = defineAct({
  name: 'agency.update-published',
  event: 'agency.published-updated',
  label: '更新公示内容',
  aggregate: 'agency',
  nature: 'factual',
  input: z.strictObject({
    change: z.string().min(1, '请选择变动').max(40).meta({ label: '所依据的变动', ref: 'change' }),
  }),
  invariants: (state, act) => {
    const change = state.changes.find((one) => one.id === act.input.change);
    if (change === undefined)
      return [
        {
          code: 'CHANGE_UNKNOWN',
          because: '这项变动没有登记',
          field: 'input.change',
          remedy: { says: '先登记变动', act: 'agency.register-change' },
        },
      ];
    if (change.updated !== undefined)
      return [{ code: 'ALREADY_UPDATED', because: '这项变动的公示内容已经更新', field: 'input.change' }];
    return act.occurredAt < change.at
      ? [
          {
            code: 'STEP_ORDER',
            because: '更新的时刻早于变动的时刻',
            field: 'occurredAt',
            remedy: { says: '核对更新的时刻' },
          },
        ]
      : [];
  },
  prefill: (state) => {
    const [only, ...others] = state.changes.filter((change) => change.updated === undefined);
    return only === undefined || others.length > 0 ? {} : { input: { change: only.id } };
  },
  apply: (state, event) => ({
    ...state,
    changes: state.changes.map((change) =>
      change.id === event.input.change ? { ...change, updated: event.at } : change,
    ),
  }),
});
