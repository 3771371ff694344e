import { acceptanceRefusalOf } from '../licensing/applying.ts';
import { decisionMade } from '../reading.ts';
import type { CaseState } from '../state.ts';
import { answeringApplication, turnedAwayPath } from './application.ts';
import { assigningHandlers, fromPublication, handingOver } from './steps.ts';
import type { PathStep } from './steps.ts';

const registered: PathStep = {
  stage: 'initiation',
  act: 'case.register-application',
  label: '登记申请',
  fact: 'case.applicationRegistered',
};

/** The way of an application: what the applicant is told comes before anybody looks at the substance. */
const upToHandingOver: readonly PathStep[] = [
  registered,
  ...answeringApplication,
  assigningHandlers,
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
export function licensePath(state: CaseState): readonly PathStep[] {
  if (acceptanceRefusalOf(state) !== undefined) return turnedAwayPath(registered);
  const refused = decisionMade(state)?.data.outcome === 'refused';
  return [...upToHandingOver, ...(refused ? [] : [deliveryStep]), ...fromPublication];
}
