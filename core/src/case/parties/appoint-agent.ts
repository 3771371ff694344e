import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { agentsOf } from './agents.ts';
import { notHeard, participantsOf } from '../notice/participants.ts';
import { needsParties } from './bringing-parties.ts';
import { code, day, localId } from '../inputs.ts';
import { ifOnly } from './if-only.ts';
import { withEntry } from '../state.ts';

/**
 * 登记委托代理人 (处罚法第六十四条第五项): a party, or whoever else is heard beside it (行政许可法第四十七条), has somebody act
 * for it. What the agent may give up in its name depends on the letter; a letter that was not handed in leaves a defect,
 * and nothing done by that agent binds whom it was to act for.
 */
export const appointAgent = defineAct({
  name: 'case.appoint-agent',
  event: 'case.agent-appointed',
  label: '登记委托代理人',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  creates: 'agent',
  input: z.strictObject({
    party: localId.meta({ label: '委托人', ref: 'participant' }),
    name: z.string().trim().min(2, '请写明代理人的姓名').max(60).meta({ label: '代理人' }),
    kind: code('agent-kind', '代理人的身份'),
    power: code('agent-power', '委托权限'),
    until: z.optional(day.meta({ label: '委托期限的最后一日' })),
  }),
  standing: needsParties,
  invariants: (state, act) => {
    const { party, name, until } = act.input;
    const unknown = notHeard(state, [party], 'input.party');
    if (unknown.length > 0) return unknown;
    if (until !== undefined && until < act.occurredAt.slice(0, 10))
      return [
        {
          code: 'PERIOD_REVERSED',
          because: '委托期限的最后一日早于委托的日期',
          field: 'input.until',
          remedy: { says: '按授权委托书填写；没有写明期限的不填' },
        },
      ];
    return agentsOf(state, party, act.occurredAt).some((agent) => agent.data.name === name)
      ? [
          {
            code: 'ALREADY_APPOINTED',
            because: '该代理人的委托已经登记，仍在期限内',
            field: 'input.name',
            remedy: { says: '权限有变化的，先登记解除委托，再登记新的委托', act: 'case.dismiss-agent' },
          },
        ]
      : [];
  },
  apply: (state, event) => withEntry(state, event, 'agent', event.input),
  prefill: (state) => ({ input: ifOnly(participantsOf(state)) }),
});
