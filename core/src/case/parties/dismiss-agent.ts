import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId } from '../inputs.ts';
import { entriesOf, withEntry } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';
import { tooEarly } from '../too-early.ts';

/** 登记解除委托: from then on the agent does nothing more in the party's name; what was done before stays as it is. */
export const dismissAgent = defineAct({
  name: 'case.dismiss-agent',
  event: 'case.agent-dismissed',
  label: '登记解除委托',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  creates: 'agent-dismissal',
  input: z.strictObject({
    agent: localId.meta({ label: '解除委托的代理人', ref: 'agent' }),
    reason: z.string().trim().min(2, '请写明解除的情况').max(500).meta({ label: '解除的情况', long: true }),
  }),
  standing: (state) =>
    undismissed(state).length > 0
      ? []
      : [
          {
            code: 'AGENT_UNKNOWN',
            because: '本案没有登记代理人，或者委托都已解除',
            remedy: { says: '先登记委托代理人', act: 'case.appoint-agent' },
          },
        ],
  invariants: (state, act) => {
    const agent = undismissed(state).find((entry) => entry.id === act.input.agent);
    if (agent === undefined)
      return [
        {
          code: 'AGENT_UNKNOWN',
          because: '所选的代理人没有登记在本案，或者委托已经解除',
          field: 'input.agent',
          remedy: { says: '从本案的代理人中选择' },
        },
      ];
    return tooEarly(act.occurredAt, agent.at, '解除的时刻早于委托的时刻', '核对解除委托的时刻');
  },
  apply: (state, event) => withEntry(state, event, 'agent-dismissal', event.input),
  prefill: (state) => {
    const [only, ...others] = undismissed(state);
    return only === undefined || others.length > 0 ? {} : { input: { agent: only.id } };
  },
});

/** Agents whose appointment nobody has ended, whether or not they may do anything. */
export function undismissed(state: CaseState): readonly EntryOf<'agent'>[] {
  const ended = new Set(entriesOf(state, 'agent-dismissal').map((entry) => entry.data.agent));
  return entriesOf(state, 'agent').filter(({ id }) => !ended.has(id));
}
