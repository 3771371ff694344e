import { mediatedOf } from '../adjudicating/disputing.ts';
import { acceptanceRefusalOf } from '../licensing/applying.ts';
import type { CaseState } from '../state.ts';
import { answeringApplication, turnedAwayPath } from './application.ts';
import { assigningHandlers, fromClosing, fromPublication, handingOver } from './steps.ts';
import type { PathStep } from './steps.ts';

/** The way of an adjudication: between two sides, each of whom learns what the other says before anything is decided. */
export function adjudicationPath(state: CaseState): readonly PathStep[] {
  const registered: PathStep = {
    stage: 'initiation',
    act: 'case.register-adjudication',
    label: '登记申请',
    fact: 'case.applicationRegistered',
  };
  if (acceptanceRefusalOf(state) !== undefined) return turnedAwayPath(registered);
  const heard: readonly PathStep[] = [
    registered,
    ...answeringApplication,
    assigningHandlers,
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
