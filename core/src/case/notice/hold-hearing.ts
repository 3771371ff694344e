import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { agentsOf } from '../parties/agents.ts';
import { hearingFaults, hearingNoticeOf, isShown } from './hearing.ts';
import { localId } from '../inputs.ts';
import { entriesOf, withEntry } from '../state.ts';

/** 举行听证 (处罚法第六十四条、行政许可法第四十八条): a hearing held, with what was shown and disputed in it. The act's own time is when it began. */
export const holdHearing = defineAct({
  name: 'case.hold-hearing',
  event: 'case.hearing-held',
  label: '记录听证',
  aggregate: 'case',
  nature: 'factual',
  stage: 'decision',
  kinds: ['penalty', 'license'],
  creates: 'hearing',
  input: z.strictObject({
    notice: localId.meta({ label: '听证通知书', ref: 'hearing-notice' }),
    presider: localId.meta({ label: '实际主持人', ref: 'officer' }),
    examined: z.array(localId).max(500).meta({ label: '出示并经质证的证据', ref: 'shown' }),
    agents: z
      .array(
        z.strictObject({
          party: localId.meta({ label: '所代理的人', ref: 'participant' }),
          name: z.string().trim().min(2, '请写明代理人').max(60).meta({ label: '代理人' }),
        }),
      )
      .max(100)
      .meta({ label: '到场的代理人' }),
  }),
  standing: (state) => hearingFaults.notNotified(state),
  invariants: (state, act, context) => {
    const notice = hearingNoticeOf(state, act.input.notice);
    const parties = new Set(notice?.data.parties ?? []);
    return [
      ...hearingFaults.noSuchNotice(state, act.input.notice),
      ...hearingFaults.tooEarly(state, act.input.notice, act.occurredAt),
      ...hearingFaults.notEvidence(state, act.input.examined),
      ...(Object.hasOwn(context.refs.agency.officers, act.input.presider)
        ? []
        : [
            {
              code: 'OFFICER_UNKNOWN',
              because: '所选主持人不在本机关执法人员名录中',
              field: 'input.presider',
              remedy: { says: '先在机关名录中登记该人员', act: 'agency.register-officer' },
            },
          ]),
      ...(notice === undefined || act.input.agents.every((agent) => parties.has(agent.party))
        ? []
        : [
            {
              code: 'PARTY_UNKNOWN',
              because: '所代理的人没有列在听证通知书中',
              field: 'input.agents',
              remedy: { says: '从参加听证的人中选择' },
            },
          ]),
    ];
  },
  apply: (state, event) => withEntry(state, event, 'hearing', event.input),
  prefill: (state, context) => {
    const notice = entriesOf(state, 'hearing-notice').at(-1);
    const examined = state.entries
      .filter((entry) => isShown(entry) && entry.defects.length === 0)
      .map((entry) => entry.id);
    return {
      input: {
        examined,
        // Who is appointed is expected to come; whoever stayed away is taken off the list.
        agents: (notice?.data.parties ?? []).flatMap((party) =>
          agentsOf(state, party, context.now).map((agent) => ({ party, name: agent.data.name })),
        ),
        ...(notice === undefined ? {} : { notice: notice.id, presider: notice.data.presider }),
      },
    };
  },
});
