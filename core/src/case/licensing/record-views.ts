import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId } from '../inputs.ts';
import { kindsWithInterested } from '../notice/participants.ts';
import { turnedAway } from './applying.ts';
import { entriesOf, withEntry } from '../state.ts';

/** 听取意见 (行政许可法第三十六条): what an interested person says, or that there is nothing to say, and what becomes of it. */
export const recordViews = defineAct({
  name: 'case.record-views',
  event: 'case.views-recorded',
  label: '听取利害关系人意见',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  kinds: kindsWithInterested,
  creates: 'interest-view',
  input: z.strictObject({
    person: localId.meta({ label: '利害关系人', ref: 'interested' }),
    views: z.optional(
      z.string().trim().min(2).max(2000).meta({ label: '意见（没有意见的不填）', long: true }),
    ),
  }),
  standing: (state) => {
    const faults = turnedAway(state);
    if (faults.length > 0) return faults;
    return entriesOf(state, 'interest-notice').length > 0
      ? []
      : [
          {
            code: 'NOTICE_MISSING',
            because: '还没有告知利害关系人',
            remedy: { says: '先告知利害关系人', act: 'case.inform-interested' },
          },
        ];
  },
  invariants: (state, act) =>
    entriesOf(state, 'interest-notice').some(({ data }) =>
      data.persons.some(({ id }) => id === act.input.person),
    )
      ? []
      : [
          {
            code: 'LINK_BROKEN',
            because: '所选的人不在已经告知的利害关系人中',
            field: 'input.person',
            remedy: { says: '从已经告知的利害关系人中选择' },
          },
        ],
  apply: (state, event) => withEntry(state, event, 'interest-view', event.input),
});
