import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId } from '../inputs.ts';
import { kindsWithInterested } from '../notice/participants.ts';
import { turnedAway } from './applying.ts';
import { withEntry } from '../state.ts';

/** 告知利害关系人 (行政许可法第三十六条): those whose weighty interests the license directly touches learn of it before the decision. */
export const informInterested = defineAct({
  name: 'case.inform-interested',
  event: 'case.interested-informed',
  label: '告知利害关系人',
  aggregate: 'case',
  nature: 'constitutive',
  inField: true,
  stage: 'investigation',
  kinds: kindsWithInterested,
  creates: 'interest-notice',
  input: z.strictObject({
    persons: z
      .array(
        z.strictObject({
          id: localId.meta({ label: '编号' }),
          name: z.string().trim().min(2, '请写明姓名或者名称').max(100).meta({ label: '姓名或者名称' }),
        }),
      )
      .min(1, '至少登记一名利害关系人')
      .max(200)
      .meta({ label: '利害关系人' }),
    means: code('notice-means', '告知方式'),
  }),
  standing: turnedAway,
  apply: (state, event) => withEntry(state, event, 'interest-notice', event.input),
  prefill: () => ({ input: { means: 'in-writing' } }),
});
