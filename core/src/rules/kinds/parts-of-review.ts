import type { z } from 'zod';
import type { Condition } from '../condition.ts';
import type { Effect } from '../../refusal.ts';
import type { Per } from '../subject.ts';
import { partId } from './parts.ts';
import type { PlainText, RulePart } from './parts.ts';
import type { reviewedFields, ReviewText } from './review.ts';

const reviewing = [
  'case.accept-review',
  'case.return-materials',
  'case.conclude-review',
  'case.confirm-review',
];
const sending = ['case.submit-review', 'case.request-reexamination'];

/** The plain rules a review comes to. The engine, the checks and the mutation know only those. */
export function partsOfReview(review: ReviewText): readonly RulePart[] {
  return [
    ...beforeDeciding(review),
    ...exemptions(review),
    ...persons(review),
    ...routesOf(review),
    ...materialsOf(review),
    ...opinionsOf(review),
    ...clockOf(review),
    ...roundsOf(review),
  ];
}

function beforeDeciding(review: ReviewText): readonly RulePart[] {
  const { judged, decision, approval } = review;
  const major: Condition = { all: ['case.majorJudged', review.when] };
  const asked = joined(decision.when, major);
  return [
    ...[
      { id: partId(review.id, 'judged'), step: decision },
      ...(approval === undefined ? [] : [{ id: partId(review.id, 'judged-first'), step: approval }]),
    ].map(({ id, step }) =>
      at(['judged'], {
        ...gate(id, judged.cites, step.acts),
        ...(step.when === undefined ? {} : { when: step.when }),
        unless: 'case.majorJudged',
        effect: judged.effect,
        code: 'MAJOR_NOT_JUDGED',
        because: '还没有判定本案是否属于重大执法决定',
        remedy: { says: '逐项核对重大情形并判定', act: 'case.judge-major' },
      }),
    ),
    at(['decision'], {
      ...gate(partId(review.id, 'reviewed'), decision.cites, decision.acts),
      when: asked,
      unless: 'case.reviewConcluded',
      code: 'REVIEW_REQUIRED',
      because: '本案属于重大执法决定，还没有经过法制审核',
      remedy: { says: '送法制审核，审核同意之后再作决定', act: 'case.submit-review' },
    }),
    at(['decision', 'passedCites'], {
      ...gate(partId(review.id, 'passed'), decision.passedCites ?? decision.cites, decision.acts),
      when: joined(asked, 'case.reviewConcluded'),
      unless: 'case.reviewPassed',
      code: 'REVIEW_NOT_PASSED',
      because: '法制审核没有同意',
      remedy: { says: '按审核意见处理后再送审；不同意的书面申请复审', act: 'case.submit-review' },
    }),
    at(['decision', 'unchangedCites'], {
      ...gate(partId(review.id, 'unchanged'), decision.unchangedCites ?? decision.cites, decision.acts),
      when: joined(asked, 'case.reviewPassed'),
      unless: { all: ['case.reviewAgreed', 'act.asReviewed'] },
      code: 'REVIEW_STALE',
      because: '审核之后事实、证据或者拟处理有了变化，原来的审核意见不能再作依据',
      remedy: { says: '按现在的案卷和拟处理重新送审', act: 'case.submit-review' },
    }),
    ...(approval === undefined
      ? []
      : [
          at(['approval'], {
            ...gate(partId(review.id, 'approval'), approval.cites, approval.acts),
            when: joined(approval.when, major),
            unless: {
              any: ['case.reviewAgreed', { in: ['case.reviewOpinions', approval.ending] }],
            },
            code: 'REVIEW_REQUIRED',
            because: '本案属于重大执法决定，没有有效的审核同意意见，不能批准',
            remedy: { says: '先送法制审核', act: 'case.submit-review' },
          }),
        ]),
  ];
}

