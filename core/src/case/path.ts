import type { Stage } from '../act.ts';
import { entryLabels } from '../entry.ts';
import { kindOf } from './kind.ts';
import { acceptanceRefusalOf, ofOwnMotion } from './licensing/applying.ts';
import { mediatedOf } from './adjudicating/disputing.ts';
import { levyOf } from './levying/levies.ts';
import { endOf } from './course/over.ts';
import { agreementOf, clearanceOf, executionBasisOf } from './execution/executing.ts';
import { decisionMade, spotDecisionOf } from './reading.ts';
import type { CaseState } from './state.ts';
import { investigationConclusionOf } from './inquiry/verification.ts';

/** One step of the way a case takes: the act that takes it, and the fact that tells it is taken. */
export interface PathStep {
  readonly stage: Stage;
  readonly act: string;
  readonly label: string;
  readonly fact: string;
  /** Somebody may, nobody must: never the thing to do next. */
  readonly optional?: boolean;
}

/** How every way ends. */
const fromClosing: readonly PathStep[] = [
  { stage: 'archive', act: 'case.close', label: '结案', fact: 'case.closed' },
  { stage: 'archive', act: 'case.bind-file', label: '编制卷内目录', fact: 'case.fileBound' },
  { stage: 'archive', act: 'case.archive', label: '归档', fact: 'case.archived' },
];

const fromPublication: readonly PathStep[] = [
  // Whether anybody has to check is the law's business; where nobody has, it is never the thing to do next.
  {
    stage: 'execution',
    act: 'case.approve',
    label: '核对公示稿',
    fact: 'case.publicationChecked',
    optional: true,
  },
  { stage: 'execution', act: 'case.approve', label: '审定公示', fact: 'case.publicationApproved' },
  { stage: 'execution', act: 'case.publish', label: '公示决定', fact: 'case.published' },
  ...fromClosing,
];

/** What is made in writing is sealed and reaches whom it concerns. */
const handingOver: readonly PathStep[] = [
  { stage: 'execution', act: 'case.seal-document', label: '加盖印章', fact: 'case.decisionSealed' },
  { stage: 'execution', act: 'case.serve', label: '送达决定书', fact: 'case.decisionServed' },
];

/** The way, in order. An act done more than once (approval, service) stands once for each purpose. */
const ordinaryPath: readonly PathStep[] = [
  { stage: 'initiation', act: 'case.register-lead', label: '登记案源', fact: 'case.leadRegistered' },
  {
    stage: 'initiation',
    act: 'case.triage-lead',
    label: '核查案源',
    fact: 'case.triaged',
    optional: true,
  },
  { stage: 'initiation', act: 'case.approve', label: '审批立案', fact: 'case.filingApproved' },
  { stage: 'initiation', act: 'case.file', label: '立案', fact: 'case.filed' },
  { stage: 'initiation', act: 'case.assign-handlers', label: '指派承办人', fact: 'case.handlersAssigned' },
  { stage: 'investigation', act: 'case.record-interview', label: '询问', fact: 'case.interviewed' },
  {
    stage: 'investigation',
    act: 'case.conclude-investigation',
    label: '调查终结',
    fact: 'case.investigationConcluded',
  },
  { stage: 'decision', act: 'case.give-notice', label: '事先告知', fact: 'case.noticed' },
  { stage: 'decision', act: 'case.serve', label: '送达告知书', fact: 'case.noticeServed' },
  { stage: 'decision', act: 'case.record-statement', label: '陈述申辩', fact: 'case.stated', optional: true },
  {
    stage: 'decision',
    act: 'case.record-discussion',
    label: '集体讨论',
    fact: 'case.discussed',
    optional: true,
  },
  { stage: 'decision', act: 'case.approve', label: '审批决定', fact: 'case.decisionApproved' },
  { stage: 'decision', act: 'case.decide', label: '作出决定', fact: 'case.decided' },
  ...handingOver,
  ...fromPublication,
];

/** The way of a penalty decided on the spot: nothing comes before the decision, and its delivery is part of it. */
const spotPath: readonly PathStep[] = [
  { stage: 'decision', act: 'case.decide-on-spot', label: '当场处罚', fact: 'case.decidedOnSpot' },
  { stage: 'execution', act: 'case.report-on-spot', label: '报所属机关备案', fact: 'case.spotReported' },
  ...fromPublication,
];

