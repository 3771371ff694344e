import { describe, expect, it } from 'vitest';
import { compileBundle } from '../bundle.ts';
import type { PartialStep, StandardText, StepText } from '../examples/example-text.ts';
import type { Day } from '@zhaozhang/core/time';
import { changedStep } from '../examples/arrange.ts';
import { setUpMoment } from '../examples/set-up-moment.ts';
import { lacking } from './lacking.test-oracle.ts';
import type { Known } from './lacking.test-oracle.ts';
import { atOtherTimes, randomFrom, Walker } from './walk.test-oracle.ts';
import type { Walked } from './walk.test-oracle.ts';
import { examplesOfTheLaw, library } from '../testing/the-law.ts';

/** Sequences in all; `npm run soak` walks many more of them, in several processes that each draw others. */
const WALKS = Number(process.env['ZHAOZHANG_WALKS'] ?? 2000);
const FIRST_SEED = 20260302 + Number(process.env['ZHAOZHANG_WALKS_FROM'] ?? 0);
/** With fewer than this a precondition has hardly been tried. */
const EACH = Math.min(200, WALKS);

const cast = castOf((await examplesOfTheLaw()).standard);
/** A case with the law it is lawful under: local packs ask for more than the national ones. */
interface Base {
  readonly walker: Walker;
  readonly steps: readonly StepText[];
  readonly known: Known;
  /** Whether the whole case was decided at the times of the n-th walk, where that has been asked. */
  readonly decided: boolean[];
}

function base(packs: readonly string[], steps: readonly StepText[], local: Known['local']): Base {
  const { law: bound } = compileBundle(library, packs);
  const known: Known = {
    isWorkday: (day) => bound.calendar.isWorkday(day as Day),
    summaryLimit: { person: 20_000, organisation: 300_000 },
    graveKinds: ['suspension-of-business'],
    daysToDecide: 90,
    elements: ['subject', 'conduct', 'fault', 'consequence'],
    local,
  };
  return {
    walker: new Walker(cast, bound, setUpMoment(cast, bound)),
    steps: inOrder(steps),
    known,
    decided: [],
  };
}

const statute = { opinions: ['head'], lateness: false, discussion: false };
const measures = { opinions: ['handler', 'unit', 'head'], lateness: true, discussion: false };
const review = ['judge', 'submit', 'accept', 'conclude', 'discussion'];
const own = 'wuhan-civil-affairs/own-decisions/2026-01-01';
const afterHearing: Readonly<Record<string, PartialStep>> = {
  judge: { at: '2026-03-09T09:00', input: { grounds: ['major-impact', 'heard'] } },
  submit: {
    at: '2026-03-16T10:00',
    input: {
      sanctions: [
        { party: 'p1', kind: 'suspension-of-business' },
        { party: 'p1', kind: 'fine', amount: 1_000_000 },
      ],
    },
  },
  accept: { at: '2026-03-16T14:00' },
  conclude: { at: '2026-03-23T10:00' },
};
const plain = base([own], cast.steps, measures);
const heard = base(cast.law, cast.stories?.['heard']?.steps ?? [], statute);
const reviewed = base(
  [own, 'wuhan-civil-affairs/legal-review/2017-07-01'],
  [...cast.steps, ...(cast.asides ?? []).filter((step) => review.includes(step.as))],
  { ...measures, discussion: true },
);
/** The case with a hearing, found to be major and reviewed after it. */
const heardAndReviewed = base(
  cast.law,
  [
    ...(cast.stories?.['heard']?.steps ?? []),
    ...(cast.asides ?? [])
      .filter((step) => ['judge', 'submit', 'accept', 'conclude'].includes(step.as))
      .map((step) => changedStep(step, afterHearing[step.as] ?? {})),
  ],
  statute,
);

/** Done between the approval and the decision of the standard case. */
const withdrawn: StepText = {
  at: '2026-03-19T15:00',
  by: '赵局长',
  act: 'case.withdraw-approval',
  input: { matter: 'decision', step: 'head', reason: '须再作核实。' },
};
const suspended: readonly StepText[] = [
  {
    at: '2026-03-19T14:00',
    by: '赵局长',
    act: 'case.approve',
    input: { matter: 'suspension', opinion: 'agree' },
    record: { 'approval.comment': '同意中止。' },
  },
  {
    at: '2026-03-19T15:00',
    by: '陈主办',
    act: 'case.suspend',
    input: { ground: 'awaits-other' },
    record: {
      'course.facts': '须以另案的判决为依据。',
      'course.proof': '受理案件通知书',
      'course.told': '当面书面告知',
    },
  },
];

