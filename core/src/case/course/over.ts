import { presentParties } from '../parties/present-parties.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** What ended a case without a decision on it. */
export type CaseEnd = EntryOf<'termination'> | EntryOf<'merger'>;

/**
 * 终止、并入另案: nothing is decided in the case any more. It is still to be closed, bound and archived. A termination
 * that leaves another party in the case ends nothing but what was against the one it names.
 */
export function endOf(state: CaseState): CaseEnd | undefined {
  const merged = entriesOf(state, 'merger').at(-1);
  if (merged !== undefined) return merged;
  return presentParties(state).length === 0 ? entriesOf(state, 'termination').at(-1) : undefined;
}

/** How the end is called where the outcome of a decision would stand; the closing names the same ground. */
export function endingOf(state: CaseState): 'terminated' | 'merged' | undefined {
  const end = endOf(state);
  if (end === undefined) return undefined;
  return end.kind === 'merger' ? 'merged' : 'terminated';
}

/** The suspension that has not been lifted. */
export function suspensionOf(state: CaseState): EntryOf<'suspension'> | undefined {
  const last = entriesOf(state, 'suspension').at(-1);
  return entriesOf(state, 'resumption').some((entry) => entry.data.suspension === last?.id)
    ? undefined
    : last;
}

/**
 * What a case that ended without a decision still takes: what a closed one takes, and the closing. The acts say so
 * themselves (`afterClosing`, `ends`); obligations look here, for an act reads obligations and cannot be read by them.
 */
export const takenAfterEnd: readonly string[] = [
  'case.admit-defect',
  'case.approve',
  'case.archive',
  'case.bind-file',
  'case.cancel-license',
  'case.cede',
  'case.check-correction',
  'case.check-performance',
  'case.check-suspicion',
  'case.close',
  'case.collect-on-spot',
  'case.correct-entry',
  'case.deposit-fine',
  'case.dispose-things',
  'case.hand-in-fine',
  'case.hand-over',
  'case.lift-measure',
  'case.link',
  'case.move-things',
  'case.publish',
  'case.record-custody-cost',
  'case.record-delivery',
  'case.record-landing',
  'case.record-partner-result',
  'case.record-payment',
  'case.record-referral-receipt',
  'case.record-return',
  'case.rectify-remedies',
  'case.register-remedy',
  'case.rename-party',
  'case.report-on-spot',
  'case.resolve-preservation',
  'case.receive-ceded',
  'case.record-court-answer',
  'case.pay-compensation',
  'case.record-judicial-result',
  'case.record-levy-payment',
  'case.return-property',
  'case.revoke-confirmation',
  'case.take-possession',
  'case.restore-execution',
  'case.return-things',
  'case.revoke-decision',
  'case.revoke-license',
  'case.serve',
  'case.take-over',
  'case.withdraw-approval',
  'case.withdraw-publication',
];
