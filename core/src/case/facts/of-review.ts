import { postsHeld } from './posts-held.ts';
import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import type { Subject } from '../../rules/subject.ts';
import { canonical } from '../../canonical.ts';
import { wholeCase } from '../../rules/subject.ts';
import { addDays, dayOf, startOfDay } from '../../time/index.ts';
import { discussionOf, proposedText } from '../deciding/discussing.ts';
import { pointsOf, reviewOf } from '../notice/defence.ts';
import { lapsedOfficers } from '../review/lapsed-officers.ts';
import { decisionOf } from '../reading.ts';
import {
  acceptanceOf,
  changedSinceReview,
  conclusionOf,
  extensionOf,
  latestConclusion,
  latestReview,
  pendingReview,
  returnOf,
  reviewWithdrawal,
  rulingOf,
} from '../review/reviewing.ts';
import { entriesOf } from '../state.ts';
import type { AnyEntry, CaseState, EntryOf, ReviewedProposal } from '../state.ts';
import { fact, happened, no } from './word.ts';

/**
 * The latest opinion is the one that counts, unless another round has begun since. Materials that were taken back have to
 * be laid before the reviewers anew: an opinion on what was sent before them does not come to life again by it.
 */
function standingConclusion(state: CaseState) {
  const latest = latestReview(state);
  if (latest !== undefined && reviewWithdrawal(state, latest.id) !== undefined) return undefined;
  return pendingReview(state) === undefined ? latestConclusion(state) : undefined;
}

/** Did the latest review agree? Whether what it rested on has changed since is another question. */
function passed(state: CaseState): Reading {
  const conclusion = standingConclusion(state);
  return conclusion?.data.opinions.includes('agree') === true ? happened(conclusion) : no;
}

/** Agreed, and what it rested on is still so. What came after the decision cannot unmake the decision. */
function agreed({ state }: Scene): Reading {
  const conclusion = standingConclusion(state);
  if (conclusion?.data.opinions.includes('agree') !== true) return no;
  const decision = decisionOf(state);
  const stale = changedSinceReview(state, conclusion).some(
    (entry) => decision === undefined || entry.version < decision.version,
  );
  return stale || discussedOtherwise(state, conclusion) ? no : happened(conclusion);
}

/** Did the leaders afterwards conclude something else than what was reviewed? */
function discussedOtherwise(state: CaseState, conclusion: EntryOf<'review-conclusion'>): boolean {
  const discussion = discussionOf(state);
  const review = entriesOf(state, 'review').find((entry) => entry.id === conclusion.data.review);
  if (discussion === undefined || review === undefined || discussion.at < conclusion.at) return false;
  return proposedText(discussion.data) !== proposedText(review.data);
}

/** Is what is being decided what the latest review looked at, in outcome, sanctions and evidence? */
function asReviewed({ state, act }: Scene): Reading {
  const conclusion = standingConclusion(state);
  const review = entriesOf(state, 'review').find((entry) => entry.id === conclusion?.data.review);
  if (review === undefined || act === undefined) return no;
  return {
    known: true,
    value: proposalText(review.data) === proposalText(act.input as Partial<ReviewedProposal>),
  };
}

/** The same text for the same proposal, in whatever order it is listed. */
function proposalText({ outcome, sanctions, evidence }: Partial<ReviewedProposal>): string {
  return canonical({
    outcome: outcome ?? '',
    sanctions: (sanctions ?? [])
      .map(({ party, kind, amount }) => canonical({ party, kind, amount: amount ?? 0 }))
      .sort(),
    evidence: [...(evidence ?? [])].sort(),
  });
}

function ofRound(
  find: (state: CaseState, review: string) => Parameters<typeof happened>[0],
): FactDefinition['read'] {
  return ({ state }: Scene, subject: Subject) => happened(find(state, subject.id));
}

const roundOf = (state: CaseState, subject: Subject) =>
  entriesOf(state, 'review').find((entry) => entry.id === subject.id);

/** First day of the actor's work as a legal reviewer. */
function reviewerSince({ actor, refs }: Scene): Reading {
  const first = (refs?.agency.appointments ?? [])
    .filter((post) => post.officer === actor?.officer && post.role === 'legal-reviewer')
    .map((post) => post.from)
    .sort()[0];
  return first === undefined ? unknownReading : { known: true, value: first };
}

function qualifiedFrom({ actor, refs }: Scene): Reading {
  const from = actor?.officer === undefined ? undefined : refs?.agency.officers[actor.officer]?.qualifiedFrom;
  return from === undefined ? unknownReading : { known: true, value: from };
}