/** An exemption stands in for the review that was not made; it never stands against an opinion that was given. */
function exemptions(review: ReviewText): readonly RulePart[] {
  return (review.exempt ?? []).flatMap((one, index) => [
    at(['exempt', index], {
      kind: 'gate',
      id: partId(review.id, `reviewed.${one.part}`),
      cites: one.cites,
      exceptionTo: partId(review.id, 'reviewed'),
      when: one.when,
      ...instead(one),
    }),
    ...(review.approval === undefined
      ? []
      : [
          at(['exempt', index], {
            kind: 'gate',
            id: partId(review.id, `approval.${one.part}`),
            cites: one.cites,
            exceptionTo: partId(review.id, 'approval'),
            when: joined(one.when, { not: 'case.reviewConcluded' }),
            ...instead(one),
          }),
        ]),
  ]);
}

function instead(one: { readonly instead?: Condition | undefined }) {
  return one.instead === undefined ? {} : { instead: one.instead };
}

function persons(review: ReviewText): readonly RulePart[] {
  const { reviewer, apart, qualified } = review;
  const role: Condition = { in: ['actor.roles', ['legal-reviewer']] };
  return [
    ...(reviewer === undefined
      ? []
      : [
          at(['reviewer'], {
            ...gate(partId(review.id, 'reviewer'), reviewer.cites, reviewing),
            unless: reviewer.ofUnit === true ? 'act.byReviewingUnit' : role,
            code: 'ROLE_REQUIRED',
            because:
              reviewer.ofUnit === true
                ? '只有受送机构在册的法制审核人员能够办理'
                : '只有在册的法制审核人员能够办理',
            remedy: { says: '由法制审核人员办理' },
          }),
        ]),
    ...(apart === undefined
      ? []
      : [
          at(['apart'], {
            ...gate(partId(review.id, 'apart'), apart.cites, reviewing),
            unless: { not: 'actor.isHandler' },
            code: 'REVIEWER_CONFLICT',
            because: '审核人员是本案的承办人，不能审核自己办的案件',
            remedy: { says: '改由没有承办本案的审核人员办理' },
          }),
        ]),
    ...(qualified === undefined
      ? []
      : [
          at(['qualified'], {
            ...gate(partId(review.id, 'qualified'), qualified.cites, reviewing),
            when: { not: { before: ['act.reviewerSince', `param.${qualified.since.param}`] } },
            unless: { not: { after: ['act.reviewerQualified', 'act.reviewerSince'] } },
            code: 'REVIEWER_NOT_QUALIFIED',
            because: '初次从事法制审核时没有取得国家统一法律职业资格',
            remedy: {
              says: '改由有资格的审核人员办理；已经取得的先登记资格',
              act: 'agency.register-officer',
            },
          }),
        ]),
  ];
}

function routesOf(review: ReviewText): readonly RulePart[] {
  return (review.routes ?? []).map((route, index) =>
    at(['routes', index], {
      ...gate(partId(review.id, route.part), route.cites, sending),
      when: route.when,
      unless: route.unit,
      code: 'ROLE_REQUIRED',
      because: route.because,
      remedy: { says: '改送规定的审核机构' },
    }),
  );
}

function materialsOf(review: ReviewText): readonly RulePart[] {
  return (review.materials ?? []).map((one, index) =>
    at(['materials', index], {
      ...need(partId(review.id, one.part), one.cites, ['case.submit-review'], one.fields),
      ...(one.when === undefined ? {} : { when: one.when }),
      code: 'MATERIALS_INCOMPLETE',
    }),
  );
}

