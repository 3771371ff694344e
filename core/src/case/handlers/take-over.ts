import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { awaiting, awaitingReceiver, changedSinceList } from './handing-over.ts';
import { localId } from '../inputs.ts';
import { withEntry } from '../state.ts';
import { entryTitle } from '../title.ts';

/** 接收案卷: who handles the case now signs for the list as it was handed over; a file that has changed since is another. */
export const takeOver = defineAct({
  name: 'case.take-over',
  event: 'case.taken-over',
  label: '接收案卷',
  aggregate: 'case',
  nature: 'constitutive',
  afterClosing: true,
  creates: 'takeover',
  input: z.strictObject({
    handover: localId.meta({ label: '所接收的移交', ref: 'handover' }),
  }),
  standing: (state) =>
    awaitingReceiver(state).length === 0
      ? [
          {
            code: 'NOTHING_HANDED_OVER',
            because: '没有等待接收的移交',
            remedy: { says: '先由原承办人移交', act: 'case.hand-over' },
          },
        ]
      : [],
  invariants: (state, act) => {
    const handover = awaiting(state, act.input.handover);
    if (handover === undefined)
      return [
        {
          code: 'LINK_BROKEN',
          because: '所选的不是等待接收的移交',
          field: 'input.handover',
          remedy: { says: '从列出的移交中选择最近的一次' },
        },
      ];
    const changed = changedSinceList(state, handover);
    if (changed.length === 0) return [];
    const titles = changed.map((entry) => entryTitle(state, entry)).join('、');
    return [
      {
        code: 'HANDOVER_STALE',
        because: `移交之后案卷有变化，清单不再相符：${titles}`,
        field: 'input.handover',
        remedy: { says: '按现在的案卷再移交一次', act: 'case.hand-over' },
      },
    ];
  },
  apply: (state, event) => withEntry(state, event, 'takeover', event.input),
  prefill: (state, { actor }) => {
    const waiting = awaitingReceiver(state);
    const mine = waiting.find(({ data }) => data.to === actor.officer) ?? waiting[0];
    return mine === undefined ? {} : { input: { handover: mine.id } };
  },
});
