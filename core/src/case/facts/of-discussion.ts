import { rolesOn } from '../../authority/state.ts';
import type { FactDefinition, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { dayOf } from '../../time/index.ts';
import { beyondNotice, discussionOf, proposedText } from '../deciding/discussing.ts';
import type { Proposed } from '../deciding/discussing.ts';
import { expertMeetingOpen } from '../deciding/expert-meeting.ts';
import { latestConclusion } from '../review/reviewing.ts';
import { entriesOf } from '../state.ts';
import type { Expert, Participant } from '../state.ts';
import { fact, happened, isBlank, no } from './word.ts';

/** Words about the collective discussion of a case, and about experts who were asked. */
export const ofDiscussion: readonly FactDefinition[] = [
  fact('case.discussionSubmitted', 'case', 'bool', '已提交集体讨论', 'case.submit-discussion', ({ state }) =>
    happened(entriesOf(state, 'discussion-submission').at(-1)),
  ),
  fact('case.discussed', 'case', 'bool', '已经集体讨论', 'case.record-discussion', ({ state }) =>
    happened(discussionOf(state)),
  ),
  fact(
    'case.discussedAfterReview',
    'case',
    'bool',
    '审核意见出具之后经过集体讨论',
    'case.record-discussion',
    ({ state }) => {
      const discussion = discussionOf(state);
      const conclusion = latestConclusion(state);
      return discussion === undefined || conclusion === undefined || discussion.at < conclusion.at
        ? no
        : happened(discussion);
    },
  ),
  fact(
    'case.discussedBeyondNotice',
    'case',
    'bool',
    '集体讨论的结论超出了告知的处罚',
    'case.give-notice',
    ({ state }) => {
      const discussion = discussionOf(state);
      return discussion !== undefined && beyondNotice(state, discussion.data.sanctions)
        ? happened(discussion)
        : no;
    },
  ),
  fact(
    'act.asDiscussed',
    'act',
    'bool',
    '与集体讨论的结论一致',
    'case.record-discussion',
    ({ state, act }) => {
      const discussion = discussionOf(state);
      if (discussion === undefined || act === undefined) return unknownReading;
      return {
        known: true,
        value: proposedText(discussion.data) === proposedText(act.input as Proposed),
      };
    },
    true,
  ),
  fact(
    'act.participantCount',
    'act',
    'int',
    '参加讨论的人数',
    undefined,
    (scene) => ({ known: true, value: participantsOf(scene).length }),
    true,
  ),
  fact(
    'act.leaderCount',
    'act',
    'int',
    '其中当日任机关负责人的人数',
    'agency.appoint',
    (scene) => ({
      known: true,
      value: participantsOf(scene).filter(
        ({ officer }) =>
          scene.refs !== undefined &&
          rolesOn(scene.refs.agency, officer, dayOf(scene.asOf)).includes('agency-head'),
      ).length,
    }),
    true,
  ),
  fact(
    'act.viewsStated',
    'act',
    'bool',
    '写明了每名参加人的意见',
    undefined,
    (scene) => ({ known: true, value: participantsOf(scene).every(({ view }) => !isBlank(view)) }),
    true,
  ),
  fact(
    'act.allSigned',
    'act',
    'bool',
    '参加人全部签名',
    undefined,
    (scene) => ({ known: true, value: participantsOf(scene).every(({ signed }) => signed === true) }),
    true,
  ),
  fact(
    'case.expertsAwaited',
    'case',
    'bool',
    '组织了专家论证而没有记录',
    'case.record-experts',
    ({ state }) => happened(expertMeetingOpen(state)),
  ),
  fact(
    'act.expertsDescribed',
    'act',
    'bool',
    '写明了每名专家的单位和意见',
    undefined,
    (scene) => ({
      known: true,
      value: expertsOf(scene).every((one) => !isBlank(one.organisation) && !isBlank(one.opinion)),
    }),
    true,
  ),
];

function participantsOf(scene: Scene): readonly Participant[] {
  const list = (scene.act?.input as { participants?: unknown } | undefined)?.participants;
  return Array.isArray(list) ? (list as readonly Participant[]) : [];
}

function expertsOf(scene: Scene): readonly Expert[] {
  const list = (scene.act?.input as { experts?: unknown } | undefined)?.experts;
  return Array.isArray(list) ? (list as readonly Expert[]) : [];
}
