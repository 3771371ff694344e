import type { FactDefinition, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { examinationsOf } from '../licensing/applying.ts';
import { unmetIn } from '../licensing/unmet.ts';
import { hearingNoticeOf, hearingNoticeTo, heardOf, offeredTo } from '../notice/hearing.ts';
import { participantsOf } from '../notice/participants.ts';
import { servedOnEach } from '../serving/effective.ts';
import { entriesOf } from '../state.ts';
import { fact, happened, lastOf, ofForm } from './word.ts';

/** Words about the hearing of a license that a penalty has no use for. */
export const ofLicenseHearing: readonly FactDefinition[] = [
  fact(
    'case.hearingDue',
    'case',
    'enum',
    '许可是否直接涉及申请人与他人之间的重大利益关系',
    'case.examine-application',
    ({ state }) => {
      // Nobody has examined it yet, or nobody else is touched: the question does not arise, and the want of an examination
      // is refused for itself. Touched and not answered, nobody knows.
      const last = examinationsOf(state).at(-1);
      if (last === undefined) return { known: true, value: 'no' };
      const value = last.record['examination.others'] === 'no' ? 'no' : last.record['examination.between'];
      return value === undefined ? unknownReading : { known: true, value, since: last.at };
    },
  ),
  fact(
    'participant.offeredDays',
    'participant',
    'int',
    '听证告知书写明的提出申请的期限',
    'case.offer-hearing',
    ({ state }, subject) => {
      const offer = offeredTo(state, subject.id);
      return offer?.kind === 'hearing-offer'
        ? { known: true, value: offer.data.days, since: offer.at }
        : unknownReading;
    },
  ),
  fact('case.hearingOffered', 'case', 'bool', '已向各人制作听证告知书', 'case.offer-hearing', ({ state }) =>
    lastOf(participantsOf(state).map(({ id }) => offeredTo(state, id))),
  ),
  fact('case.hearingOfferServed', 'case', 'bool', '听证告知书已送达各人', 'case.serve', (scene) =>
    servedOnEach(scene, idsOf(scene), (id) => offeredTo(scene.state, id)?.id),
  ),
  fact('case.hearingNotified', 'case', 'bool', '已制作听证通知书', 'case.notify-hearing', ({ state }) =>
    happened(entriesOf(state, 'hearing-notice').at(-1)),
  ),
  fact('case.hearingNoticeServed', 'case', 'bool', '听证通知书已送达各人', 'case.serve', (scene) =>
    servedOnEach(scene, idsOf(scene), (id) => hearingNoticeTo(scene.state, id)?.id),
  ),
  ofForm('act.hearingAnnounced', 'bool', '通知时认为需要公告', (scene) => {
    const { notice } = (scene.act?.input ?? {}) as { readonly notice?: string };
    const answer = hearingNoticeOf(scene.state, notice ?? '')?.record['hearing.announcement'];
    return answer === undefined ? unknownReading : { known: true, value: answer === 'yes' };
  }),
  ofForm('act.citedMatters', 'int', '决定所依据的卷内材料数', (scene) => ({
    known: true,
    value: citedIn(scene).length,
  })),
  ofForm('act.unheardMatters', 'int', '所依据的材料中没有经过听证的件数', (scene) => {
    const heard = heardOf(scene.state);
    return { known: true, value: citedIn(scene).filter((id) => !heard.has(id)).length };
  }),
  ofForm('act.unheardReasons', 'int', '听证之后才认定为不符合的条件数', (scene) => {
    const heard = heardOf(scene.state);
    const found = examinationsOf(scene.state)
      .filter(({ id }) => heard.has(id))
      .flatMap(({ data }) => data.conditions.filter(({ met }) => !met).map(({ condition }) => condition));
    return {
      known: true,
      value: unmetIn(scene.act?.input).filter(({ condition }) => !found.includes(condition)).length,
    };
  }),
];

/** What the decision being made says it rests on. */
function citedIn(scene: Scene): readonly string[] {
  const { evidence } = (scene.act?.input ?? {}) as { readonly evidence?: unknown };
  return Array.isArray(evidence) ? (evidence as readonly string[]) : [];
}

function idsOf({ state }: Scene): readonly string[] {
  return participantsOf(state).map(({ id }) => id);
}