function opinionsOf(review: ReviewText): readonly RulePart[] {
  const concluding = ['case.conclude-review'];
  const { items, written } = review;
  return [
    ...(items === undefined
      ? []
      : [
          at(['items'], {
            ...need(partId(review.id, 'items'), items.cites, concluding, items.fields),
            code: 'CHECKLIST_INCOMPLETE',
          }),
        ]),
    ...(written === undefined
      ? []
      : [
          at(['written'], {
            ...need(partId(review.id, 'written'), written.cites, concluding, written.fields),
            code: 'OPINION_MISSING',
          }),
        ]),
    ...(review.opinions ?? []).flatMap((one, index) => {
      const id = partId(review.id, one.opinion);
      const said: Condition = { in: ['input.opinions', [one.opinion]] };
      const demanded: Condition[] = [
        ...(one.allYes ?? []).map((name): Condition => ({ is: [`record.${name}`, 'yes'] })),
        ...(one.noneNo ?? []).map((name): Condition => ({ in: [`record.${name}`, ['yes', 'na']] })),
        ...(one.someNo === undefined
          ? []
          : [{ any: one.someNo.map((name): Condition => ({ is: [`record.${name}`, 'no'] })) }]),
      ];
      return [
        ...(demanded.length === 0
          ? []
          : [
              at(['opinions', index], {
                ...gate(id, one.cites, concluding),
                when: said,
                unless: demanded.length === 1 && demanded[0] !== undefined ? demanded[0] : { all: demanded },
                code: 'CHECKLIST_CONFLICT',
                because: '审核意见与逐项审核的答问不一致',
                remedy: { says: '核对各项答问，按答问出具相应的意见' },
              }),
            ]),
        ...(one.alone === undefined
          ? []
          : [
              at(['opinions', index, 'alone'], {
                ...gate(`${id}-alone`, one.alone.cites, concluding),
                when: said,
                unless: { atMost: ['act.opinionCount', 1] },
                code: 'CHECKLIST_CONFLICT',
                because: '同意不能与其他意见一并出具',
                remedy: { says: '只选同意，或者去掉同意' },
              }),
            ]),
        ...(one.list === true
          ? [
              at(['opinions', index, 'list'], {
                ...gate(`${id}-list`, one.cites, concluding),
                when: said,
                unless: { atLeast: ['act.supplementItems', 1] },
                code: 'FIELD_MISSING',
                because: '退回补充没有列出补充清单',
                remedy: { says: '逐项列明要补充的内容' },
              }),
            ]
          : []),
        ...(one.fields === undefined
          ? []
          : [
              at(['opinions', index, 'fields'], {
                ...need(`${id}-content`, one.cites, concluding, one.fields),
                when: said,
                code: 'FIELD_MISSING',
              }),
            ]),
      ];
    }),
  ];
}

function clockOf(review: ReviewText): readonly RulePart[] {
  const { clock, inTime } = review;
  if (clock === undefined) return [];
  const { extend } = clock;
  const base = {
    kind: 'deadline' as const,
    duty: clock.duty,
    label: clock.label,
    per: 'review' as const,
    owedBy: clock.owedBy,
    until: 'review.ended',
    act: 'case.conclude-review',
    ...(clock.remind === undefined ? {} : { remind: clock.remind }),
  };
  return [
    at(['clock'], {
      ...base,
      id: partId(review.id, 'clock'),
      cites: clock.cites,
      start: 'review.accepted',
      within: { n: clock.n, unit: clock.unit, unitBasis: clock.unitBasis },
      roll: clock.roll,
      ...(clock.assumption === undefined ? {} : { assumption: clock.assumption }),
      ...(extend === undefined
        ? {}
        : {
            extend: [{ granted: 'review.extended', n: extend.n, unit: extend.unit, cites: extend.cites }],
          }),
    }),
    ...(extend === undefined
      ? []
      : [
          at(['clock', 'extend'], {
            ...gate(partId(review.id, 'extend-by'), extend.cites, ['case.extend-review']),
            unless: { in: ['actor.roles', extend.by] },
            code: 'APPROVAL_PENDING',
            because: '延期须经机关负责人批准',
            remedy: { says: '报机关负责人批准延期' },
          }),
          at(['clock', 'extend'], {
            ...gate(partId(review.id, 'extend-in-time'), extend.cites, ['case.extend-review']),
            per: 'review' as const,
            when: 'review.open',
            unless: { not: { duty: clock.duty, is: 'late' } },
            code: 'EXTENSION_LATE',
            because: '审核期限已经届满，不能再延',
            remedy: { says: '尽快出具审核意见' },
          }),
          at(['clock', 'extend'], {
            ...gate(partId(review.id, 'extend-once'), extend.cites, ['case.extend-review']),
            per: 'review' as const,
            when: 'review.open',
            unless: { not: 'review.extended' },
            code: 'EXTENSION_USED',
            because: '这次审核已经延期一次',
            remedy: { says: '在延长后的期限内出具审核意见' },
          }),
        ]),
    ...(inTime === undefined
      ? []
      : [
          at(['inTime'], {
            ...base,
            id: partId(review.id, 'in-time'),
            cites: inTime.cites,
            when: 'review.accepted',
            start: inTime.start,
            within: { n: inTime.n, unit: inTime.unit, unitBasis: inTime.unitBasis },
            roll: inTime.roll,
            ...(inTime.extend === undefined ? {} : { extend: inTime.extend }),
          }),
          at(['inTime'], {
            ...gate(partId(review.id, 'time-short'), inTime.cites, sending),
            unless: { leadTime: { before: inTime.end, n: clock.n, unit: 'workday' as const } },
            effect: 'advise' as const,
            code: 'TIME_SHORT',
            because: '距离作出决定的法定期限已经不够一次审核所需的工作日',
            remedy: { says: '报承办负责人，请审核机构提前审结' },
          }),
        ]),
  ];
}