/** Looked into after the investigation was concluded and by nobody since. */
const unverified: StepText = {
  as: 'unverified',
  at: '2026-03-09T17:00',
  entered: '2026-03-09T18:30',
  by: '陈主办',
  act: 'case.record-interview',
  input: { officers: ['chen', 'li'], person: '白示例', endedAt: '2026-03-09T18:00' },
  record: {
    'interview.place': '该中心会议室',
    'interview.certificate-shown': '两名执法人员出示执法证件，对方核对无误',
    'interview.content': '问：是否参加了这项活动？答：参加过两次，缴费六百元。',
    'interview.opinion': '无',
    'interview.signature': 'signed',
  },
};
/** Nobody answered the telephone, and it was entered as a waiver that the handler admits cannot be shown. */
const unanswered: StepText = {
  at: '2026-03-11T09:00',
  by: '陈主办',
  act: 'case.record-statement',
  input: { party: 'p1', waives: true },
  record: { 'waiver.rights': 'statement-and-defence' },
  admits: [{ code: 'WAIVER_NOT_EXPRESS', reason: '电话没有接通' }],
};
const clearBut = (missing: string): PartialStep => ({
  input: {
    elements: ['subject', 'conduct', 'fault', 'consequence'].map((element) => ({
      element,
      finding: element === missing ? 'unclear' : 'clear',
      evidence: ['$interview'],
    })),
  },
});
type Steps = readonly StepText[];
function afterApproval(...more: readonly StepText[]): (steps: Steps) => Steps {
  return (steps) => inOrder([...steps, ...more]);
}
const without =
  (...names: readonly string[]) =>
  (steps: Steps): Steps =>
    steps.filter((step) => !names.includes(step.as ?? ''));
const with_ =
  (name: string, change: PartialStep) =>
  (steps: Steps): Steps =>
    steps.map((step) => (step.as === name ? changedStep(step, change) : step));

/** Every precondition of a penalty, by what is done so that exactly it is missing. */
const preconditions: readonly (readonly [string, Base, (steps: Steps) => Steps])[] = [
  ['两名承办人', plain, with_('assign', { input: { officers: ['chen'] } })],
  [
    '有效的执法证件',
    plain,
    with_('assign', { at: '2026-03-06T10:00', input: { officers: ['chen', 'wang'] } }),
  ],
  ['事先告知', plain, without('notice', 'notice-service', 'statement')],
  ['告知书送达', plain, without('notice-service', 'statement')],
  ['陈述申辩期限届满', plain, with_('decide', { at: '2026-03-11T10:00' })],
  ['要求了的听证', heard, without('hearing')],
  ['重大决定的法制审核', reviewed, without('conclude')],
  ['同意的法制审核意见', reviewed, with_('conclude', { input: { opinions: ['facts-unclear'] } })],
  ['重罚的集体讨论', heard, without('discussion')],
  ['审核之后的集体讨论', reviewed, without('discussion')],
  ['承办人的处理意见', plain, without('decision-opinion')],
  ['承办部门的审核意见', plain, without('decision-review')],
  ['逾期的原因', plain, with_('decide', { at: '2026-07-20T10:00' })],
  ['负责人批准', plain, without('decision-approval')],
  ['批准人是负责人', plain, with_('decision-approval', { by: '孙处长' })],
  ['证据', plain, with_('decide', { input: { evidence: [] } })],
  ['终结了的调查', plain, without('concluded')],
  ['查清的主体', plain, with_('concluded', clearBut('subject'))],
  ['查清的行为', plain, with_('concluded', clearBut('conduct'))],
  ['查清的主观过错', plain, with_('concluded', clearBut('fault'))],
  ['查清的危害后果', plain, with_('concluded', clearBut('consequence'))],
  [
    '查证属实的证据',
    plain,
    (steps) =>
      with_('decide', { input: { evidence: ['$interview', '$unverified'] } })(
        inOrder([...steps, unverified]),
      ),
  ],
  [
    '明确的放弃',
    plain,
    (steps) =>
      inOrder([
        ...with_('decide', { at: '2026-03-11T16:00' })(
          with_('decision-opinion', { at: '2026-03-11T10:00' })(
            with_('decision-review', { at: '2026-03-11T11:00' })(
              with_('decision-approval', { at: '2026-03-11T15:00' })(
                without('statement', 'defence-review')(steps),
              ),
            ),
          ),
        ),
        unanswered,
      ]),
  ],
  ['听证之后的法制审核', heardAndReviewed, with_('conclude', { at: '2026-03-19T10:00' })],
  ['没有撤回的批准', plain, afterApproval(withdrawn)],
  ['没有中止', plain, afterApproval(...suspended)],
];

