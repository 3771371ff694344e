import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actDefinitions } from './acts.ts';
import type { AgencyState } from './authority/state.ts';
import { canonical } from './canonical.ts';
import { endingOf } from './case/course/over.ts';
import { decisionOf } from './case/reading.ts';
import { thingsInHand } from './case/measures/held-things.ts';
import { unpaidOf } from './case/performing/payment.ts';
import { entriesOf } from './case/state.ts';
import { unsignedItems } from './case/inquiry/crime.ts';
import { decide } from './decide.ts';
import type { Decision } from './decide.ts';
import { fold } from './evolve.ts';
import { obligations } from './obligations.ts';
import type { Preview } from './preview.ts';
import type { Refusal } from './refusal.ts';
import { addMinutes, epochOf, instant } from './time/index.ts';
import type { Day } from './time/index.ts';
import {
  checkedRecord,
  assessmentOn,
  assessmentRecord,
  bases,
  caseAt,
  conclusionOn,
  conclusionRecord,
  decisionRecord,
  interviewRecord,
  noticeRecord,
  onSpot,
  organisation,
  mailReturn,
  measuredThings,
  measureOf,
  measureRecord,
  person,
  posting,
  proposalRecord,
  receipt,
  rights,
  service,
  spotRecord,
  waiverRecord,
  where,
  elsewhere,
  finedElsewhere,
} from './trial/lawful-path.ts';
import { monitoringRecord } from './trial/monitoring-record.ts';
import { PlayedCase, staffedAgency } from './trial/played-case.ts';

const toldRights = [...rights, { right: 'hearing', days: 5, office: '社会组织管理处' }];
const hearingRecord = {
  'hearing.held-place': '本局会议室',
  'hearing.attendees': '主持人、当事人',
  'hearing.observers': '无',
  'hearing.facts': '事实',
  'hearing.evidence': '证据',
  'hearing.proposal': '建议',
  'hearing.defence': '申辩',
  'hearing.signature': 'signed',
};
const bound = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']).law;
// Elsewhere the rules of a ministry let the limit be extended: without a number of days nobody could walk there.
const law = {
  ...bound,
  params: {
    ...bound.params,
    'decide.extendDays': { id: 'decide.extendDays', label: '延长的日数', value: 30 },
  },
};

const caseActNames = [...actDefinitions.values()]
  // The walks are those of a penalty: what is done in another kind of file alone is refused at every step of them.
  .filter((one) => one.aggregate === 'case' && (one.kinds === undefined || one.kinds.includes('penalty')))
  .map((one) => one.name)
  // No power goes from this agency to another in these walks: `case/ceding/ceding.test.ts` walks that.
  .filter((name) => name !== 'case.cede' && name !== 'case.receive-ceded');