/** The way of an application: what the applicant is told comes before anybody looks at the substance. */
const licensePath: readonly PathStep[] = [
  {
    stage: 'initiation',
    act: 'case.register-application',
    label: '登记申请',
    fact: 'case.applicationRegistered',
  },
  {
    stage: 'initiation',
    act: 'case.notify-supplement',
    label: '告知补正',
    fact: 'case.supplementNotified',
    optional: true,
  },
  {
    stage: 'initiation',
    act: 'case.record-supplement',
    label: '收到补正',
    fact: 'case.supplementComplete',
    optional: true,
  },
  { stage: 'initiation', act: 'case.accept-application', label: '受理', fact: 'case.applicationAccepted' },
  { stage: 'initiation', act: 'case.issue-receipt', label: '出具凭证', fact: 'case.receiptIssued' },
  { stage: 'initiation', act: 'case.assign-handlers', label: '指派承办人', fact: 'case.handlersAssigned' },
  {
    stage: 'investigation',
    act: 'case.examine-application',
    label: '审查',
    fact: 'case.applicationExamined',
  },
  {
    stage: 'investigation',
    act: 'case.inform-interested',
    label: '告知利害关系人',
    fact: 'case.interestedInformed',
    optional: true,
  },
  { stage: 'decision', act: 'case.approve', label: '审批决定', fact: 'case.decisionApproved' },
  { stage: 'decision', act: 'case.decide-license', label: '作出决定', fact: 'case.decided' },
  ...handingOver,
];

const deliveryStep: PathStep = {
  stage: 'execution',
  act: 'case.deliver-license',
  label: '颁发证件',
  fact: 'case.licenseDelivered',
};

/** One that was turned away ends with its paper; one that was refused has no license to be handed over. */
function licensePathOf(state: CaseState): readonly PathStep[] {
  if (acceptanceRefusalOf(state) !== undefined) return turnedAwayPath(licensePath[0]);
  const refused = decisionMade(state)?.data.outcome === 'refused';
  return [...licensePath, ...(refused ? [] : [deliveryStep]), ...fromPublication];
}

/** What could not wait is cleared first; whoever was not there is told after. */
const clearancePath: readonly PathStep[] = [
  { stage: 'execution', act: 'case.clear-at-once', label: '立即代履行', fact: 'case.clearedAtOnce' },
  { stage: 'execution', act: 'case.notify-clearance', label: '通知当事人', fact: 'case.clearanceTold' },
  { stage: 'execution', act: 'case.assign-handlers', label: '指派承办人', fact: 'case.handlersAssigned' },
  ...fromClosing,
];

/** The way of enforcement: told once more, then by the agency's own force or by the court. */
function executionPathOf(state: CaseState): readonly PathStep[] {
  if (clearanceOf(state) !== undefined) return clearancePath;
  const enforced = executionBasisOf(state)?.data;
  const end = endOf(state);
  const before: readonly PathStep[] = [
    {
      stage: 'initiation',
      act: 'case.open-execution',
      label: '登记执行依据',
      fact: 'case.executionOpened',
    },
    { stage: 'initiation', act: 'case.assign-handlers', label: '指派承办人', fact: 'case.handlersAssigned' },
    { stage: 'investigation', act: 'case.demand-performance', label: '催告', fact: 'case.demandMade' },
    { stage: 'investigation', act: 'case.serve', label: '送达催告书', fact: 'case.demanded' },
    {
      stage: 'investigation',
      act: 'case.record-statement',
      label: '陈述申辩',
      fact: 'case.stated',
      optional: true,
    },
  ];
  if (end !== undefined)
    return [
      ...before.slice(0, 1),
      { stage: 'execution', act: end.act, label: entryLabels[end.kind], fact: 'case.terminated' },
      ...fromClosing,
    ];
  const agreed: readonly PathStep[] =
    agreementOf(state) === undefined
      ? []
      : [
          {
            stage: 'execution',
            act: 'case.agree-execution',
            label: '执行协议',
            fact: 'case.agreementMade',
          },
        ];
  const performed: PathStep = {
    stage: 'execution',
    act: 'case.check-performance',
    label: '履行完毕',
    fact: 'case.performed',
  };
  if (enforced?.route === 'court')
    return [
      ...before,
      ...agreed,
      {
        stage: 'execution',
        act: 'case.apply-to-court',
        label: '申请法院执行',
        fact: 'case.courtAppliedTo',
      },
      { stage: 'execution', act: 'case.record-court-answer', label: '法院裁定', fact: 'case.courtRuled' },
      performed,
      ...fromClosing,
    ];
  return [
    ...before,
    { stage: 'decision', act: 'case.approve', label: '审批决定', fact: 'case.decisionApproved' },
    { stage: 'decision', act: 'case.decide-execution', label: '作出执行决定', fact: 'case.decided' },
    ...handingOver,
    ...agreed,
    ...(enforced?.obligation === 'pay'
      ? []
      : [
          {
            stage: 'execution' as const,
            act: 'case.plan-execution',
            label: '安排执行',
            fact: 'case.executionPlanned',
          },
          {
            stage: 'execution' as const,
            act: 'case.execute-decision',
            label: '实施执行',
            fact: 'case.executionCarriedOut',
          },
        ]),
    performed,
    ...fromPublication,
  ];
}

