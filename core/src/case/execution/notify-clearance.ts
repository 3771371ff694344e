import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { clearanceOf } from './executing.ts';
import { withEntry } from '../state.ts';
import { tooEarly } from '../too-early.ts';

/** 通知当事人 (行政强制法第五十二条): who was not there when it was cleared away is told afterwards, and what follows. */
export const notifyClearance = defineAct({
  name: 'case.notify-clearance',
  event: 'case.clearance-notified',
  label: '通知立即代履行',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  kinds: ['execution'],
  creates: 'clearance-notice',
  input: z.strictObject({ means: code('notice-means', '通知方式') }),
  standing: (state) =>
    clearanceOf(state) === undefined
      ? [
          {
            code: 'NOTHING_CLEARED',
            because: '本案没有立即实施过代履行',
            remedy: { says: '立即代履行的另行登记', act: 'case.clear-at-once' },
          },
        ]
      : [],
  invariants: (state, act) => {
    const cleared = clearanceOf(state);
    return tooEarly(act.occurredAt, cleared?.at, '通知的时刻早于清除的时刻', '核对通知的时刻');
  },
  apply: (state, event) => withEntry(state, event, 'clearance-notice', event.input),
});
