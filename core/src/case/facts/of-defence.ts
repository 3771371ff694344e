import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import type { Subject } from '../../rules/subject.ts';
import { canonical } from '../../canonical.ts';
import { defencePointsOf, noticesTo, reviewOf, saysSomething } from '../notice/defence.ts';
import type { PlacedPoint } from '../notice/defence.ts';
import { servedOn } from '../serving/effective.ts';
import { noHeavier } from '../notice/heavier.ts';
import { hearingClosedFor } from '../notice/hearing.ts';
import { entriesOf, entryById } from '../state.ts';
import type { EntryOf, Sanction } from '../state.ts';
import type { ReviewedPoint } from '../notice/points.ts';
import { approved } from './approved.ts';
import { fact, happened, no } from './word.ts';

interface DefenceInput {
  readonly points?: readonly (Partial<ReviewedPoint> & { readonly kind?: string })[];
  readonly sanctions?: readonly Sanction[];
  readonly newEvidence?: readonly string[];
}

function inputOf(scene: Scene): DefenceInput {
  return (scene.act?.input ?? {}) as DefenceInput;
}

/** Sanctions the act proposes against the party; undefined when it speaks of none. */
function proposedFor(scene: Scene, party: string): readonly Sanction[] | undefined {
  const { sanctions } = inputOf(scene);
  return Array.isArray(sanctions) ? sanctions.filter((one) => one.party === party) : undefined;
}

function noticed(notice: EntryOf<'notice'>, party: string): readonly Sanction[] {
  return notice.data.sanctions.filter((one) => one.party === party);
}

function lighterOrSame(scene: Scene, decided: readonly Sanction[], told: readonly Sanction[]): boolean {
  const kinds = scene.law.codes['sanction-kind'] ?? [];
  return noHeavier(decided, told, (kind) => kinds.find((code) => code.id === kind)?.rank);
}

/** Is what is proposed heavier than a notice said? Nothing is, where the party was never told anything. */
function heavierThan(scene: Scene, party: string, notice: EntryOf<'notice'> | undefined): Reading {
  const decided = proposedFor(scene, party);
  if (decided === undefined) return unknownReading;
  if (notice === undefined) return no;
  return { known: true, value: !lighterOrSame(scene, decided, noticed(notice, party)) };
}

/** When the party first spoke against what it was told: in a statement, or at its hearing. */
function firstDefence(scene: Scene, party: string) {
  const first = noticesTo(scene.state, party)[0];
  if (first === undefined) return undefined;
  const spoken = entriesOf(scene.state, 'statement').filter(
    (entry) => entry.data.party === party && entry.at >= first.at && saysSomething(entry),
  );
  const heard = hearingClosedFor(scene.state, party, first.at);
  return [...spoken, ...(heard?.kind === 'hearing' ? [heard] : [])].sort((a, b) => (a.at < b.at ? -1 : 1))[0];
}

/**
 * A renewed notice that rests on facts found since the first one: it names them, where they come from, and evidence
 * that was not there yet. What the party itself said is no evidence of the agency's.
 */
function newFacts(scene: Scene, party: string): Reading {
  const notices = noticesTo(scene.state, party);
  const [first, latest] = [notices[0], notices.at(-1)];
  if (first === undefined || latest === undefined || first === latest) return no;
  const evidence = (latest.data.newEvidence ?? []).map((id) => entryById(scene.state, id));
  const found = evidence.length > 0 && evidence.every((entry) => entry !== undefined && entry.at > first.at);
  const named = ['notice.new-facts', 'notice.new-facts-origin'].every(
    (field) => typeof latest.record[field] === 'string',
  );
  return found && named ? servedOn(scene, latest.id, party) : no;
}

