import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId } from '../inputs.ts';
import { entriesOf, entryById, withEntry } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';
import { tooEarly } from '../too-early.ts';

/** 告知监控所录事实 (处罚法第四十一条第三款): the party is told in time what the device recorded, and how it was told. */
export const notifyMonitoring = defineAct({
  name: 'case.notify-monitoring',
  event: 'case.monitoring-notified',
  label: '告知监控所录事实',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  creates: 'monitoring-notice',
  input: z.strictObject({
    monitoring: localId.meta({ label: '监控记录', ref: 'monitoring' }),
    way: code('monitoring-notice-way', '告知的方式'),
  }),
  standing: (state) =>
    untold(state) === undefined
      ? [{ code: 'NOTHING_TO_TELL', because: '没有已经采用而尚未告知的监控记录' }]
      : [],
  invariants: (state, act) => {
    const entry = entryById(state, act.input.monitoring);
    if (entry?.kind !== 'monitoring')
      return [
        {
          code: 'LINK_BROKEN',
          because: '所选监控记录不在本案卷中',
          field: 'input.monitoring',
          remedy: { says: '从卷内监控记录中选择' },
        },
      ];
    return tooEarly(act.occurredAt, entry.at, '告知的时刻早于采用的时刻', '核对告知的时刻');
  },
  apply: (state, event) => withEntry(state, event, 'monitoring-notice', event.input),
  prefill: (state) => {
    const next = untold(state);
    return next === undefined ? {} : { input: { monitoring: next.id } };
  },
});

/** A telling with a defect has told nobody. */
export function toldOf(state: CaseState, monitoring: string): EntryOf<'monitoring-notice'> | undefined {
  return entriesOf(state, 'monitoring-notice').find(
    (entry) => entry.data.monitoring === monitoring && entry.defects.length === 0,
  );
}

function untold(state: CaseState): EntryOf<'monitoring'> | undefined {
  return entriesOf(state, 'monitoring').find((entry) => toldOf(state, entry.id) === undefined);
}