/** One random step: an act, who does it, how long after the last, and how sound what is filled in is. */
const step = fc.record({
  act: fc.constantFrom(...caseActNames),
  by: fc.constantFrom('h1', 'h1', 'h2', 'head', 'chief', 'rev', 'h3', 'nobody'),
  wait: fc.constantFrom(1, 30, 60, 24 * 60, 3 * 24 * 60, 9 * 24 * 60),
  choice: fc.nat(11),
  sound: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  late: fc.constantFrom(0, 0, 0, 120, 5 * 24 * 60),
  admits: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A step the case may well want next, so that walks come far; mixed with wholly random ones. */
const walk = fc.array(fc.tuple(step, fc.integer({ min: 0, max: 9 })), {
  minLength: 6,
  maxLength: 96,
  size: 'max',
});
const admissible = [
  'OFFICER_COUNT_LOW',
  'IDENTITY_NOT_SHOWN',
  'STAGE_RECORD_MISSING',
  'APPROVAL_PENDING',
  'FIELD_INVALID',
  'SIGNATURE_MISSING',
];
const malformed = ['INPUT_INVALID', 'FIELD_INVALID'];
const plainCourse = [
  ['case.register-lead', 'h1'],
  ['case.start-urgently', 'h1'],
  ['case.approve', 'h1'],
  ['case.approve', 'chief'],
  ['case.approve', 'head'],
  ['case.file', 'h1'],
  ['case.assign-handlers', 'chief'],
  ['case.record-interview', 'h1'],
  ['case.compute-gains', 'h1'],
  ['case.extend-deciding', 'head'],
  ['case.preserve-evidence', 'h1'],
  ['case.record-tampering', 'h1'],
  ['case.resolve-preservation', 'h2'],
  ['case.assess-circumstances', 'h1'],
  ['case.assess-circumstances', 'h2'],
  ['case.weigh-factors', 'h1'],
  ['case.confirm-unproven', 'head'],
  ['case.confirm-distinct-conduct', 'head'],
  ['case.verify-evidence', 'h1'],
  ['case.conclude-investigation', 'h1'],
  ['case.give-notice', 'h1'],
  ['case.serve', 'h1'],
  ['case.record-delivery', 'h1'],
  ['case.serve', 'h2'],
  ['case.claim-no-fault', 'h1'],
  ['case.review-fault-claim', 'h2'],
  ['case.request-extension', 'h2'],
  ['case.decide-extension', 'head'],
  ['case.record-education', 'h1'],
  ['case.approve', 'h1'],
  ['case.approve', 'chief'],
  ['case.approve', 'head'],
  ['case.decide', 'h1'],
  ['case.seal-document', 'h1'],
  ['case.serve', 'h1'],
  ['case.approve', 'h2'],
  ['case.approve', 'chief'],
  ['case.publish', 'h1'],
  ['case.check-performance', 'h1'],
  ['case.order-correction', 'h1'],
  ['case.check-correction', 'h1'],
  ['case.close', 'h1'],
  ['case.bind-file', 'h1'],
  ['case.archive', 'h1'],
] as const;
const until = (act: string): number => plainCourse.findIndex(([name]) => name === act);
/** What a case may do without: the longest course leaves it out, or it would end before its end. */
const aside = [
  'case.start-urgently',
  'case.extend-deciding',
  'case.preserve-evidence',
  'case.record-tampering',
  'case.resolve-preservation',
  'case.confirm-unproven',
  'case.confirm-distinct-conduct',
  'case.verify-evidence',
  'case.request-extension',
  'case.decide-extension',
];
const begun = plainCourse.slice(0, until('case.serve') + 1);
const plainlyBegun = begun.filter(([name]) => !aside.includes(name));
const opinions = [
  ['case.approve', 'h1'],
  ['case.approve', 'chief'],
  ['case.approve', 'head'],
] as const;
/**
 * The ordinary course, one with a hearing, one with what comes of a fine, one with a discussion, and one with a legal review: steps that need
 * each other never come about by chance.
 */
const courses: readonly (readonly (readonly [string, Step['by'], number?])[])[] = [
  plainCourse,
  [
    ['case.register-lead', 'h1'],
    ['case.dispute-jurisdiction', 'h1'],
    ['case.record-negotiation', 'h1'],
    ['case.designate-jurisdiction', 'h1'],
    ['case.triage-lead', 'h1'],
    ['case.approve', 'head'],
    ['case.refuse-filing', 'h1'],
    ['case.notify-refusal', 'h1'],
    ['case.conclude-lead', 'h1'],
  ],
  [
    ...begun,
    ['case.record-statement', 'h1'],
    ['case.review-defence', 'h1'],
    ...opinions,
    ['case.decide', 'h1'],
  ],
  [
    ...begun,
    ['case.call-experts', 'h1'],
    ['case.record-experts', 'h1'],
    ['case.submit-discussion', 'h1'],
    ['case.record-discussion', 'h1'],
    ...opinions,
    ['case.record-approval', 'h1'],
    ['case.decide', 'h1'],
  ],
  [
    ...begun,
    ['case.request-hearing', 'h1'],
    ['case.reject-hearing-request', 'chief'],
    ['case.appoint-agent', 'h1'],
    ['case.waive-hearing', 'h1'],
    ['case.dismiss-agent', 'h1'],
    ['case.request-hearing', 'h2'],
    ['case.notify-hearing', 'chief'],
    ['case.serve', 'h1'],
    ['case.serve', 'h1'],
    ['case.hold-hearing', 'chief'],
    ['case.examine-evidence', 'chief'],
    ['case.terminate-hearing', 'chief'],
    ...opinions,
    ['case.decide', 'h1'],
    ['case.seal-document', 'h1'],
    ['case.admit-defect', 'head'],
    ['case.close', 'h1'],
    ['case.record-payment', 'h1'],
  ],
  [
    ...plainCourse.slice(0, until('case.extend-deciding')),
    ['case.request-recusal', 'h1'],
    ['case.decide-recusal', 'head'],
    ['case.report-interest', 'h1'],
    ['case.decide-recusal', 'head'],
    ['case.inspect-scene', 'h1'],
    ['case.collect-evidence', 'h1'],
    ['case.record-activity', 'h1'],
    ['case.record-obstruction', 'h1'],
    ['case.join-party', 'chief'],
    ['case.rename-party', 'h1'],
    ['case.entrust-expert', 'h1'],
    ['case.record-expert-opinion', 'h1'],
    ['case.exclude-evidence', 'h1'],
    ['case.admit-monitoring', 'h1'],
    ['case.notify-monitoring', 'h1'],
    ['case.flag-crime', 'h1'],
    ['case.exclude-crime', 'head'],
    ['case.flag-crime', 'h1'],
    ['case.request-assistance', 'h1'],
    ['case.record-assistance-reply', 'h1'],
    ['case.refer-crime', 'h1'],
    ['case.record-referral-receipt', 'h1'],
    ['case.record-judicial-result', 'h1'],
    ['case.conclude-investigation', 'h1'],
    ['case.succeed-party', 'chief'],
    ['case.assess-circumstances', 'h1'],
    ['case.assess-circumstances', 'h2'],
    ['case.give-notice', 'h1'],
  ],
  [
    ...plainCourse.slice(0, until('case.record-interview')).filter(([name]) => !aside.includes(name)),
    ['case.request-measure', 'h1'],
    ['case.approve', 'head'],
    ['case.decide-measure', 'h1'],
    ['case.take-measure', 'h1'],
    ['case.move-things', 'h1'],
    ['case.record-custody-cost', 'h1'],
    ['case.entrust-expert', 'h1'],
    ['case.exclude-test-time', 'h1'],
    ['case.extend-measure', 'head'],
    ['case.serve', 'h1'],
    ['case.dispose-things', 'h1'],
    ['case.lift-measure', 'h1'],
    ['case.return-things', 'h1'],
    ['case.freeze-funds', 'h1'],
    ['case.lift-measure', 'h1'],
  ],
  [
    ...plainlyBegun,
    ['case.record-return', 'h1'],
    ['case.serve', 'h1'],
    ...opinions,
    ['case.decide', 'h1'],
    ['case.seal-document', 'h1'],
    ['case.serve', 'h1'],
    ['case.serve', 'h1'],
    ['case.rectify-remedies', 'head'],
    ['case.record-payment', 'h1'],
    ['case.defer-payment', 'head'],
    ['case.record-demand', 'h1'],
    ['case.demand-performance', 'h1'],
    ['case.serve', 'h1'],
    ['case.serve', 'h1'],
    ['case.enforce-payment', 'h1'],
    ['case.apply-to-court', 'h1'],
    ['case.register-remedy', 'h1'],
    ['case.request-detention-suspension', 'h1'],
    ['case.decide-detention-suspension', 'head'],
    ['case.execute-detention', 'h1'],
  ],
  [
    ...plainCourse.slice(0, until('case.serve')),
    ['case.judge-major', 'h1'],
    ['case.approve', 'head'],
    ['case.open-optional-review', 'rev'],
    ['case.submit-review', 'h1'],
    ['case.withdraw-review', 'h1'],
    ['case.submit-review', 'h1'],
    ['case.return-materials', 'rev'],
    ['case.submit-review', 'h1'],
    ['case.accept-review', 'rev'],
    ['case.extend-review', 'head'],
    ['case.conclude-review', 'rev'],
    ['case.confirm-review', 'rev'],
    ['case.request-reexamination', 'h1'],
    ['case.accept-review', 'rev'],
    ['case.conclude-review', 'rev'],
    ...plainCourse.slice(until('case.decide') - 3),
  ],
  [
    ...plainCourse.slice(0, until('case.give-notice')).filter(([name]) => !aside.includes(name)),
    ['case.submit-review', 'h1'],
    ['case.accept-review', 'rev'],
    ['case.conclude-review', 'rev'],
    ['case.settle-review', 'head'],
  ],
  [
    ...plainCourse.slice(0, until('case.record-interview')).filter(([name]) => !aside.includes(name)),
    ['case.approve', 'head'],
    ['case.suspend', 'h1'],
    ['case.approve', 'head'],
    ['case.resume', 'h1'],
    ['case.approve', 'head'],
    ['case.terminate', 'h1'],
    ['case.close', 'h1'],
  ],
  [
    ...plainCourse.slice(0, until('case.record-interview')).filter(([name]) => !aside.includes(name)),
    ['case.link', 'h1'],
    ['case.join-party', 'chief'],
    ['case.approve', 'head'],
    ['case.split', 'h1'],
    ['case.approve', 'head'],
    ['case.merge', 'h1'],
    ['case.close', 'h1'],
  ],
  [...plainlyBegun, ...opinions, ['case.decide', 'h1'], ['case.transfer', 'h1'], ['case.close', 'h1']],
  [...plainlyBegun, ...opinions, ['case.withdraw-approval', 'head'], ...opinions, ['case.decide', 'h1']],
  [
    ['case.decide-on-spot', 'h1'],
    ['case.report-on-spot', 'h2'],
    ['case.correct-entry', 'h1'],
    ['case.approve', 'h2'],
    ['case.approve', 'chief'],
    ['case.publish', 'h1'],
    ['case.collect-on-spot', 'h1'],
    ['case.demand-performance', 'h1'],
    ['case.serve', 'h1'],
    // Reconsideration alone is waited for, so the window of the court opens and shuts earlier.
    ['case.apply-to-court', 'h1', 90],
  ],
  [
    ['case.decide-on-spot', 'h1'],
    ['case.collect-on-spot', 'h1'],
    ['case.record-landing', 'h1'],
    ['case.hand-in-fine', 'h1'],
    ['case.deposit-fine', 'h1'],
  ],
  [
    ...plainCourse.slice(0, until('case.record-interview')).filter(([name]) => !aside.includes(name)),
    ['case.assign-handlers', 'chief'],
    ['case.hand-over', 'h1'],
    ['case.take-over', 'h2'],
  ],
  [
    ...plainCourse.slice(0, until('case.record-interview')).filter(([name]) => !aside.includes(name)),
    ['case.join-enforcement', 'h1'],
    ['case.record-partner-result', 'h1'],
    ['case.leave-enforcement', 'h1'],
  ],
  [
    ['case.decide-on-spot', 'h1'],
    ['case.approve', 'h2'],
    ['case.approve', 'chief'],
    ['case.publish', 'h1'],
    ['case.revoke-decision', 'head'],
    ['case.withdraw-publication', 'h1'],
  ],
  // Short enough that walks come to the end of a file.
  [
    ['case.decide-on-spot', 'h1'],
    ['case.report-on-spot', 'h2'],
    ['case.approve', 'h2'],
    ['case.approve', 'chief'],
    ['case.publish', 'h1'],
    ['case.record-payment', 'h1'],
    ['case.close', 'h1'],
    ['case.bind-file', 'h1'],
    ['case.archive', 'h1'],
  ],
  [
    ...plainlyBegun,
    ...opinions,
    ['case.decide', 'h1'],
    ['case.seal-document', 'h1'],
    ['case.approve', 'h2'],
    ['case.approve', 'chief'],
    ['case.publish', 'h1'],
    ['case.revoke-decision', 'head'],
    ['case.withdraw-publication', 'h1'],
    ['case.check-suspicion', 'rev'],
    ['case.give-notice', 'h1'],
    ['case.serve', 'h1'],
    ['case.serve', 'h2'],
    ...opinions,
    ['case.decide', 'h1'],
    ['case.seal-document', 'h1'],
  ],
  [
    ...plainlyBegun,
    ...opinions,
    ['case.decide', 'h1'],
    ['case.seal-document', 'h1'],
    ['case.admit-defect', 'head'],
    ['case.close', 'h1'],
  ],
  [
    ...plainlyBegun,
    ...opinions,
    ['case.explain-lateness', 'head'],
    ['case.decide', 'h1'],
    ['case.seal-document', 'h1'],
    ['case.check-suspicion', 'rev'],
    ['case.serve', 'h1'],
    ['case.close', 'h1'],
    ['case.bind-file', 'h1'],
    ['case.archive', 'h1'],
  ],
];
/** Days that must pass before it can be done at all; without them walks would never see it. */
const patience: Readonly<Record<string, number>> = {
  'case.hold-hearing': 20,
  'case.terminate-hearing': 20,
  'case.apply-to-court': 200,
  'case.explain-lateness': 100,
  'case.decide': 20,
};

/** What the head approves where one of these is to come. */
const courseMatters: Readonly<Record<string, string>> = {
  'case.suspend': 'suspension',
  'case.resume': 'resumption',
  'case.terminate': 'termination',
  'case.merge': 'merger',
  'case.split': 'split',
  'case.decide-measure': 'measure',
};
const courseRecord = {
  'course.facts': '须以另案的判决为依据',
  'course.proof': '受理案件通知书',
  'course.told': '已书面告知当事人',
  'course.basis': '法律的规定',
};

const byActor = (refusal: Refusal): boolean => refusal.facts.some((use) => use.fact.startsWith('actor.'));
/** Speaks of nothing but what is filled in: its shape, its fields, what it refers to, and who may enter just that. */
const ofInput = (refusal: Refusal): boolean =>
  refusal.field !== undefined ||
  byActor(refusal) ||
  refusal.facts.some((use) => /^(?:input|record|act)\./.test(use.fact));

/** Another case that is filed and not decided, for acts on two cases. */
const second = caseAt(law, 'filed').state;

/** The head leads the reviewers as well, and the head of the unit takes over cases, as in a small agency. */
function reviewingAgency(): AgencyState {
  const agency = staffedAgency();
  const leads = { officer: 'head', role: 'unit-head', unit: 'legal', from: '2022-01-01' as Day } as const;
  const handles = { officer: 'chief', role: 'handler', from: '2022-01-01' as Day } as const;
  return { ...agency, appointments: [...agency.appointments, leads, handles] };
}

describe('预览与决断一致', () => {
  it('随机走过的案卷：预览说可以的，不会因案卷本身被拒；预览说不可以的，必以同样的理由被拒', () => {
    const reached = new Set<string>();
    const statuses = new Map<string, number>();
    fc.assert(
      fc.property(walk, fc.constantFrom(...courses), (steps, usual) => {
        const played = new PlayedCase(law, reviewingAgency());
        played.fines = finedElsewhere([organisation.name, person.name]);
        played.cases = { 'case/second': { ...second, stream: 'case/second' } };
        let now = instant('2026-03-02T09:00');
        let ahead = 0;
        let tries = 0;
        for (const [drawn, dice] of steps) {
          const next = usual[ahead];
          const one: Step =
            dice < 8 && next !== undefined ? { ...drawn, act: next[0], by: next[1], late: 0 } : drawn;
          // Only where the course has come to it: a case that waits for nothing would be late for everything.
          const days = one.act === next?.[0] ? (next[2] ?? patience[one.act] ?? 0) : 0;
          now = addMinutes(now, one.wait + days * 24 * 60);
          const before = played.preview(one.act, one.by, now);
          statuses.set(before.status, (statuses.get(before.status) ?? 0) + 1);
          const { input, record } = filled(played, one, now, usual[ahead + 1]?.[0] ?? '');
          const decision = played.try({
            act: one.act,
            by: one.by,
            at: addMinutes(now, -one.late),
            entered: now,
            input,
            record,
            ...(one.admits ? { admits: admissible.map((code) => ({ code, reason: '当时的实际情况' })) } : {}),
          });
          if ('streams' in decision) reached.add(one.act);
          // Refused several times, the walk goes on all the same: a stuck case would show nothing new.
          tries = 'streams' in decision ? 0 : tries + 1;
          if (one.act === next?.[0] && ('streams' in decision || tries > 3)) [ahead, tries] = [ahead + 1, 0];
          // Backdated, the gates look from another moment than the preview: only the general promises hold.
          if (one.late === 0) agree(before, decision, one);
        }
        promises(played, now);
      }),
      { seed: 20260302, numRuns: 720 },
    );
    // The walks must have seen something: every act done at least once, every answer of preview given. A court's ruling
    // is answered within days that random moments hardly ever meet: the story of the court walks it. Nobody is detained
    // by an agency that may not detain: the examples of 第七十三条 walk that.
    const hardlyMet = new Set([
      'case.ask-court-review',
      'case.request-detention-suspension',
      'case.decide-detention-suspension',
      'case.execute-detention',
    ]);
    expect(caseActNames.filter((name) => !reached.has(name) && !hardlyMet.has(name))).toEqual([]);
    expect([...statuses.keys()].sort()).toEqual(['depends', 'possible', 'refused']);
    // A bound against hanging, far beyond what it takes on a machine busy with other things.
  }, 600_000);

  it('不论交上来什么，决断都给出答案而不出错', () => {
    const played = new PlayedCase(law, staffedAgency());
    const json = fc.jsonValue({ maxDepth: 3 });
    const keys = fc.constantFrom(
      '__proto__',
      'constructor',
      'parties',
      'officers',
      'fields',
      'entry',
      'record',
      'sanctions',
      'lead.reporter',
      'lead.attachments',
      'party.phone',
    );
    const hostile = fc.oneof(json, fc.dictionary(keys, json));
    fc.assert(
      fc.property(
        fc.constantFrom(...actDefinitions.keys()),
        hostile,
        fc.dictionary(keys, json),
        (name, input, record) => {
          const definition = actDefinitions.get(name);
          const act = {
            id: 'X1',
            name,
            agency: 'trial',
            stream: 'case/trial',
            input,
            record: record as never,
            occurredAt: instant('2026-03-02T09:00'),
            basedOn: 0,
          };
          const state = definition?.aggregate === 'agency' ? played.agency : played.state;
          const decision = decide(state, act, played.context('h1', '2026-03-02T09:00'));
          const answer = 'streams' in decision ? decision.streams : decision.refusals;
          expect(answer.length).toBeGreaterThan(0);
          expect(canonical(answer)).toMatch(/[\u4e00-\u9fff]/);
        },
      ),
      { seed: 7, numRuns: 1500 },
    );
  });
});

/** What was foretold comes about, and nothing of the file itself speaks against what was said to be possible. */
function agree(before: Preview, decision: Decision, one: Step): void {
  const refusals = 'refusals' in decision ? decision.refusals : [];
  // What is malformed is refused alone, before the file is looked at.
  if (refusals.some((refusal) => refusal.rule === undefined && malformed.includes(refusal.code))) return;
  // What is admitted of a thing that has happened is no refusal any more, even where others remain.
  const factual = actDefinitions.get(one.act)?.nature === 'factual';
  const given = [...refusals.map((refusal) => refusal.code), ...(one.admits && factual ? admissible : [])];
  const foretold = before.status === 'refused' ? before.refusals : [];
  expect(given).toEqual(expect.arrayContaining(foretold.map((refusal) => refusal.code)));
  const unforetold = before.status === 'possible' ? refusals.filter((refusal) => !ofInput(refusal)) : [];
  expect(unforetold).toEqual([]);
}

/** What must hold of every file, whatever has been done to it. */
function promises(played: PlayedCase, now: string): void {
  expect(played.state.version).toBe(played.events.length);
  const again = fold('case/trial', 'trial', JSON.parse(canonical(played.events)));
  expect(canonical(again)).toBe(canonical(played.state));
  expect(new Set(played.state.entries.map((entry) => entry.id)).size).toBe(played.state.entries.length);
  const owed = obligations(played.state, law);
  expect(new Set(owed.map((one) => one.id)).size).toBe(owed.length);
  for (const one of owed) {
    expect(one.from <= one.due && one.due <= one.lawfulDue && one.remind <= one.due).toBe(true);
    expect(epochOf(one.from)).toBeLessThanOrEqual(epochOf(instant(now)) + 400 * 86_400_000);
  }
}

/** Something to fill in, sound or not, drawn from what is in the file. */
function filled(
  played: PlayedCase,
  one: Step,
  now: string,
  following: string,
): { input: unknown; record: Record<string, never> } {
  const sends = /delivery|return/.test(following);
  const ids = (kind: string): readonly string[] =>
    played.state.entries.filter((entry) => entry.kind === kind).map((entry) => entry.id);
  const pick = <T>(from: readonly T[]): T | undefined => from[one.choice % Math.max(1, from.length)];
  const parties = ids('party');
  const inHand = thingsInHand(played.state);
  const fine = parties.map((party) => ({ party, kind: 'fine', amount: 100_000 }));
  const documents = [...ids('demand'), ...ids('hearing-notice'), ...ids('decision'), ...ids('notice')];
  const next = actDefinitions.get('case.serve')?.prefill?.(played.state as never, played.context('h1', now));
  const party = pick(parties) ?? 'none';
  const bare = one.sound ? undefined : {};
  const answer = (input: unknown, record: unknown = {}) => ({
    input,
    record: (bare ?? record) as Record<string, never>,
  });
  switch (one.act) {
    case 'case.register-lead':
      return one.choice % 2 === 0
        ? answer(
            { source: 'other', summary: one.sound ? '线索' : '' },
            { 'lead.route': '报纸三月一日报道某社团乱收费' },
          )
        : answer(
            { source: 'complaint', summary: one.sound ? '线索' : '' },
            {
              'lead.channel': 'letter',
              'lead.naming': 'named',
              'lead.reporter': '司马举报',
              'lead.contact': '示例电话',
            },
          );
    case 'case.triage-lead':
      return answer(
        one.choice % 2 === 0
          ? { conclusion: 'fails', criteria: [] }
          : { conclusion: 'meets', criteria: ['evidence', 'punishable', 'jurisdiction', 'in-time'] },
        { 'triage.findings': '到场核对了收据' },
      );
    case 'case.refuse-filing':
      return answer(
        {},
        {
          'filing.refusal-reviewer': '孙承办',
          'filing.refusal-course': '到场核对了收据',
          'filing.refusal-reason': '没有违法行为',
          'filing.refusal-basis': '处罚法有关条款',
          'filing.refusal-telling': '告知举报人',
        },
      );
    case 'case.notify-refusal':
      return answer(
        { to: one.choice === 0 ? 'superior' : 'complainant', means: 'phone' },
        { 'telling.content': '不予立案' },
      );
    case 'case.conclude-lead':
      return answer({});
    case 'case.designate-jurisdiction':
      return answer({ designator: '江省民政厅', number: '江民函〔2026〕5 号', designated: 'own' });
    case 'case.dispute-jurisdiction':
      return answer({ other: '江区民政局', superior: '江省民政厅' }, { 'dispute.matter': '都立了案' });
    case 'case.record-negotiation':
      return answer({ result: one.choice === 0 ? 'failed' : 'own' }, { 'dispute.course': '两局当面协商' });
    case 'case.approve': {
      const refusing = entriesOf(played.state, 'triage').at(-1)?.data.conclusion === 'fails';
      const beforeFiling = refusing ? 'filing-refusal' : 'filing';
      const undecided = ids('filing').length === 0 ? beforeFiling : 'decision';
      // What is decided on the spot was never filed.
      const matter = ids('decision').length === 0 ? undecided : 'publication';
      return answer(
        {
          matter:
            courseMatters[following] ??
            (following === 'case.open-optional-review'
              ? 'optional-review'
              : one.choice === 2
                ? 'preservation'
                : one.sound
                  ? matter
                  : 'publication'),
          opinion: one.choice === 0 ? 'return' : 'agree',
          ...(one.by === 'head' || (matter === 'publication' && one.by !== 'h2')
            ? {}
            : { step: matter === 'publication' ? 'check' : one.by === 'chief' ? 'unit' : 'handler' }),
        },
        one.choice === 1
          ? { 'approval.comment': '同意' }
          : matter === 'publication'
            ? checkedRecord
            : proposalRecord,
      );
    }
    case 'case.decide-on-spot':
      return answer(
        {
          ...(onSpot.input as object),
          ...(one.sound ? {} : { shown: ['h1'] }),
          sanctions: [{ kind: 'fine', amount: one.choice === 3 ? 20_001 : 20_000 }],
        },
        { ...spotRecord, 'spot.shown-at': addMinutes(instant(now), -one.choice * 600) },
      );
    case 'case.report-on-spot':
      return answer({ receivedBy: one.sound ? 'chief' : 'nobody' });
    case 'case.file':
      return answer(
        {
          cause: '试验案由',
          parties: one.choice % 2 === 0 ? [organisation, person] : [organisation],
          ...(one.choice === 11 ? {} : where),
        },
        { 'filing.reason': '有违法嫌疑', 'filing.basis': '登记管理条例' },
      );
    case 'case.join-party':
      return answer({
        parties: [{ ...organisation, id: `P${parties.length + 3}` }],
        reason: '共同收取了费用',
      });
    case 'case.rename-party':
      return answer(
        { party, name: one.sound ? `更名示例协会${one.choice}` : organisation.name },
        { 'party.change-proof': '变更登记通知书' },
      );
    case 'case.succeed-party':
      return answer(
        { party, manner: 'merger', parties: [{ ...organisation, id: `P${parties.length + 3}` }] },
        { 'party.change-proof': '合并登记通知书' },
      );
    case 'case.assign-handlers':
      return answer({
        officers: following === 'case.hand-over' ? ['h2', 'chief'] : one.sound ? ['h1', 'h2'] : ['h1', 'h3'],
        declared: ['h1', 'h2', 'chief'],
        ...(one.choice === 1 ? { related: [{ officer: 'h2', relation: 'stake' }] } : {}),
      });
    case 'case.report-interest':
      return answer({ officer: 'h2', relation: 'stake' }, { 'interest.detail': '与当事人有投资关系' });
    case 'case.request-recusal':
      return answer({ party, officer: 'h2' }, { 'recusal.ground': '与当事人有旧怨' });
    case 'case.decide-recusal':
      return answer(
        {
          officer: 'h2',
          recused: one.choice === 0,
          ...(one.choice === 2 ? { discarded: ids('interview') } : {}),
        },
        { 'recusal.reason': '经查理由不成立' },
      );
    case 'case.inspect-scene':
      return answer(
        {
          officers: ['h1', 'h2'],
          manner: 'inspection',
          person: '江城示范协会',
          endedAt: now,
          ...(one.choice === 0 ? { shown: ['h1'] } : {}),
        },
        {
          'scene.basis-rank': one.choice === 1 ? 'rule' : 'statute',
          'scene.basis': '登记管理条例',
          'scene.certificate-shown': '出示两名人员的证件',
          'scene.place': '示范路 1 号',
          'scene.presence': '负责人到场',
          'scene.course': '墙上张贴收费标准，有三间教室。',
          'scene.opinion': '无',
          'scene.signature': 'signed',
        },
      );
    case 'case.collect-evidence':
      return answer(
        { name: '收费通知', officers: one.choice === 0 ? ['h1'] : ['h1', 'h2'] },
        {
          'evidence.kind': 'documentary',
          'evidence.origin': one.choice === 1 ? 'party' : 'collected',
          'evidence.place': '示范路 1 号',
          'evidence.formed-on': '2026-02-18',
          'evidence.summary': '每人六百元',
          'evidence.method': '复制',
          'evidence.confirmation': 'confirmed',
        },
      );
    case 'case.record-activity':
      return answer(
        {
          activity: one.choice === 0 ? 'annual-talk' : 'visit',
          officers: ['h1', 'h2'],
          person: '江城示范协会',
        },
        { 'activity.document': '约谈记录' },
      );
    case 'case.record-obstruction':
      return answer(
        { officers: ['h1', 'h2'], person: '门卫示范' },
        {
          'obstruction.shown-at': addMinutes(instant(now), one.choice === 0 ? 5 : -5),
          'obstruction.place': '大门',
          'obstruction.conduct': '拒不开门',
          'obstruction.witness': '社区工作人员王某',
        },
      );
    case 'case.entrust-expert':
      return answer(
        { organ: '江城会计师事务所', matter: 'appraisal' },
        { 'entrust.samples': '账册三本', 'entrust.requirement': '核定收费总额' },
      );
    case 'case.record-expert-opinion':
      return answer(one.choice === 0 ? {} : { entrustment: pick(ids('entrustment')) ?? 'none' }, {
        'expert.organ': '江城会计师事务所',
        'expert.qualification': '示例证 1',
        'expert.person': '钱示范',
        'expert.entrustment-number': '示例一号',
        'expert.issued-on': '2026-03-01',
      });
    case 'case.exclude-evidence':
      return answer(
        { evidence: pick([...ids('evidence'), ...ids('activity')]) ?? 'none', ground: 'unverified' },
        { 'exclusion.reason': '查证不属实' },
      );
    case 'case.admit-monitoring':
      return answer({ party, device: '公共监控', recordedAt: '2026-02-20T18:30' }, monitoringRecord);
    case 'case.notify-monitoring':
      return answer(
        { monitoring: ids('monitoring').at(-1) ?? 'none', way: 'written' },
        { 'monitoring.notice-proof': '当面交付' },
      );
    case 'case.join-enforcement':
      return answer({
        name: one.sound ? `江城市公安局${one.choice}` : '江城市民政局',
        role: one.choice === 0 ? 'lead' : 'support',
        matters: [{ matter: '治安管理' }],
        ours: [{ matter: '社会团体管理' }],
        people: [{ name: '武民警', certificate: 'GA-01' }],
        document: '联合执法通知',
      });
    case 'case.leave-enforcement':
      return answer({ partner: pick(ids('partner')) ?? 'none', reason: '其职权事项已经办结' });
    case 'case.record-partner-result':
      return answer({
        partner: pick(ids('partner')) ?? 'none',
        ...(one.choice === 0
          ? { outcome: 'none' }
          : { outcome: 'penalty', number: '江公罚〔2026〕7 号', decidedOn: now.slice(0, 10) }),
        ...(one.choice === 1 ? { fines: [{ party, amount: 100, cause: '试验案由' }] } : {}),
      });
    case 'case.flag-crime':
      return answer({ offence: '非法经营罪' }, { 'crime.basis': '数额较大' });
    case 'case.refer-crime':
      return answer(
        {
          recipient: '江城市公安局',
          evidence: [...ids('interview'), ...ids('evidence')],
          ...(one.choice === 0 || inHand.length === 0
            ? {}
            : { things: inHand.map(({ id }) => ({ thing: id, goes: true })) }),
        },
        { 'crime.materials': '移送书一份', 'crime.things-told': '当面告知' },
      );
    case 'case.request-assistance':
      return answer({ organ: '江城市公安局', matter: '查询户籍' }, { 'assistance.basis': '户籍由其管理' });
    case 'case.record-assistance-reply':
      return answer({
        request: pick(ids('assistance-request')) ?? 'none',
        answer: one.choice === 0 ? 'refused' : 'provided',
        ...(one.choice === 0 ? {} : { materials: [{ name: '查询结果' }] }),
      });
    case 'case.request-detention-suspension':
      return answer({ party });
    case 'case.decide-detention-suspension':
      return answer(
        { request: ids('detention-request').at(-1) ?? 'none', meets: one.choice > 0, ruling: 'suspend' },
        { 'detention.grounds': '已交纳保证金', 'detention.told': '当面交付' },
      );
    case 'case.execute-detention':
      return answer({ party, place: '江城市拘留所' }, { 'detention.receipt': '回执一份' });
    case 'case.record-referral-receipt':
      return answer(
        {
          received: one.choice === 0 ? ['none'] : unsignedItems(played.state).slice(0, 1),
          receivedBy: '丁签收',
        },
        { 'crime.receipt': '回执一份' },
      );
    case 'case.record-judicial-result':
      return answer(
        { result: one.choice === 0 ? 'pending' : 'not-filed' },
        { 'crime.result-document': '通知书' },
      );
    case 'case.request-measure':
      return answer(
        {
          ...measureOf(party),
          ...(one.choice === 0 ? { measure: ids('measure').at(-1) ?? 'none' } : {}),
        },
        { 'measure.object': '账册', 'measure.necessity': '账册即将运走', 'measure.slightness': '不轻微' },
      );
    case 'case.decide-measure':
      return answer(
        {
          ...measureOf(party),
          ...(one.choice === 0 ? {} : { request: ids('measure-request').at(-1) ?? 'none' }),
          until: '2026-12-31',
          count: 2,
        },
        { 'measure.reasons': '账册即将运走', 'measure.remedies': '可以申请行政复议' },
      );
    case 'case.take-measure':
      return answer(
        {
          kind: 'impoundment',
          party: entriesOf(played.state, 'measure-decision').at(-1)?.data.party ?? party,
          ...(ids('measure-decision').length === 0 ? {} : { decision: ids('measure-decision').at(-1) }),
          urgent: one.choice % 2 === 0,
          officers: one.choice === 3 ? ['h1'] : ['h1', 'h2'],
          things: measuredThings,
          endedAt: now,
        },
        measureRecord,
      );
    case 'case.freeze-funds':
      return answer(
        {
          party,
          officers: ['h1', 'h2'],
          funds: [
            { institution: '江城银行', account: '账号一', amount: one.choice === 0 ? 200_000 : 100_000 },
          ],
          endedAt: now,
        },
        measureRecord,
      );
    case 'case.exclude-test-time':
      return answer(
        {
          measure: pick(ids('measure')) ?? 'none',
          entrustment: ids('entrustment').at(-1) ?? 'none',
          from: now.slice(0, 10),
          until: addMinutes(instant(now), 5 * 24 * 60).slice(0, 10),
        },
        { 'test.told': now, 'test.told-proof': '当面交付' },
      );
    case 'case.extend-measure':
      return answer(
        { measure: pick(ids('measure')) ?? 'none', days: one.choice === 0 ? 31 : 20 },
        { 'measure.extension-reason': '案情复杂' },
      );
    case 'case.move-things':
      return answer({
        things: inHand.slice(0, 1).map(({ id }) => id),
        place: '二号库',
        keeper: '李承办',
        keeping: 'agency',
        purpose: one.choice === 0 ? 'use' : 'storage',
        signers: ['h1', 'h2'],
      });
    case 'case.record-custody-cost':
      return answer({
        measure: pick(ids('measure')) ?? 'none',
        cost: 'custody',
        amount: 50_000,
        bearer: one.choice === 0 ? 'party' : 'agency',
      });
    case 'case.dispose-things':
      return answer(
        {
          things: inHand.slice(0, 1).map(({ id }) => id),
          outcome: one.choice === 0 ? 'destruction' : one.choice === 1 ? 'confiscation' : 'sale',
          price: 30_000,
          appraised: 50_000,
        },
        { 'disposal.reason': '不易保管', 'disposal.basis': '条例第九条', 'disposal.list': '账册两本' },
      );
    case 'case.lift-measure':
      return answer(
        { measure: ids('measure').at(-1) ?? 'none', ground: 'otherwise-needless' },
        { 'lifting.reason': '不再需要', 'lifting.institution-receipt': now },
      );
    case 'case.return-things':
      return answer(
        {
          things: inHand.slice(0, 1).map(({ id, sale }) => ({
            thing: id,
            quantity: 2,
            ...(sale?.data.price === undefined ? {} : { money: sale.data.price }),
          })),
          recipient: '吴代表',
        },
        { 'return.signature': 'signed', 'return.voucher': '退一号' },
      );
    case 'case.exclude-crime':
      return answer({}, { 'crime.opinion': '收费数额没有达到追诉的标准。' });
    case 'case.conclude-investigation':
      return answer(conclusionOn(ids('interview').at(-1) ?? 'none'), conclusionRecord);
    case 'case.verify-evidence':
      return answer(
        { evidence: [...ids('interview'), ...ids('evidence'), ...ids('activity')].slice(-3) },
        { 'verification.method': '与询问笔录相互印证' },
      );
    case 'case.record-interview':
      return answer(
        { officers: one.choice === 0 ? ['h1'] : ['h1', 'h2'], person: '司马证人', endedAt: now },
        interviewRecord,
      );
    case 'case.extend-deciding':
      return answer({}, { 'extension.reason': '案情复杂，尚需核对账目和证言。' });
    case 'case.start-urgently':
      return answer({ reason: '账册即将运走' }, { 'urgent.basis': '有关规定', 'urgent.consenter': '赵局长' });
    case 'case.record-refusal':
      return answer(
        { officers: ['h1', 'h2'], person: '司马证人', matter: 'questioning' },
        {
          'refusal.place': '示范路 1 号',
          'refusal.course': '拒不开门',
          'refusal.present': '两名执法人员',
          'refusal.witness': '社区工作人员王某',
          'refusal.witness-signature': 'signed',
        },
      );
    case 'case.preserve-evidence':
      return answer(
        {
          officers: ['h1', 'h2'],
          holder: '司马证人',
          ground: 'may-be-lost',
          items: [{ name: '账册', quantity: 3, detail: '二楼办公室' }],
          forms: one.choice % 2 === 0 ? [{ form: 'registration' }] : [{ form: 'copy', piece: '复制件一' }],
        },
        {
          'preservation.reason': '账册存放处即将退租，可能灭失',
          'preservation.notice': '不得销毁转移',
          'preservation.recipient': '司马证人',
        },
      );
    case 'case.resolve-preservation':
      return answer(
        { preservation: pick(ids('preservation')) ?? 'none', outcome: one.sound ? 'return' : 'seizure' },
        { 'resolution.reason': '查验完毕' },
      );
    case 'case.record-tampering':
      return answer(
        { preservation: pick(ids('preservation')) ?? 'none', manner: 'moved' },
        { 'tampering.course': '账册已不在原处' },
      );
    case 'case.take-samples':
      return answer(
        {
          officers: ['h1', 'h2'],
          holder: '司马证人',
          items: [{ name: '证书', quantity: 3, detail: '空白' }],
        },
        {
          'samples.base': '一百份',
          'samples.method': '随机',
          'samples.seal': '封一号',
          'samples.holder-present': '到场',
          'samples.place': '二楼',
          'samples.signature': 'signed',
        },
      );
    case 'case.assess-circumstances': {
      const next = actDefinitions.get(one.act)?.prefill?.(played.state as never, played.context('h1', now))
        ?.input?.['party'];
      const evidence = [...ids('interview'), ...ids('preservation'), ...ids('sampling')].at(-1) ?? 'none';
      return answer(assessmentOn(one.sound ? String(next ?? party) : 'none', evidence), {
        ...assessmentRecord,
        // The head is to answer for it.
        ...(one.choice % 6 === 0 ? { 'assessment.capacity': 'limited' } : {}),
      });
    }
    case 'case.weigh-factors': {
      const evidence = [...ids('interview'), ...ids('preservation'), ...ids('sampling')].slice(-1);
      return answer({
        ...{ party, benchmark: 'yinsu' },
        answers: [
          { factor: '改正情况', option: one.sound ? '已经改正' : '不知道', evidence },
          { factor: '违法所得', amount: 1_200_000, evidence },
        ],
      });
    }
    case 'case.confirm-unproven': {
      const open = actDefinitions.get(one.act)?.prefill?.(played.state as never, played.context('h1', now));
      return answer(open?.input ?? { party, matter: 'capacity' }, {
        'unproven.reason': '问过家属和医院，没有相反的线索。',
      });
    }
    case 'case.confirm-distinct-conduct':
      return answer({ party, number: elsewhere }, { 'distinct.reason': '一次是账簿，一次是收费，两回事。' });
    case 'case.hand-over':
    case 'case.take-over': {
      const open = actDefinitions.get(one.act)?.prefill?.(played.state as never, played.context('h1', now));
      const written = {
        'handover.unfinished': '无',
        ...(one.sound ? { 'handover.absence': '已经调离' } : {}),
      };
      return answer(
        open?.input ?? { handover: 'none', from: 'h1', to: 'h2' },
        one.act === 'case.hand-over' ? written : {},
      );
    }
    case 'case.request-extension':
      return answer(
        { party, limit: 'statement', endedOn: now.slice(0, 10) },
        { 'extension.obstacle': '山洪断路，无法到场。' },
      );
    case 'case.decide-extension':
      return answer(
        {
          request: ids('extension-request').at(-1) ?? 'none',
          granted: one.choice > 2,
          until: now.slice(0, 10),
        },
        { 'extension.decision-reason': '所述情况已经核实。' },
      );
    case 'case.claim-no-fault':
      return answer({ party, pieces: [{ name: '采购合同' }] });
    case 'case.review-fault-claim':
      return answer(
        {
          claim: ids('fault-claim').at(-1) ?? 'none',
          findings: one.sound ? [{ piece: '采购合同', finding: 'rejected', reason: '日期在后' }] : [],
          conclusion: one.choice === 7 ? 'proven' : 'insufficient',
        },
        { 'fault.reason': '合同签订在违法行为之后，不能证明。' },
      );
    case 'case.record-education':
      return answer(
        { party, officers: ['h1'] },
        {
          'education.manner': 'face-to-face',
          'education.content': '说明违法之处和今后怎样守法。',
          'education.signature': 'signed',
        },
      );
    case 'case.compute-gains':
      return answer({
        party,
        method: one.choice === 1 ? 'otherwise' : 'all-receipts',
        lines: [{ item: '收费', obtained: one.sound ? 100_000 : 1, returned: 1, proof: '退款凭证' }],
      });
    case 'case.give-notice':
      return answer(
        { parties, sanctions: fine, defenceDays: 3 + one.choice, rights: toldRights, bases },
        {
          ...noticeRecord,
          'penalty.gains-left': '已由他案没收',
          ...(one.choice % 2 === 0 ? {} : { 'notice.hearing': '可以要求听证' }),
        },
      );
    case 'case.serve': {
      const of = { document: pick(documents) ?? 'none', party };
      if ((sends || one.choice > 2) && next?.input !== undefined)
        return sends
          ? answer({ ...next.input, method: 'post' }, posting)
          : answer(next.input, service(now.slice(0, 16)));
      return one.choice % 2 === 1
        ? answer({ ...of, method: 'post' }, posting)
        : answer(of, service(now.slice(0, 16)));
    }
    case 'case.record-delivery':
      return answer({ service: ids('service').at(-1) ?? 'none' }, receipt);
    case 'case.record-return':
      return answer({ service: ids('service').at(-1) ?? 'none' }, mailReturn);
    case 'case.check-performance':
      return answer(
        { party: pick(parties) ?? 'none', state: 'partial' },
        { 'performance.account': '到银行查询缴款情况', 'performance.proof': '无' },
      );
    case 'case.record-statement':
      return answer(
        {
          party: pick(parties) ?? 'none',
          waives: one.choice % 2 === 0,
          ...(one.choice % 3 === 0 ? { points: [{ kind: 'reason', text: '情节轻微' }] } : {}),
        },
        {
          'statement.content': '情节轻微',
          'statement.review': '已复核',
          'statement.adoption': 'rejected',
          ...(one.choice === 4 ? {} : waiverRecord),
        },
      );
    case 'case.review-defence':
      return answer(
        {
          statement: ids('statement').at(-1) ?? 'none',
          reviewer: 'h1',
          points: [
            one.sound
              ? { point: 1, result: 'not-upheld', reason: '与证据不符' }
              : { point: 1, result: 'upheld', effect: 'none' },
          ],
        },
        { 'defence.method': '核对证据' },
      );
    case 'case.decide': {
      const sound = played.state.entries.filter(
        (entry) => entry.kind === 'interview' && entry.defects.length === 0,
      );
      const ordinary = one.choice === 1 ? 'exemption' : 'penalty';
      const outcome = following === 'case.transfer' ? 'transfer-agency' : ordinary;
      return answer(
        {
          outcome,
          sanctions: outcome === 'transfer-agency' ? [] : fine,
          evidence: (one.sound ? sound.map((entry) => entry.id) : ids('interview')).slice(0, 3),
          paymentDays: 15,
        },
        {
          ...decisionRecord,
          'decision.hearing-opinion': '没有意见',
          'decision.adoption': '没有采纳',
          'penalty.gains-left': '已由他案没收',
        },
      );
    }
    case 'case.transfer':
      return answer(
        { organ: '江城市市场监督管理局', number: '江民移〔2026〕1 号' },
        { 'transfer.receipt': '已签收' },
      );
    case 'case.call-experts':
      return answer({ question: one.sound ? '是否超出业务范围' : '' });
    case 'case.record-experts':
      return answer(
        {
          experts: [
            { name: '专家甲', ...(one.choice === 0 ? {} : { organisation: '大学', opinion: '超出' }) },
          ],
        },
        { 'experts.record': '一名专家发表意见' },
      );
    case 'case.submit-discussion':
      return answer({ outcome: 'penalty', sanctions: fine });
    case 'case.record-discussion':
      return answer(
        {
          presider: 'head',
          participants: [
            { officer: 'head', view: '同意', signed: one.choice !== 0 },
            ...(one.sound ? [{ officer: 'deputy', view: '同意', signed: true }] : []),
          ],
          outcome: 'penalty',
          sanctions: fine,
        },
        { 'discussion.recorder': '孙承办', 'discussion.course': '意见一致' },
      );
    case 'case.record-approval':
      return answer(
        {
          matter: ids('filing').length === 0 ? 'filing' : 'decision',
          step: 'head',
          opinion: one.choice === 0 ? 'return' : 'agree',
          signer: one.sound ? 'head' : 'h1',
        },
        { 'approval.comment': '同意' },
      );
    case 'case.seal-document':
      return answer({
        document: pick(ids('decision')) ?? 'none',
        owner: one.choice === 0 ? 'internal-unit' : 'deciding-agency',
        manner: 'physical',
      });
    case 'case.explain-lateness':
      return answer({ reason: '承办人病休三周' });
    case 'case.revoke-decision':
      return answer(
        {
          way: one.choice % 2 === 0 ? 'own-correction' : 'judgment',
          ground: one.sound ? 'evidence' : 'procedure',
          extent: one.choice === 3 ? 'part' : 'whole',
        },
        {
          'revocation.reason': '主要证据不足',
          'revocation.organ': '示例区人民法院',
          'revocation.document': '一号判决',
        },
      );
    case 'case.withdraw-publication':
      return answer({}, { 'withdrawal.reason': '决定已被撤销' });
    case 'case.check-suspicion':
      return answer(
        { suspicion: ids('revocation').at(-1) ?? ids('late-reason').at(-1) ?? 'none', finding: 'unfounded' },
        { 'suspicion.account': '查阅案卷并询问承办人，没有发现过错。' },
      );
    case 'case.request-hearing':
      return answer({ party, form: one.choice % 2 === 0 ? 'oral' : 'written' });
    case 'case.waive-hearing':
      return answer(
        { party, form: 'written', by: one.sound ? 'party' : 'agent-general' },
        one.choice === 3 ? {} : waiverRecord,
      );
    case 'case.appoint-agent':
      return answer(
        { party, name: '甲律师', kind: 'lawyer', power: one.choice === 0 ? 'general' : 'special' },
        { 'agent.letter': '可以代为放弃听证' },
      );
    case 'case.dismiss-agent':
      return answer({ agent: one.sound ? (ids('agent').at(-1) ?? 'X9') : 'X9', reason: '书面通知解除' });
    case 'case.reject-hearing-request':
      return answer(
        { party, ground: one.choice % 3 === 0 ? 'late-request' : 'out-of-scope' },
        { 'hearing.rejection-reason': '不在范围' },
      );
    case 'case.notify-hearing':
      return answer(
        {
          parties: [party],
          startsAt: addMinutes(instant(now), (one.sound ? 16 : 3) * 24 * 60),
          presider: one.choice === 0 ? 'h1' : 'chief',
          open: one.choice % 2 === 0,
        },
        {
          'hearing.place': '本局会议室',
          'hearing.appointed-by': '局长',
          'hearing.closed-ground': 'privacy',
          'hearing.closed-basis': '涉及隐私',
        },
      );
    case 'case.hold-hearing':
      return answer(
        {
          notice: ids('hearing-notice').at(-1) ?? 'none',
          presider: 'chief',
          examined: ids('interview'),
          agents: [],
        },
        {
          ...hearingRecord,
          'hearing.challenge': one.choice === 0 ? 'pending' : 'none',
          'hearing.announced-at': addMinutes(instant(now), -one.choice * 600),
          'hearing.ended-at': now,
        },
      );
    case 'case.examine-evidence':
      return answer(
        {
          notice: ids('hearing-notice').at(-1) ?? 'none',
          examined: ids('interview').slice(0, 1 + (one.choice % 2)),
        },
        { 'hearing.examination-opinion': '没有意见', 'hearing.signature': 'signed' },
      );
    case 'case.terminate-hearing':
      return answer(
        { notice: ids('hearing-notice').at(-1) ?? 'none', party, cause: 'absent' },
        { 'hearing.absence-reason': '没有理由', 'hearing.presider-signature': '主持人' },
      );
    case 'case.record-payment':
      return answer(
        { party, amount: 1000 + one.choice, channel: one.choice === 0 ? 'cash' : 'bank' },
        { 'payment.receipt': '示例-1' },
      );
    case 'case.collect-on-spot':
      return answer(
        {
          party,
          amount: 1000 + one.choice,
          officers: one.sound ? ['h1', 'h2'] : ['h1'],
          ground: ['small', 'hard-later', 'remote'][one.choice % 3] ?? 'small',
          receipt: `JC26-00000${1 + one.choice}`,
        },
        {
          'collection.hard-reason': '当事人次日离境',
          'collection.area': 'waterborne',
          'collection.place': '东湖三号码头',
          'collection.difficulty': '水上没有网点',
          'collection.request': 'signed',
        },
      );
    case 'case.record-landing':
      return answer({ collection: ids('payment')[0] ?? 'none' });
    case 'case.hand-in-fine':
    case 'case.deposit-fine': {
      const collection = entriesOf(played.state, 'payment')[0];
      return answer(
        {
          ...{ collection: collection?.id ?? 'none', amount: collection?.data.amount ?? 1 },
          ...(one.act === 'case.hand-in-fine' ? { receivedBy: 'chief' } : {}),
        },
        { 'collection.hand-in-receipt': '收讫 1', 'deposit.slip': '回单 1' },
      );
    }
    case 'case.defer-payment':
      return answer(
        {
          party,
          plan: [
            {
              until: addMinutes(instant(now), (2 + one.choice) * 24 * 60).slice(0, 10),
              amount: Math.max(1, unpaidOf(played.state, party) - (one.choice === 0 ? 1 : 0)),
            },
          ],
        },
        { 'deferral.application': '申请书', 'deferral.hardship': '证明' },
      );
    case 'case.register-remedy':
      return answer({ party, kind: one.choice % 2 === 0 ? 'reconsideration' : 'litigation' });
    case 'case.demand-performance':
      return answer({ parties: one.choice % 2 === 0 ? parties : [party] });
    case 'case.enforce-payment':
      return answer(
        { party, means: 'auction', amount: 1000 },
        {
          'enforcement.rank': one.choice % 2 === 0 ? 'statute' : 'rule',
          'enforcement.basis': '强制法有关条款',
        },
      );
    case 'case.record-court-answer':
      return answer({ answer: 'refused', paper: '江法执裁〔2026〕1 号' });
    case 'case.ask-court-review':
      return answer({ court: '江城市中级人民法院' });
    case 'case.apply-to-court':
      return answer(
        { party, court: '江城市人民法院' },
        {
          'court.request': '申请书一份',
          'court.decision': '决定书和案卷一册',
          'court.views': '没有意见，已经催告',
          'court.object': '银行存款',
          'court.others': '无',
          'court.signed-by': '方局长',
          'court.sealed': '本局印章',
          'court.dated-on': '2026-12-02',
        },
      );
    case 'case.rectify-remedies':
      return answer(
        { decision: ids('decision').at(-1) ?? 'none' },
        {
          'rectification.lacking': '决定书漏印诉讼的途径',
          'decision.reconsideration': '六十日内申请行政复议',
          'decision.litigation': '六个月内提起行政诉讼',
        },
      );
    case 'case.order-correction':
      return answer({
        parties: one.sound ? parties : [party],
        demand: '停止收费活动',
        by: addMinutes(instant(now), one.choice * 24 * 60).slice(0, 10),
      });
    case 'case.check-correction':
      return answer(
        { party, state: one.choice % 2 === 0 ? 'done' : 'undone' },
        { 'correction.account': '收费活动已经停止', 'correction.proof': '无' },
      );
    case 'case.record-demand':
      return answer(
        { party, way: 'telephone' },
        { 'demand.person': '负责人', 'demand.content': '请缴清罚款' },
      );
    case 'case.bind-file':
      return answer({
        contents: played.state.entries
          .filter((entry) => !['party', 'binding', 'archiving'].includes(entry.kind))
          .slice(one.choice === 0 ? 1 : 0)
          .map((entry) => entry.id),
      });
    case 'case.archive':
      return answer({});
    case 'case.close': {
      const said = endingOf(played.state) ?? decisionOf(played.state)?.data.outcome ?? 'penalty';
      return answer({ ground: one.sound ? (said === 'penalty' ? 'enforcement-ended' : said) : 'performed' });
    }
    case 'case.admit-defect': {
      const defective = played.state.entries.find((entry) => entry.defects.length > 0);
      return answer({
        ...(defective === undefined || one.choice % 2 === 0
          ? { gap: 'closing.served' }
          : { entry: defective.id }),
        missing: '缺送达回证',
        unmendable: '对方已经注销',
        substitute: '两次上门的记录',
      });
    }
    case 'case.judge-major':
      return answer({ grounds: one.choice === 0 ? ['complex'] : [] });
    case 'case.submit-review':
      return answer({
        unit: one.sound ? 'legal' : 'none',
        outcome: 'penalty',
        sanctions: fine,
        evidence: [],
      });
    case 'case.accept-review':
      return answer({ complete: one.sound });
    case 'case.return-materials':
      return answer({ missing: one.sound ? ['evidence'] : [], explanation: '缺证据目录' });
    case 'case.conclude-review':
      return answer(
        { opinions: one.choice % 2 === 0 ? ['agree'] : ['change'] },
        { 'review.carrier': 'approval-sheet', 'review.opinion': '按审核件所写' },
      );
    case 'case.request-reexamination':
      return answer({ unit: one.sound ? 'legal' : 'none' });
    case 'case.suspend':
      return answer({ ground: 'awaits-other' }, courseRecord);
    case 'case.resume':
      return answer({ reason: one.sound ? '情形已经消失' : '' }, courseRecord);
    case 'case.terminate':
      return answer(
        { ground: 'by-law', parties: one.choice === 0 ? ['none'] : parties.length > 0 ? parties : ['none'] },
        courseRecord,
      );
    case 'case.link':
      return answer({ other: one.sound ? 'case/second' : 'case/none', relation: 'same-party' });
    case 'case.merge':
      return answer({ into: one.sound ? 'case/second' : 'case/trial', reason: '一并处理' });
    case 'case.split':
      return answer({ parties: one.sound ? parties.slice(-1) : parties, reason: '另行查明' });
    case 'case.withdraw-approval':
      return answer({
        matter: one.sound ? 'decision' : 'filing',
        ...(one.by === 'head' ? {} : { step: one.by === 'chief' ? 'unit' : 'handler' }),
        reason: '须再作核实',
      });
    case 'case.withdraw-review':
      return answer({ reason: one.sound ? '须再作修改' : '' });
    case 'case.settle-review':
      return answer({
        way: pick(['follow', 'abandon', 'look-again']),
        ...(one.sound ? { points: [{ point: '裁量档次' }] } : {}),
      });
    case 'case.extend-review':
    case 'case.confirm-review':
      return answer({ reason: one.sound ? '案情复杂需要核对' : '' });
    case 'case.open-optional-review':
      return answer({ unit: 'legal' }, { 'review.optional-reason': '定性有不同意见' });
    case 'case.exempt-review':
      return answer({ ground: 'urgent', rank: 'law' });
    case 'case.record-other-review':
      return answer({ body: '审理委员会', passed: one.choice % 2 === 0 });
    case 'case.publish':
      return answer(
        { channel: 'site' },
        { 'publication.sensitivity': one.choice === 0 ? 'privacy' : 'none' },
      );
    default: {
      const entry = pick(played.state.entries);
      const changes = [
        { occurredAt: addMinutes(instant(now), -one.choice * 600) },
        { 'input.person': '司马证言' },
        { 'record.service.place': '改正的地点' },
        { 'input.waives': true },
        { 'input.name': '改正的名称', 'input.nothing': 1 },
      ];
      return answer({ entry: entry?.id ?? 'none', fields: pick(changes), reason: '录入时看错了' });
    }
  }
}
