import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { expertMeetingOpen } from './expert-meeting.ts';
import { withEntry } from '../state.ts';
import { tooEarly } from '../too-early.ts';

/** 记录专家论证: who the experts were and what each of them said, by the record of the meeting or in writing. */
export const recordExperts = defineAct({
  name: 'case.record-experts',
  event: 'case.experts-recorded',
  label: '记录专家论证',
  aggregate: 'case',
  nature: 'factual',
  stage: 'decision',
  creates: 'expert-meeting',
  input: z.strictObject({
    experts: z
      .array(
        z.strictObject({
          name: z.string().trim().min(1, '请写明专家姓名').max(100).meta({ label: '专家姓名' }),
          organisation: z.optional(z.string().trim().max(200).meta({ label: '单位' })),
          opinion: z.optional(z.string().trim().max(4000).meta({ label: '意见' })),
        }),
      )
      .min(1, '请列明参加论证的专家')
      .max(50)
      .meta({ label: '专家和各人意见' }),
  }),
  standing: (state) =>
    expertMeetingOpen(state) === undefined
      ? [
          {
            code: 'EXPERT_MEETING_MISSING',
            because: '没有组织过专家论证，或者都已经记录',
            remedy: { says: '先登记组织专家论证', act: 'case.call-experts' },
          },
        ]
      : [],
  invariants: (state, act) => {
    const call = expertMeetingOpen(state);
    return tooEarly(act.occurredAt, call?.at, '论证的时刻早于组织论证的时刻', '核对论证的时刻');
  },
  apply: (state, event) =>
    withEntry(state, event, 'expert-meeting', {
      call: expertMeetingOpen(state)?.id ?? '',
      experts: event.input.experts,
    }),
});
