import type { Structural } from '../../act.ts';
import { presentParties } from '../parties/present-parties.ts';
import { decisionOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** Questions the acts of a levy ask of the file. */

export function levyOf(state: CaseState): EntryOf<'levy-opening'> | undefined {
  return entriesOf(state, 'levy-opening')[0];
}

/** Of a fee somebody pays the treasury; of a thing taken or used, the agency pays somebody. */
export function isFee(state: CaseState): boolean {
  return levyOf(state)?.data.form === 'fee';
}

/** What a party is to pay, or to be paid, by the decision in force. */
export function shareOf(state: CaseState, party: string): number {
  return decisionOf(state)?.data.levy?.shares.find((one) => one.party === party)?.amount ?? 0;
}

/** The latest valuation of what a party has. */
export function valuationOf(state: CaseState, party: string): EntryOf<'valuation'> | undefined {
  return entriesOf(state, 'valuation').findLast((entry) => entry.data.party === party);
}

/** What has been paid, by the party or to it. */
export function paidSoFar(
  state: CaseState,
  kind: 'levy-payment' | 'compensation-payment',
  party: string,
): number {
  return entriesOf(state, kind)
    .filter((entry) => entry.data.party === party)
    .reduce((sum, entry) => sum + entry.data.amount, 0);
}

/** Nothing is carried out before it is decided, nor once the decision says that nothing is levied. */
export function notLevied(state: CaseState): readonly Structural[] {
  const decision = decisionOf(state);
  if (decision === undefined)
    return [
      {
        code: 'NOT_YET_DECIDED',
        because: '本案尚未作出决定',
        remedy: { says: '先作出征收、征用的决定', act: 'case.decide-levy' },
      },
    ];
  return decision.data.outcome === 'levied'
    ? []
    : [{ code: 'NOTHING_LEVIED', because: '本案决定不予征收、征用' }];
}

export function wrongForm(fee: boolean): readonly Structural[] {
  return [
    {
      code: 'KIND_MISMATCH',
      because: fee ? '本案征收的是费用，没有补偿、腾退这一步' : '本案征收、征用的是财产，没有缴费这一步',
      remedy: { says: '办理本案页面列出的步骤' },
    },
  ];
}

export function firstParty(state: CaseState): string | undefined {
  return presentParties(state)[0]?.id;
}
