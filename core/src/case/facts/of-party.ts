import { sumOf } from '../deciding/sum-of.ts';
import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { servedOn } from '../serving/effective.ts';
import { isValid } from '../notice/hearing.ts';
import { decisionOf, methodOf, noticeTo, ofPresentDecision, servicesOf } from '../reading.ts';
import { rectificationOf } from '../deciding/rectify-remedies.ts';
import { entriesOf } from '../state.ts';
import type { EntryOf } from '../state.ts';
import { dayOf, startOfDay } from '../../time/index.ts';
import { executionBasisOf } from '../execution/executing.ts';
import { fact, happened, no } from './word.ts';

/** Words about each party. */
export const ofParty: readonly FactDefinition[] = [
  fact('party.kind', 'party', 'enum', '当事人类型', 'case.file', (scene, subject) => {
    const proposed = (scene.act?.input as { parties?: readonly { id: string; kind?: string }[] } | undefined)
      ?.parties;
    const kind =
      entriesOf(scene.state, 'party').find((entry) => entry.id === subject.id)?.data.kind ??
      (Array.isArray(proposed) ? proposed.find((party) => party.id === subject.id)?.kind : undefined);
    return kind === undefined ? unknownReading : { known: true, value: kind };
  }),
  fact('party.noticed', 'party', 'bool', '已告知拟作出的处罚', 'case.give-notice', ({ state }, subject) =>
    happened(noticeTo(state, subject.id)),
  ),
  // Nothing told is nothing proposed: what must be told before a punishment is asked for elsewhere.
  fact('party.noticedFine', 'party', 'money', '告知的拟处罚款', 'case.give-notice', ({ state }, subject) => {
    const notice = noticeTo(state, subject.id);
    const value = sumOf(
      notice?.data.sanctions ?? [],
      ({ party, kind }) => party === subject.id && kind === 'fine',
    );
    return { known: true, value };
  }),
  fact('party.noticeServed', 'party', 'bool', '事先告知书已送达', 'case.serve', (scene, subject) => {
    const notice = noticeTo(scene.state, subject.id);
    return notice === undefined ? no : servedOn(scene, notice.id, subject.id);
  }),
  fact(
    'party.noticeDefenceDays',
    'party',
    'int',
    '告知书写明的申辩期限',
    'case.give-notice',
    ({ state }, subject) => {
      const notice = noticeTo(state, subject.id);
      return notice === undefined
        ? unknownReading
        : { known: true, value: daysToldFor(notice), since: notice.at };
    },
  ),
  fact(
    'party.waivedDefence',
    'party',
    'bool',
    '已明确放弃陈述申辩',
    'case.record-statement',
    // Recorded without what the law makes a condition of it, a waiver gives nothing up.
    ({ state }, subject) => {
      const notice = noticeTo(state, subject.id);
      return happened(
        entriesOf(state, 'statement').find(
          (entry) =>
            entry.data.party === subject.id &&
            entry.data.waives &&
            isValid(entry) &&
            entry.at >= (notice?.at ?? entry.at),
        ),
      );
    },
  ),
  fact('party.decisionServed', 'party', 'bool', '决定书已送达', 'case.serve', (scene, subject) =>
    decisionServedOn(scene, decisionOf(scene.state)?.id, subject.id),
  ),
  // What told wrongly of the remedies began no time to use them: the document that tells anew does.
  fact(
    'party.remediesTold',
    'party',
    'bool',
    '写明救济途径的决定书或者更正告知书已送达',
    'case.serve',
    (scene, subject) =>
      decisionServedOn(scene, (rectificationOf(scene.state) ?? decisionOf(scene.state))?.id, subject.id),
  ),
  fact('party.remediesRectified', 'party', 'bool', '已制作更正告知书', 'case.rectify-remedies', ({ state }) =>
    happened(rectificationOf(state)),
  ),
  fact('party.decisionAnnounced', 'party', 'bool', '决定书已公告送达', 'case.serve', ({ state }, subject) =>
    happened(
      servicesOf(state, decisionOf(state)?.id, subject.id).find(
        (service) => methodOf(service) === 'announced',
      ),
    ),
  ),
  fact('party.sanctioned', 'party', 'bool', '受到处罚', 'case.decide', ({ state }, subject) => {
    const decision = decisionOf(state);
    const against = decision?.data.sanctions.some((sanction) => sanction.party === subject.id) === true;
    return against ? happened(decision) : no;
  }),
  fact(
    'party.performanceChecked',
    'party',
    'bool',
    '已检查履行情况',
    'case.check-performance',
    ({ state }, subject) => {
      // A look before the last day says nothing of whether the party performed in time.
      const by = decisionOf(state)?.data.performBy;
      return happened(
        entriesOf(state, 'performance-check').find(
          (entry) =>
            entry.data.party === subject.id &&
            ofPresentDecision(state, entry) &&
            (by === undefined || done(entry, by)),
        ),
      );
    },
  ),
];

/**
 * What is enforced was served before there was this file, on the day it names; a decision to enforce it is served here, and
 * opens remedies of its own.
 */
function decisionServedOn(scene: Scene, document: string | undefined, party: string): Reading {
  const before = document === undefined ? executionBasisOf(scene.state)?.data.servedOn : undefined;
  return before === undefined
    ? servedOn(scene, document, party)
    : { known: true, value: true, since: startOfDay(before) };
}

/** Everything was performed, or the last day had come: only then has performance in time been looked into. */
function done(entry: EntryOf<'performance-check'>, performBy: string): boolean {
  return entry.data.state === 'full' || dayOf(entry.at) >= performBy;
}

/** The longest the notice tells of: what a document says in the party's favour binds the agency. */
function daysToldFor(notice: EntryOf<'notice'>): number {
  const told = (notice.data.rights ?? []).filter(({ right }) => right === 'statement' || right === 'defence');
  return Math.max(notice.data.defenceDays, ...told.map(({ days }) => days ?? 0));
}
