import { z } from 'zod';
import { defineAct } from '../../act.ts';
import type { Value } from '../../canonical.ts';
import { code, localId, sanctions } from '../inputs.ts';
import { nothingToDecide, strangers } from './proposing.ts';
import { entriesOf, withEntry } from '../state.ts';

/**
 * 集体讨论 (处罚法第五十七条第二款): the leaders of the agency have met on the case. Who was there, what each of them said
 * and what they concluded; what the law asks of such a meeting is for its rules. Its moment is when it was held.
 */
export const recordDiscussion = defineAct({
  name: 'case.record-discussion',
  event: 'case.discussion-recorded',
  label: '记录集体讨论',
  aggregate: 'case',
  nature: 'factual',
  stage: 'decision',
  creates: 'discussion',
  input: z.strictObject({
    presider: localId.meta({ label: '主持人', ref: 'officer' }),
    participants: z
      .array(
        z.strictObject({
          officer: localId.meta({ label: '参加人', ref: 'officer' }),
          view: z.optional(z.string().trim().max(2000).meta({ label: '本人意见' })),
          signed: z.optional(z.boolean().meta({ label: '已签名' })),
        }),
      )
      .min(1, '请列明参加讨论的人')
      .max(50)
      .meta({ label: '参加人和各人意见' }),
    outcome: code('outcome', '讨论决定的结果'),
    sanctions: sanctions.meta({ label: '讨论决定的处罚' }),
  }),
  standing: nothingToDecide,
  invariants: (state, act, context) => {
    const named = [act.input.presider, ...act.input.participants.map((one) => one.officer)];
    return [
      ...strangers(state, act.input.sanctions),
      ...(named.every((officer) => Object.hasOwn(context.refs.agency.officers, officer))
        ? []
        : [
            {
              code: 'OFFICER_UNKNOWN',
              because: '所选人员不在本机关人员名录中',
              field: 'input.participants',
              remedy: { says: '先在机关名录中登记该人员', act: 'agency.register-officer' },
            },
          ]),
      ...(new Set(named.slice(1)).size === named.length - 1
        ? []
        : [
            {
              code: 'INPUT_INVALID',
              because: '同一人列了两次',
              field: 'input.participants',
              remedy: { says: '每名参加人只列一次' },
            },
          ]),
      ...(named.indexOf(act.input.presider, 1) > 0
        ? []
        : [
            {
              code: 'INPUT_INVALID',
              because: '主持人没有列为参加人',
              field: 'input.presider',
              remedy: { says: '把主持人及其意见列入参加人' },
            },
          ]),
    ];
  },
  apply: (state, event) =>
    withEntry(state, event, 'discussion', {
      ...event.input,
      participants: event.input.participants.map(({ officer, view, signed }) => ({
        officer,
        ...(view === undefined ? {} : { view }),
        ...(signed === undefined ? {} : { signed }),
      })),
    }),
  prefill: (state) => {
    const proposed = entriesOf(state, 'discussion-submission').at(-1) ?? entriesOf(state, 'notice').at(-1);
    return {
      input: {
        outcome: proposed?.kind === 'discussion-submission' ? proposed.data.outcome : 'penalty',
        sanctions: (proposed?.data.sanctions ?? []) as unknown as Value,
      },
    };
  },
});
