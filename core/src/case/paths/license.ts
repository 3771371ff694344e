import { acceptanceRefusalOf, examinationsOf, licenseApplicationOf } from '../licensing/applying.ts';
import { hearingRequestBy } from '../notice/hearing.ts';
import { participantsOf } from '../notice/participants.ts';
import { decisionMade } from '../reading.ts';
import type { CaseState } from '../state.ts';
import { answeringApplication, turnedAwayPath } from './application.ts';
import { assigningHandlers, fromClosing, fromPublication, handingOver } from './steps.ts';
import type { PathStep } from './steps.ts';

const registered: PathStep = {
  stage: 'initiation',
  act: 'case.register-application',
  label: '登记申请',
  fact: 'case.applicationRegistered',
};

/** Both sides are told before the decision that they may be heard; who asks for it is heard (第四十七条、第四十八条). */
function hearingSteps(state: CaseState): readonly PathStep[] {
  if (examinationsOf(state).at(-1)?.record['examination.between'] !== 'yes') return [];
  const asked = participantsOf(state).some(({ id }) => hearingRequestBy(state, id) !== undefined);
  return [
    { stage: 'decision', act: 'case.offer-hearing', label: '告知听证权利', fact: 'case.hearingOffered' },
    { stage: 'decision', act: 'case.serve', label: '送达听证告知书', fact: 'case.hearingOfferServed' },
    ...(asked ? heldSteps : []),
  ];
}

const heldSteps: readonly PathStep[] = [
  { stage: 'decision', act: 'case.notify-hearing', label: '通知听证', fact: 'case.hearingNotified' },
  { stage: 'decision', act: 'case.serve', label: '送达听证通知书', fact: 'case.hearingNoticeServed' },
  { stage: 'decision', act: 'case.hold-hearing', label: '举行听证', fact: 'case.heard' },
];

/** The way of an application: what the applicant is told comes before anybody looks at the substance. */
const upToDeciding: readonly PathStep[] = [
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
];

const fromApproval: readonly PathStep[] = [
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

const forwardingStep: PathStep = {
  stage: 'decision',
  act: 'case.forward-application',
  label: '报送上级',
  fact: 'case.forwarded',
};

/** One that was turned away ends with its paper; one that was refused has no license to be handed over. */
export function licensePath(state: CaseState): readonly PathStep[] {
  if (acceptanceRefusalOf(state) !== undefined) return turnedAwayPath(registered);
  // The agency above decides and publishes: what is examined here first ends with being handed up.
  if (licenseApplicationOf(state)?.data.way === 'first-examination')
    return [...upToDeciding, forwardingStep, ...fromClosing];
  const refused = decisionMade(state)?.data.outcome === 'refused';
  return [
    ...upToDeciding,
    ...hearingSteps(state),
    ...fromApproval,
    ...(refused ? [] : [deliveryStep]),
    ...fromPublication,
  ];
}
