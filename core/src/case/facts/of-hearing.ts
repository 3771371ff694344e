import { sumOf } from '../deciding/sum-of.ts';
import type { FactDefinition, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import type { Subject } from '../../rules/subject.ts';
import type { Instant } from '../../time/index.ts';
import {
  heardOf,
  hearingClosedFor,
  hearingNoticeOf,
  hearingNoticeTo,
  hearingRequestBy,
  offeredTo,
  soundHearings,
  waiversOf,
} from '../notice/hearing.ts';
import { agentsOf } from '../parties/agents.ts';
import { servedOn } from '../serving/effective.ts';
import { noticeTo } from '../reading.ts';
import { entriesOf, entryById } from '../state.ts';
import type { EntryOf, Sanction } from '../state.ts';
import { fact, happened, no } from './word.ts';

interface HearingInput {
  readonly party?: string;
  readonly parties?: readonly string[];
  readonly notice?: string;
  readonly presider?: string;
  readonly by?: string;
  readonly sanctions?: readonly Sanction[];
  readonly evidence?: readonly string[];
  readonly agents?: readonly { readonly party?: string }[];
}

/** What is being filled in; what was left out is absent, not empty. */
function inputOf(scene: Scene): HearingInput {
  return (scene.act?.input ?? {}) as HearingInput;
}

/** Sanctions the act proposes against the party; undefined when the act speaks of none. */
function proposedFor(scene: Scene, subject: Subject): readonly Sanction[] | undefined {
  const { sanctions } = inputOf(scene);
  return Array.isArray(sanctions) ? sanctions.filter((one) => one.party === subject.id) : undefined;
}

function proposedSum(id: string, label: string, kinds: readonly string[]): FactDefinition {
  return fact(
    id,
    'party',
    'money',
    label,
    undefined,
    (scene, subject) => {
      const proposed = proposedFor(scene, subject);
      return proposed === undefined
        ? unknownReading
        : { known: true, value: sumOf(proposed, ({ kind }) => kinds.includes(kind)) };
    },
    true,
  );
}

/** Words about the hearing: who may ask for one, who did, and whether it was held. */
export const ofHearing: readonly FactDefinition[] = [
  ...ofWhoIsHeard('party', '当事人', 'case.give-notice'),
  ...ofWhoIsHeard('participant', '听证参加人', 'case.offer-hearing'),
  fact(
    'party.proposedKinds',
    'party',
    'list',
    '拟作出的处罚种类',
    undefined,
    (scene, subject) => {
      const proposed = proposedFor(scene, subject);
      return proposed === undefined
        ? unknownReading
        : { known: true, value: proposed.map((one) => one.kind) };
    },
    true,
  ),
  proposedSum('party.proposedFine', '拟处罚款', ['fine']),
  proposedSum('party.proposedConfiscation', '拟没收的数额', [
    'confiscation-of-gains',
    'confiscation-of-property',
  ]),
  fact(
    'party.heavier',
    'party',
    'bool',
    '属于其他较重的处罚',
    'case.give-notice',
    (scene, subject) => {
      const answer =
        scene.act?.record['notice.heavier'] ?? noticeTo(scene.state, subject.id)?.record['notice.heavier'];
      return typeof answer === 'boolean' ? { known: true, value: answer } : unknownReading;
    },
    true,
  ),
  fact(
    'party.agentCount',
    'party',
    'int',
    '到场的代理人人数',
    undefined,
    (scene, subject) => {
      const { agents } = inputOf(scene);
      return Array.isArray(agents)
        ? { known: true, value: agents.filter((agent) => agent.party === subject.id).length }
        : unknownReading;
    },
    true,
  ),
  fact('case.heard', 'case', 'bool', '已举行听证', 'case.hold-hearing', ({ state }) =>
    happened(soundHearings(state).at(-1)),
  ),
  fact('case.heardAt', 'case', 'instant', '最后一次听证的时刻', 'case.hold-hearing', ({ state }) => {
    const last = soundHearings(state).at(-1);
    return last === undefined ? unknownReading : { known: true, value: last.at, since: last.at };
  }),
  fact(
    'hearing.closed',
    'hearing',
    'bool',
    '已经举行或者不再举行',
    'case.hold-hearing',
    ({ state }, subject) => {
      const notice = hearingNoticeOf(state, subject.id);
      if (notice === undefined) return no;
      const ends = notice.data.parties.map((party) => endFor(state, notice, party));
      if (ends.some((end) => end === undefined)) return no;
      return {
        known: true,
        value: true,
        since:
          ends
            .filter((end) => end !== undefined)
            .sort()
            .at(-1) ?? notice.at,
      };
    },
  ),
  fact(
    'act.presiderInvestigated',
    'act',
    'bool',
    '主持人参加过本案的调查',
    'case.notify-hearing',
    (scene) => {
      const { presider } = inputOf(scene);
      return presider === undefined
        ? unknownReading
        : { known: true, value: investigatorsOf(scene).includes(presider) };
    },
    true,
  ),
  fact(
    'act.hearingOpen',
    'act',
    'bool',
    '听证公开举行',
    undefined,
    (scene) => {
      const notice = hearingNoticeOf(scene.state, inputOf(scene).notice ?? '');
      return notice === undefined ? unknownReading : { known: true, value: notice.data.open };
    },
    true,
  ),
  fact(
    'act.speakerAppointed',
    'act',
    'bool',
    '代为提出的代理人登记在卷',
    'case.appoint-agent',
    (scene) => {
      const { party, by } = inputOf(scene);
      if (party === undefined || by === undefined) return unknownReading;
      const agents = agentsOf(scene.state, party, scene.asOf);
      return { known: true, value: agents.some(({ data }) => by === `agent-${data.power}`) };
    },
    true,
  ),
  fact(
    'act.agentsPresent',
    'act',
    'bool',
    '有代理人到场',
    undefined,
    (scene) => {
      const { agents } = inputOf(scene);
      return Array.isArray(agents) ? { known: true, value: agents.length > 0 } : unknownReading;
    },
    true,
  ),
  fact(
    'act.evidenceExamined',
    'act',
    'bool',
    '听证前的证据都经过质证',
    'case.examine-evidence',
    (scene) => {
      const last = soundHearings(scene.state).at(-1);
      if (last === undefined) return unknownReading;
      const examined = heardOf(scene.state);
      return {
        known: true,
        value: evidenceOf(scene).every((entry) => entry.at > last.at || examined.has(entry.id)),
      };
    },
    true,
  ),
  fact(
    'act.evidenceWithinHearing',
    'act',
    'bool',
    '没有听证之后才取得的证据',
    'case.hold-hearing',
    (scene) => {
      const last = soundHearings(scene.state).at(-1);
      return last === undefined
        ? unknownReading
        : { known: true, value: evidenceOf(scene).every((entry) => entry.at <= last.at) };
    },
    true,
  ),
];

/**
 * What is asked of a party of a penalty and, in the same words, of whoever takes part in the hearing of a license: the
 * applicant and those the license touches.
 */
function ofWhoIsHeard(
  per: 'party' | 'participant',
  who: string,
  offering: string,
): readonly FactDefinition[] {
  return [
    fact(
      `${per}.concerned`,
      per,
      'bool',
      `是本次所涉的${who}`,
      undefined,
      (scene, subject) => {
        const { party, parties, notice } = inputOf(scene);
        const named = party !== undefined ? [party] : (parties ?? noticedBy(scene, notice));
        return named === undefined ? unknownReading : { known: true, value: named.includes(subject.id) };
      },
      true,
    ),
    fact(`${per}.hearingOffered`, per, 'bool', '载明听证权利的告知书已送达', offering, (scene, subject) => {
      const notice = offeredTo(scene.state, subject.id);
      if (notice === undefined || typeof notice.record['notice.hearing'] !== 'string') return no;
      return servedOn(scene, notice.id, subject.id);
    }),
    fact(
      `${per}.hearingAnswered`,
      per,
      'bool',
      '已要求听证或者书面放弃',
      'case.request-hearing',
      ({ state }, subject) =>
        happened(
          [...requestsOf(state, subject.id), ...waiversOf(state, subject.id)].sort((a, b) =>
            a.at < b.at ? -1 : 1,
          )[0],
        ),
    ),
    fact(
      `${per}.hearingRequestedAt`,
      per,
      'instant',
      '要求听证的时刻',
      'case.request-hearing',
      ({ state }, subject) => {
        const request = hearingRequestBy(state, subject.id);
        return request === undefined ? unknownReading : { known: true, value: request.at, since: request.at };
      },
    ),
    fact(
      `${per}.wantsHearing`,
      per,
      'bool',
      '要求听证而没有撤回或者被驳回',
      'case.request-hearing',
      ({ state }, subject) => happened(hearingRequestBy(state, subject.id)),
    ),
    fact(
      `${per}.hearingClosed`,
      per,
      'bool',
      '听证已经举行或者终止',
      'case.hold-hearing',
      ({ state }, subject) => happened(hearingClosedFor(state, subject.id, offeredTo(state, subject.id)?.at)),
    ),
    fact(
      `${per}.hearingNotified`,
      per,
      'bool',
      '听证通知书已送达',
      'case.serve',
      (scene, subject) => {
        // Recording a hearing, it is its own notice that counts, not a later one.
        const { notice } = inputOf(scene);
        const document =
          (notice === undefined ? undefined : hearingNoticeOf(scene.state, notice)) ??
          hearingNoticeTo(scene.state, subject.id);
        return servedOn(scene, document?.id, subject.id);
      },
      true,
    ),
  ];
}

function requestsOf(state: Scene['state'], party: string): readonly EntryOf<'hearing-request'>[] {
  const notice = offeredTo(state, party);
  return entriesOf(state, 'hearing-request').filter(
    (entry) => entry.data.party === party && notice !== undefined && entry.at >= notice.at,
  );
}

function noticedBy(scene: Scene, notice: string | undefined): readonly string[] | undefined {
  return notice === undefined ? undefined : hearingNoticeOf(scene.state, notice)?.data.parties;
}

/** When a notified hearing was over for a party: held, ended, given up, or replaced by another hearing. */
function endFor(
  state: Scene['state'],
  notice: EntryOf<'hearing-notice'>,
  party: string,
): Instant | undefined {
  const ends = [
    hearingClosedFor(state, party, notice.at)?.at,
    waiversOf(state, party).find((entry) => entry.at >= notice.at)?.at,
    entriesOf(state, 'hearing-notice').find(
      (other) => other.at > notice.at && other.data.parties.includes(party),
    )?.at,
  ];
  return ends.filter((end) => end !== undefined).sort()[0];
}

/** Everyone who has handled the case or gathered anything in it, whoever handles it now. */
function investigatorsOf(scene: Scene): readonly string[] {
  return scene.state.entries
    .filter((entry) => entry.kind !== 'hearing')
    .flatMap((entry) => (entry.data as { readonly officers?: readonly string[] }).officers ?? []);
}

function evidenceOf(scene: Scene) {
  return (inputOf(scene).evidence ?? [])
    .map((id) => entryById(scene.state, id))
    .filter((entry) => entry !== undefined);
}