/** The way of an inspection: nobody enters before it is approved and told; what was seen is told, published and put away. */
const inspectionPath: readonly PathStep[] = [
  {
    stage: 'initiation',
    act: 'case.open-inspection',
    label: '登记检查任务',
    fact: 'case.inspectionOpened',
  },
  { stage: 'initiation', act: 'case.approve', label: '审批检查', fact: 'case.inspectionApproved' },
  { stage: 'initiation', act: 'case.assign-handlers', label: '指派检查人员', fact: 'case.handlersAssigned' },
  {
    stage: 'initiation',
    act: 'case.notify-inspection',
    label: '检查通知',
    fact: 'case.inspectionNotified',
  },
  { stage: 'investigation', act: 'case.start-inspection', label: '进场检查', fact: 'case.inspectionStarted' },
  { stage: 'investigation', act: 'case.inspect-scene', label: '现场笔录', fact: 'case.sceneRecorded' },
  { stage: 'decision', act: 'case.conclude-inspection', label: '检查结果', fact: 'case.decided' },
  { stage: 'execution', act: 'case.seal-document', label: '加盖印章', fact: 'case.decisionSealed' },
  { stage: 'execution', act: 'case.serve', label: '告知检查结果', fact: 'case.decisionServed' },
];

const correctionSteps: readonly PathStep[] = [
  {
    stage: 'execution',
    act: 'case.order-correction',
    label: '责令改正',
    fact: 'case.correctionOrdered',
  },
  {
    stage: 'execution',
    act: 'case.check-correction',
    label: '核查改正',
    fact: 'case.correctionsChecked',
  },
];

const referralStep: PathStep = {
  stage: 'execution',
  act: 'case.refer-inspection',
  label: '转为案源',
  fact: 'case.inspectionReferred',
};

/** What is to be put right is looked at again; what may be an offence goes on in a case of its own. */
function inspectionPathOf(state: CaseState): readonly PathStep[] {
  const outcome = decisionMade(state)?.data.outcome;
  return [
    ...inspectionPath,
    ...(outcome === 'to-correct' ? correctionSteps : []),
    ...(outcome === 'suspected' ? [referralStep] : []),
    ...fromPublication,
  ];
}

/** The way of a confirmation: as an application is taken, or begun by the agency itself. */
function confirmationPathOf(state: CaseState): readonly PathStep[] {
  const examined: readonly PathStep[] = [
    { stage: 'initiation', act: 'case.assign-handlers', label: '指派承办人', fact: 'case.handlersAssigned' },
    {
      stage: 'investigation',
      act: 'case.examine-application',
      label: '审查',
      fact: 'case.applicationExamined',
    },
    {
      stage: 'decision',
      act: 'case.consult-party',
      label: '听取意见',
      fact: 'case.partyHeard',
      optional: true,
    },
    { stage: 'decision', act: 'case.approve', label: '审批决定', fact: 'case.decisionApproved' },
    { stage: 'decision', act: 'case.decide-confirmation', label: '作出决定', fact: 'case.decided' },
    ...handingOver,
    ...fromPublication,
  ];
  if (ofOwnMotion(state))
    return [
      {
        stage: 'initiation',
        act: 'case.open-confirmation',
        label: '依职权启动',
        fact: 'case.ofOwnMotion',
      },
      ...examined,
    ];
  const registered: PathStep = {
    stage: 'initiation',
    act: 'case.register-confirmation',
    label: '登记申请',
    fact: 'case.applicationRegistered',
  };
  if (acceptanceRefusalOf(state) !== undefined) return turnedAwayPath(registered);
  return [
    registered,
    ...licensePath.filter(
      ({ stage, act }) =>
        stage === 'initiation' && act !== 'case.register-application' && act !== 'case.assign-handlers',
    ),
    ...examined,
  ];
}

