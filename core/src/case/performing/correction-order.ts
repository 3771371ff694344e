import { parseDay } from '../../time/index.ts';
import type { Day, Instant } from '../../time/index.ts';
import { decisionOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
import type { CaseState } from '../state.ts';

/** What a party has to put right, by which day; said by the decision or by an order of its own, whichever came last. */
export interface OrderedCorrection {
  readonly at: Instant;
  readonly by: Day;
}

export function correctionOf(state: CaseState, party: string): OrderedCorrection | undefined {
  const decision = decisionOf(state);
  const decided = parseDay(decision?.record['decision.correct-by']);
  const bound =
    decision === undefined || decided === undefined || !isSanctioned(state, party)
      ? []
      : [{ at: decision.at, by: decided }];
  const ordered = entriesOf(state, 'correction-order')
    .filter((entry) => entry.data.parties.includes(party))
    .map((entry) => ({ at: entry.at, by: entry.data.by }));
  return [...bound, ...ordered].sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
}

function isSanctioned(state: CaseState, party: string): boolean {
  return decisionOf(state)?.data.sanctions.some((one) => one.party === party) === true;
}