/** Words about statements and defences: their points, their review, and that nobody fares worse for speaking. */
export const ofDefence: readonly FactDefinition[] = [
  ofPoint('point.reviewed', '已经复核', 'case.review-defence', (point, { state }) => {
    const found = reviewOf(state, point);
    if (found !== undefined) return happened(found.review);
    // Taken down as a whole, with what was found of it: that was how it was done before there were points.
    const whole = (point.statement.data.points ?? []).length === 0;
    return whole && typeof point.statement.record['statement.review'] === 'string'
      ? happened(point.statement)
      : no;
  }),
  ofPoint('point.reviewRecorded', '有复核的记录', 'case.review-defence', (point, { state }) =>
    happened(reviewOf(state, point)?.review),
  ),
  ofPoint('point.answered', '不成立或者成立而已有答复', 'case.review-defence', answered, true),
  fact(
    'act.pointCount',
    'act',
    'int',
    '逐项登记的项数',
    undefined,
    (scene) => {
      const { points } = inputOf(scene);
      return { known: true, value: Array.isArray(points) ? points.length : 0 };
    },
    true,
  ),
  fact(
    'act.pointsReasoned',
    'act',
    'bool',
    '每项复核结论都写明了理由',
    undefined,
    (scene) => {
      const { points } = inputOf(scene);
      return Array.isArray(points)
        ? { known: true, value: points.every(({ reason }) => (reason ?? '').trim() !== '') }
        : unknownReading;
    },
    true,
  ),
  fact(
    'act.newEvidenceCount',
    'act',
    'int',
    '新事实的证据件数',
    undefined,
    (scene) => ({ known: true, value: new Set(inputOf(scene).newEvidence ?? []).size }),
    true,
  ),
  fact('party.defended', 'party', 'bool', '已经陈述申辩', 'case.record-statement', (scene, subject) =>
    happened(firstDefence(scene, subject.id)),
  ),
  fact(
    'party.heavierThanFirst',
    'party',
    'bool',
    '拟作出的处罚重于首次告知的',
    undefined,
    (scene, subject) => heavierThan(scene, subject.id, noticesTo(scene.state, subject.id)[0]),
    true,
  ),
  fact(
    'party.heavierThanNoticed',
    'party',
    'bool',
    '拟作出的处罚重于最近一次告知的',
    undefined,
    (scene, subject) => heavierThan(scene, subject.id, noticesTo(scene.state, subject.id).at(-1)),
    true,
  ),
  fact(
    'party.newFactsNoticed',
    'party',
    'bool',
    '已就首次告知之后查得的新事实重新告知并送达',
    'case.give-notice',
    (scene, subject) => newFacts(scene, subject.id),
  ),
  fact('case.heavierApproved', 'case', 'bool', '负责人已批准因新事实加重', 'case.approve', (scene) =>
    approved(scene, 'heavier-penalty'),
  ),
];

function ofPoint(
  id: string,
  label: string,
  settledBy: string,
  read: (point: PlacedPoint, scene: Scene) => Reading,
  ofInput = false,
): FactDefinition {
  return fact(
    id,
    'defence-point',
    'bool',
    label,
    settledBy,
    (scene: Scene, subject: Subject) => {
      const point = defencePointsOf(scene.state).find((one) => one.id === subject.id);
      return point === undefined ? unknownReading : read(point, scene);
    },
    ofInput,
  );
}

/** What holds has to show in the handling; where it changes nothing, the reason has to be told. */
function answered(point: PlacedPoint, scene: Scene): Reading {
  const found = reviewOf(scene.state, point);
  if (found === undefined || found.row.result !== 'upheld') return { known: true, value: true };
  const { effect, reason } = found.row;
  if (effect === undefined) return no;
  if (effect === 'none') return { known: true, value: (reason ?? '').trim() !== '' };
  if (scene.act === undefined) return unknownReading;
  const party = point.statement.data.party;
  const told = noticesTo(scene.state, party).findLast((entry) => entry.at <= point.statement.at);
  if (told === undefined) return no;
  return { known: true, value: changed(scene, effect, told, party) };
}

function changed(scene: Scene, effect: string, told: EntryOf<'notice'>, party: string): boolean {
  const rewritten = (field: string, from: string): boolean =>
    String(scene.act?.record[field] ?? '').trim() !== String(told.record[from] ?? '').trim();
  if (effect === 'facts') return rewritten('decision.facts', 'notice.facts');
  if (effect === 'characterisation')
    return rewritten('decision.basis', 'notice.basis') || rewritten('decision.facts', 'notice.facts');
  const decided = proposedFor(scene, party) ?? [];
  const before = noticed(told, party);
  return lighterOrSame(scene, decided, before) && !sameSanctions(decided, before, effect === 'kind');
}

/** The same penalties, in whatever order; of their kinds alone where only the kind is asked about. */
function sameSanctions(a: readonly Sanction[], b: readonly Sanction[], kindsOnly: boolean): boolean {
  const text = (list: readonly Sanction[]): string =>
    canonical(
      list
        .map(({ kind, amount, detail }) =>
          kindsOnly ? kind : canonical({ kind, amount: amount ?? 0, detail: detail ?? '' }),
        )
        .sort(),
    );
  return text(a) === text(b);
}