/** The way of an adjudication: between two sides, each of whom learns what the other says before anything is decided. */
function adjudicationPathOf(state: CaseState): readonly PathStep[] {
  const registered: PathStep = {
    stage: 'initiation',
    act: 'case.register-adjudication',
    label: '登记申请',
    fact: 'case.applicationRegistered',
  };
  if (acceptanceRefusalOf(state) !== undefined) return turnedAwayPath(registered);
  const heard: readonly PathStep[] = [
    registered,
    ...licensePath.filter(({ stage, act }) => stage === 'initiation' && act !== 'case.register-application'),
    { stage: 'investigation', act: 'case.notify-answer', label: '通知答辩', fact: 'case.answerAsked' },
    {
      stage: 'investigation',
      act: 'case.record-answer',
      label: '登记答辩',
      fact: 'case.answered',
      optional: true,
    },
    { stage: 'investigation', act: 'case.mediate-dispute', label: '调解', fact: 'case.mediationTried' },
  ];
  // The parties may agree before anybody was asked for an answer: what was left out then is not to be done any more.
  if (mediatedOf(state) !== undefined)
    return [
      ...heard.filter(({ stage, act }) => stage === 'initiation' || act === 'case.mediate-dispute'),
      ...fromClosing,
    ];
  return [
    ...heard,
    { stage: 'investigation', act: 'case.hold-inquiry', label: '审理', fact: 'case.inquiryHeld' },
    { stage: 'decision', act: 'case.approve', label: '审批裁决', fact: 'case.decisionApproved' },
    { stage: 'decision', act: 'case.decide-adjudication', label: '作出裁决', fact: 'case.decided' },
    ...handingOver,
    ...fromPublication,
  ];
}

/** The way of a levy: of a fee the parties pay; of a thing they are paid first, and then it changes hands. */
function levyPathOf(state: CaseState): readonly PathStep[] {
  const form = levyOf(state)?.data.form;
  const carriedOut: readonly PathStep[] =
    form === 'fee'
      ? [{ stage: 'execution', act: 'case.record-levy-payment', label: '缴费', fact: 'case.levyPaid' }]
      : [
          { stage: 'execution', act: 'case.pay-compensation', label: '支付补偿', fact: 'case.compensated' },
          {
            stage: 'execution',
            act: 'case.take-possession',
            label: '接收财产',
            fact: 'case.possessionTaken',
          },
          ...(form === 'requisition'
            ? [
                {
                  stage: 'execution' as const,
                  act: 'case.return-property',
                  label: '返还财产',
                  fact: 'case.propertyReturned',
                },
              ]
            : []),
        ];
  return [
    { stage: 'initiation', act: 'case.open-levy', label: '启动征收征用', fact: 'case.levyOpened' },
    { stage: 'initiation', act: 'case.assign-handlers', label: '指派承办人', fact: 'case.handlersAssigned' },
    ...(form === 'fee'
      ? []
      : [
          {
            stage: 'investigation' as const,
            act: 'case.value-property',
            label: '评估',
            fact: 'case.allValued',
          },
        ]),
    { stage: 'investigation', act: 'case.consult-party', label: '听取意见', fact: 'case.partyHeard' },
    { stage: 'decision', act: 'case.approve', label: '审批决定', fact: 'case.decisionApproved' },
    { stage: 'decision', act: 'case.decide-levy', label: '作出决定', fact: 'case.decided' },
    ...handingOver,
    ...(decisionMade(state)?.data.outcome === 'not-levied' ? [] : carriedOut),
    ...fromPublication,
  ];
}

/** An application that was turned away ends with its paper. */
function turnedAwayPath(registered: PathStep | undefined): readonly PathStep[] {
  return [
    ...(registered === undefined ? [] : [registered]),
    {
      stage: 'initiation',
      act: 'case.refuse-acceptance',
      label: '不予受理',
      fact: 'case.acceptanceRefused',
    },
    ...licensePath.filter(({ act }) => act === 'case.issue-receipt'),
    ...fromClosing,
  ];
}

/** The way this case takes. One that ended without a decision has come no further than it had, and is put away. */
export function pathOf(state: CaseState): readonly PathStep[] {
  if (kindOf(state) === 'license') return licensePathOf(state);
  if (kindOf(state) === 'execution') return executionPathOf(state);
  if (kindOf(state) === 'inspection') return inspectionPathOf(state);
  if (kindOf(state) === 'confirmation') return confirmationPathOf(state);
  if (kindOf(state) === 'adjudication') return adjudicationPathOf(state);
  if (kindOf(state) === 'levy') return levyPathOf(state);
  const end = endOf(state);
  if (end !== undefined)
    return [
      ...ordinaryPath.filter(({ stage }) => stage === 'initiation'),
      { stage: 'decision', act: end.act, label: entryLabels[end.kind], fact: 'case.terminated' },
      ...fromClosing,
    ];
  if (spotDecisionOf(state) !== undefined) return spotPath;
  // Decided before a conclusion was asked for: nobody can conclude any more, and it is not the thing to do next.
  const skipped = decisionMade(state) !== undefined && investigationConclusionOf(state) === undefined;
  return skipped ? ordinaryPath.filter(({ act }) => act !== 'case.conclude-investigation') : ordinaryPath;
}
