import { z } from 'zod';
import { defineAct } from '../../act.ts';
import type { Value } from '../../canonical.ts';
import { code, sanctions } from '../inputs.ts';
import { nothingToDecide, strangers } from './proposing.ts';
import { entriesOf, withEntry } from '../state.ts';

/** 提交集体讨论 (处罚法第五十七条第二款): the handlers lay what they propose before the leaders of the agency. */
export const submitDiscussion = defineAct({
  name: 'case.submit-discussion',
  event: 'case.discussion-submitted',
  label: '提交集体讨论',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'discussion-submission',
  input: z.strictObject({
    outcome: code('outcome', '拟作出的决定'),
    sanctions: sanctions.meta({ label: '拟作出的处罚' }),
  }),
  standing: nothingToDecide,
  invariants: (state, act) => strangers(state, act.input.sanctions),
  apply: (state, event) => withEntry(state, event, 'discussion-submission', event.input),
  prefill: (state) => {
    const notice = entriesOf(state, 'notice').at(-1);
    const review = entriesOf(state, 'review').at(-1);
    const sanctions = (review ?? notice)?.data.sanctions ?? [];
    return {
      input: { outcome: review?.data.outcome ?? 'penalty', sanctions: sanctions as unknown as Value },
    };
  },
});
