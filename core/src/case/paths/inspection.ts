import { decisionMade } from '../reading.ts';
import type { CaseState } from '../state.ts';
import { fromPublication } from './steps.ts';
import type { PathStep } from './steps.ts';

/** The way of an inspection: nobody enters before it is approved and told; what was seen is told, published and put away. */
const upToTelling: readonly PathStep[] = [
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
export function inspectionPath(state: CaseState): readonly PathStep[] {
  const outcome = decisionMade(state)?.data.outcome;
  return [
    ...upToTelling,
    ...(outcome === 'to-correct' ? correctionSteps : []),
    ...(outcome === 'suspected' ? [referralStep] : []),
    ...fromPublication,
  ];
}
