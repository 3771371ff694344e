import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { expertMeetingOpen } from './expert-meeting.ts';
import { nothingToDecide } from './proposing.ts';
import { withEntry } from '../state.ts';

/** 组织专家论证: nobody must; whoever does must have it on file before the decision. */
export const callExperts = defineAct({
  name: 'case.call-experts',
  event: 'case.experts-called',
  label: '组织专家论证',
  aggregate: 'case',
  nature: 'factual',
  stage: 'decision',
  creates: 'expert-call',
  input: z.strictObject({
    question: z
      .string()
      .trim()
      .min(4, '请写明请专家论证什么')
      .max(2000)
      .meta({ label: '论证的问题', long: true }),
  }),
  standing: (state) => {
    const nothing = nothingToDecide(state);
    if (nothing.length > 0) return nothing;
    return expertMeetingOpen(state) === undefined
      ? []
      : [
          {
            code: 'EXPERT_MEETING_OPEN',
            because: '已经组织了专家论证，还没有论证的记录',
            remedy: { says: '先记录论证的情况', act: 'case.record-experts' },
          },
        ];
  },
  apply: (state, event) => withEntry(state, event, 'expert-call', event.input),
});