/** Is the actor a reviewer of the very unit the case was sent to? */
function ofReviewingUnit(scene: Scene): Reading {
  const { state, actor, refs } = scene;
  const unit = latestReview(state)?.data.unit;
  if (refs === undefined || unit === undefined) return unknownReading;
  return {
    known: true,
    value: postsHeld(scene, actor?.officer, 'legal-reviewer').some((post) => post.unit === unit),
  };
}

/** Statements after the opinion that were taken up: they call for a new review, not for a confirmation. */
function laterAdopted({ state }: Scene): Reading {
  const conclusion = standingConclusion(state);
  if (conclusion === undefined) return unknownReading;
  return { known: true, value: changedSinceReview(state, conclusion).some((entry) => takenUp(state, entry)) };
}

/** Something of it holds, or nobody has yet said that nothing does. */
function takenUp(state: CaseState, entry: AnyEntry): boolean {
  if (entry.kind === 'defence-review') return entry.data.points.some(({ result }) => result === 'upheld');
  if (entry.kind !== 'statement' || entry.data.waives) return false;
  const points = pointsOf(state, entry).map((point) => reviewOf(state, point)?.row);
  if (points.every((row) => row !== undefined)) return points.some((row) => row?.result === 'upheld');
  return !['rejected', 'nothing'].includes(String(entry.record['statement.adoption'] ?? ''));
}

function suppliedItems({ state, act }: Scene): number {
  const owed = latestConclusion(state)?.data.supplement.length ?? 0;
  const input = act?.input as { supplied?: readonly { item: number }[] } | undefined;
  return new Set((input?.supplied ?? []).map((one) => one.item).filter((item) => item <= owed)).size;
}