function roundsOf(review: ReviewText): readonly RulePart[] {
  const { reexamination, supplied, confirm } = review;
  return [
    ...(reexamination === undefined
      ? []
      : [
          at(['reexamination'], {
            ...gate(partId(review.id, 'reexamination-once'), reexamination.cites, [
              'case.request-reexamination',
            ]),
            unless: 'case.reexaminable',
            code: 'REVIEW_APPEAL_USED',
            because: '对这份审核意见已经申请过复审',
            remedy: { says: '按审核意见处理后再送审', act: 'case.submit-review' },
          }),
          at(['reexamination', 'fields'], {
            ...need(
              partId(review.id, 'reexamination-written'),
              reexamination.cites,
              ['case.request-reexamination'],
              reexamination.fields,
            ),
            code: 'FIELD_MISSING',
          }),
        ]),
    ...(supplied === undefined
      ? []
      : [
          at(['supplied'], {
            ...gate(partId(review.id, 'supplied'), supplied.cites, ['case.submit-review']),
            unless: { sameAs: ['act.suppliedItems', 'case.supplementOwed'] },
            code: 'MATERIALS_INCOMPLETE',
            because: '补充清单上的各项没有逐项补齐',
            remedy: { says: '逐项写明补充的证据或者改后的文书' },
          }),
        ]),
    ...(review.answered ?? []).map((one, index) =>
      at(['answered', index], {
        ...need(partId(review.id, one.part), one.cites, ['case.submit-review'], one.fields),
        when: { in: ['case.reviewOpinions', [one.opinion]] },
        code: 'REPLY_MISSING',
      }),
    ),
    ...(confirm === undefined
      ? []
      : [
          at(['confirm'], {
            ...gate(partId(review.id, 'confirm'), confirm.cites, ['case.confirm-review']),
            unless: { not: 'case.reviewLaterAdopted' },
            code: 'REVIEW_STALE',
            because: '审核之后采纳了当事人的申辩，不能只作确认',
            remedy: { says: '重新送审' },
          }),
        ]),
  ];
}

/** Conditions that must all hold, in one list; one that is not asked is left out. */
function joined(...conditions: readonly (Condition | undefined)[]): Condition {
  const all = conditions.flatMap((one) =>
    one === undefined ? [] : typeof one === 'object' && 'all' in one ? one.all : [one],
  );
  return all.length === 1 && all[0] !== undefined ? all[0] : { all };
}

function at(under: readonly PropertyKey[], rule: PlainText): RulePart {
  return { rule, under };
}

function gate(id: string, cited: string[], acts: string[]) {
  return {
    kind: 'gate' as const,
    id,
    cites: cited,
    acts,
    per: 'case' as Per,
    effect: 'void' as Effect,
  };
}

function need(id: string, cited: string[], acts: string[], wanted: z.infer<typeof reviewedFields>) {
  return {
    kind: 'record' as const,
    id,
    cites: cited,
    acts,
    per: 'act' as const,
    fields: wanted,
    effect: 'void' as const,
  };
}
