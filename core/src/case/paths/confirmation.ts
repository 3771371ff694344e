import { acceptanceRefusalOf, ofOwnMotion } from '../licensing/applying.ts';
import type { CaseState } from '../state.ts';
import { answeringApplication, turnedAwayPath } from './application.ts';
import { assigningHandlers, fromPublication, handingOver } from './steps.ts';
import type { PathStep } from './steps.ts';

/** The way of a confirmation: as an application is taken, or begun by the agency itself. */
export function confirmationPath(state: CaseState): readonly PathStep[] {
  const examined: readonly PathStep[] = [
    assigningHandlers,
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
  return [registered, ...answeringApplication, ...examined];
}
