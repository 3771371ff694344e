import { fromClosing } from './steps.ts';
import type { PathStep } from './steps.ts';

const issuingReceipt: PathStep = {
  stage: 'initiation',
  act: 'case.issue-receipt',
  label: '出具凭证',
  fact: 'case.receiptIssued',
};

/** What an applicant is told before anybody looks at the substance, whatever was applied for. */
export const answeringApplication: readonly PathStep[] = [
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
  issuingReceipt,
];

/** An application that was turned away ends with its paper. */
export function turnedAwayPath(registered: PathStep): readonly PathStep[] {
  return [
    registered,
    {
      stage: 'initiation',
      act: 'case.refuse-acceptance',
      label: '不予受理',
      fact: 'case.acceptanceRefused',
    },
    issuingReceipt,
    ...fromClosing,
  ];
}