describe('随机走案', () => {
  const share = Math.max(EACH, Math.ceil((WALKS * 0.6) / preconditions.length));

  it.each(preconditions)('恰好缺少一项要件:%s,决定必被拒', (what, base, lack) => {
    const wrong: unknown[] = [];
    let tried = 0;
    for (let n = 0; tried < share && n < share * 4; n++) {
      // Where a holiday alone already stands in the way, more than the one precondition would be missing; where the
      // weeks in between made it needless (a hearing asked for too late), none.
      if (!decidedAt(base, n)) continue;
      const walked = walkAt(base, n, inOrder(lack(base.steps)));
      const faults = lacking(walked.agency, walked.file, base.known);
      if (faults.length === 0) continue;
      tried += 1;
      if (walked.decided) wrong.push(what, told(walked, faults));
    }
    expect(wrong).toEqual([]);
    expect(tried).toBe(share);
  });

  it.each([
    ['普通程序', plain],
    ['听证', heard],
    ['重大决定', reviewed],
  ] as const)('要件齐备:%s,拒绝与否同另一套判断一致', (_what, { walker, steps, known }) => {
    const random = randomFrom(FIRST_SEED - 1);
    const wrong: unknown[] = [];
    let made = 0;
    for (let n = 0; n < Math.max(EACH, Math.ceil((WALKS * 0.2) / 3)); n++) {
      const walked = walker.walk(atOtherTimes(random)(steps), 'decide', random, 0);
      made += walked.decided ? 1 : 0;
      const faults = lacking(walked.agency, walked.file, known);
      if (walked.decided === faults.length > 0) wrong.push(told(walked, faults));
    }
    expect(wrong).toEqual([]);
    expect(made).toBeGreaterThan(WALKS / 30);
  });

  it('夹着没有安排的行为,作出的处罚决定仍然样样齐备', () => {
    const random = randomFrom(FIRST_SEED - 2);
    const wrong: unknown[] = [];
    let made = 0;
    for (let n = 0; n < Math.ceil(WALKS * 0.2); n++) {
      const { walker, steps, known } = [plain, heard, reviewed][n % 3] ?? plain;
      const walked = walker.walk(atOtherTimes(random)(steps), 'decide', random, 0.2);
      const faults = walked.decided ? lacking(walked.agency, walked.file, known) : [];
      made += walked.decided ? 1 : 0;
      if (faults.length > 0) wrong.push(told(walked, faults));
    }
    expect(wrong).toEqual([]);
    expect(made).toBeGreaterThan(WALKS / 50);
  });
});

/** The steps at the times of the n-th walk, the same ones whatever is missing from them, with nothing unplanned. */
function walkAt({ walker }: Base, n: number, steps: Steps): Walked {
  const random = randomFrom(FIRST_SEED + n);
  return walker.walk(atOtherTimes(random)(steps), 'decide', random, 0);
}

/** Whether the whole case is decided at the times of the n-th walk: asked once, and not again for each precondition. */
function decidedAt(base: Base, n: number): boolean {
  const decided = base.decided[n] ?? walkAt(base, n, base.steps).decided;
  base.decided[n] = decided;
  return decided;
}

function inOrder(steps: Steps): Steps {
  return [...steps].sort((a, b) => ((a.entered ?? a.at) < (b.entered ?? b.at) ? -1 : 1));
}

function castOf(text: StandardText | undefined): StandardText {
  if (text === undefined) throw new Error('没有标准案');
  return text;
}

function told(walked: Walked, faults: readonly string[]): unknown {
  return {
    decided: walked.decided,
    refusals: walked.refusals,
    faults,
    file: walked.file.map((one) => `${one.at.slice(0, 16)} ${one.type}`),
  };
}