/** Words about each round of legal review, about where the reviews of a case stand, and about who reviews. */
export const ofReview: readonly FactDefinition[] = [
  fact('case.majorJudged', 'case', 'bool', '已判定是否重大', 'case.judge-major', ({ state }) =>
    happened(entriesOf(state, 'major-judgment').at(-1)),
  ),
  fact('case.majorGrounds', 'case', 'list', '属于哪些重大情形', 'case.judge-major', ({ state }) => {
    const judged = entriesOf(state, 'major-judgment').at(-1);
    return judged === undefined
      ? unknownReading
      : { known: true, value: judged.data.grounds, since: judged.at };
  }),
  fact('case.reviewSubmitted', 'case', 'bool', '已送法制审核', 'case.submit-review', ({ state }) =>
    happened(latestReview(state)),
  ),
  fact('case.reviewConcluded', 'case', 'bool', '已有审核意见', 'case.conclude-review', ({ state }) =>
    happened(standingConclusion(state)),
  ),
  fact('case.reviewPassed', 'case', 'bool', '审核意见为同意', 'case.conclude-review', ({ state }) =>
    passed(state),
  ),
  fact('case.reviewAgreed', 'case', 'bool', '审核同意且至今有效', 'case.conclude-review', agreed),
  fact(
    'case.reviewedAt',
    'case',
    'instant',
    '最近的审核意见出具的时刻',
    'case.conclude-review',
    ({ state }) => {
      const conclusion = standingConclusion(state);
      return conclusion === undefined
        ? unknownReading
        : { known: true, value: conclusion.at, since: conclusion.at };
    },
  ),
  fact('case.reviewOpinions', 'case', 'list', '最近的审核意见', 'case.conclude-review', ({ state }) => {
    const conclusion = latestConclusion(state);
    return conclusion === undefined
      ? { known: true, value: [] }
      : { known: true, value: conclusion.data.opinions, since: conclusion.at };
  }),
  fact('case.reexaminable', 'case', 'bool', '最近的审核意见可以申请复审', undefined, ({ state }) => {
    const review = latestConclusion(state)?.data.review;
    // Taken back before anybody looked at it, a re-examination has not been had.
    const rounds = entriesOf(state, 'review').filter((one) => reviewWithdrawal(state, one.id) === undefined);
    const used = rounds.some(
      (entry) =>
        (entry.id === review && entry.data.reexamines !== undefined) ||
        (entry.data.reexamines !== undefined && entry.data.reexamines === review),
    );
    return { known: true, value: review !== undefined && !used };
  }),
  fact(
    'case.reexamined',
    'case',
    'bool',
    '最近的审核意见是复审的意见',
    'case.request-reexamination',
    ({ state }) => {
      const conclusion = latestConclusion(state);
      const review = entriesOf(state, 'review').find((entry) => entry.id === conclusion?.data.review);
      return review?.data.reexamines === undefined ? no : happened(conclusion);
    },
  ),
  // Nothing ruled is something the file itself says.
  fact('case.reviewRuling', 'case', 'enum', '领导对审核分歧的处理', 'case.settle-review', ({ state }) => {
    const ruling = rulingOf(state);
    return ruling === undefined
      ? { known: true, value: 'none' }
      : { known: true, value: ruling.data.way, since: ruling.at };
  }),
  fact('case.reviewLaterAdopted', 'case', 'bool', '审核之后采纳了申辩', undefined, laterAdopted),
  fact('case.supplementOwed', 'case', 'int', '补充清单的项数', 'case.conclude-review', ({ state }) => ({
    known: true,
    value: latestConclusion(state)?.data.supplement.length ?? 0,
  })),
  fact('case.reviewExemption', 'case', 'enum', '批准免审的情形', 'case.exempt-review', ({ state }) => {
    const exemption = entriesOf(state, 'review-exemption').at(-1);
    return exemption === undefined
      ? unknownReading
      : { known: true, value: exemption.data.ground, since: exemption.at };
  }),
  fact('case.exemptionRank', 'case', 'enum', '免审依据的层级', 'case.exempt-review', ({ state }) => {
    const exemption = entriesOf(state, 'review-exemption').at(-1);
    return exemption === undefined
      ? unknownReading
      : { known: true, value: exemption.data.rank, since: exemption.at };
  }),
  fact(
    'case.otherReviewPassed',
    'case',
    'bool',
    '另行审核已经通过',
    'case.record-other-review',
    ({ state }) => {
      const other = entriesOf(state, 'other-review').at(-1);
      return other?.data.passed === true && other.defects.length === 0 ? happened(other) : no;
    },
  ),
  fact(
    'case.lapsedOfficers',
    'case',
    'text',
    '取证之日执法证件不在有效期内的人员',
    'agency.register-officer',
    ({ state, refs }) => {
      const lapsed = refs === undefined ? [] : lapsedOfficers(state, refs.agency);
      return lapsed.length === 0 ? unknownReading : { known: true, value: lapsed.join('、') };
    },
  ),
  fact('case.decisionLateFrom', 'case', 'instant', '逾期作出决定的首日', undefined, (scene) => {
    // The name of the duty is that of every pack that limits the time for deciding; merged, the earliest day counts.
    const owed = scene.owed('decide-case', scene, wholeCase);
    return owed === undefined
      ? unknownReading
      : { known: true, value: startOfDay(addDays(dayOf(owed.lawfulDueAt), 1)) };
  }),
  fact('review.submitted', 'review', 'bool', '已送审', 'case.submit-review', ({ state }, subject) =>
    happened(roundOf(state, subject)),
  ),
  fact('review.accepted', 'review', 'bool', '已确认材料完备', 'case.accept-review', ofRound(acceptanceOf)),
  fact('review.returned', 'review', 'bool', '已缺件退回', 'case.return-materials', ofRound(returnOf)),
  fact('review.concluded', 'review', 'bool', '已审结', 'case.conclude-review', ofRound(conclusionOf)),
  // Late is late: what was taken back after its last day is not made timely by it.
  fact(
    'review.ended',
    'review',
    'bool',
    '已审结或者撤回送审',
    'case.conclude-review',
    ofRound((state, review) => conclusionOf(state, review) ?? reviewWithdrawal(state, review)),
  ),
  fact('review.extended', 'review', 'bool', '已批准延期', 'case.extend-review', ofRound(extensionOf)),
  fact('review.open', 'review', 'bool', '正在审核', 'case.accept-review', ({ state }, subject) =>
    pendingReview(state)?.id === subject.id ? happened(acceptanceOf(state, subject.id)) : no,
  ),
  fact('act.asReviewed', 'act', 'bool', '与所审核的拟处理一致', 'case.submit-review', asReviewed, true),
  fact(
    'act.opinionCount',
    'act',
    'int',
    '审核意见的项数',
    undefined,
    ({ act }) => ({
      known: true,
      value: new Set((act?.input as { opinions?: readonly string[] } | undefined)?.opinions ?? []).size,
    }),
    true,
  ),
  fact(
    'act.supplementItems',
    'act',
    'int',
    '补充清单的项数',
    undefined,
    ({ act }) => ({
      known: true,
      value: ((act?.input as { supplement?: readonly unknown[] } | undefined)?.supplement ?? []).length,
    }),
    true,
  ),
  fact(
    'act.suppliedItems',
    'act',
    'int',
    '已补充的项数',
    undefined,
    (scene) => ({ known: true, value: suppliedItems(scene) }),
    true,
  ),
  fact('act.byReviewingUnit', 'act', 'bool', '经办人是受送机构的审核人员', 'agency.appoint', ofReviewingUnit),
  fact('act.reviewerSince', 'act', 'day', '初次从事法制审核之日', 'agency.appoint', reviewerSince),
  fact(
    'act.reviewerQualified',
    'act',
    'day',
    '取得法律职业资格之日',
    'agency.register-officer',
    qualifiedFrom,
  ),
];
