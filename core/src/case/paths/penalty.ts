import { entryLabels } from '../../entry.ts';
import { endOf } from '../course/over.ts';
import { investigationConclusionOf } from '../inquiry/verification.ts';
import { decisionMade, spotDecisionOf } from '../reading.ts';
import type { CaseState } from '../state.ts';
import { assigningHandlers, fromClosing, fromPublication, handingOver } from './steps.ts';
import type { PathStep } from './steps.ts';

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
  assigningHandlers,
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

/** One that ended without a decision has come no further than it had, and is put away. */
export function penaltyPath(state: CaseState): readonly PathStep[] {
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
