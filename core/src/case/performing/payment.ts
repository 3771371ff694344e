import type { Structural } from '../../act.ts';
import { addDays, endOfDay } from '../../time/index.ts';
import type { Instant } from '../../time/index.ts';
import { executionBasisOf, wholeOverturned } from '../execution/executing.ts';
import { decisionMade, decisionOf, ofPresentDecision } from '../reading.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf, Instalment } from '../state.ts';

/** What the file says of money: what is owed, what has come in, what has been put off. */

/**
 * The sum a party owes: the fine of the decision (what is confiscated is no debt and bears no surcharge), or in a file of
 * enforcement the principal of what is enforced.
 */
export function sumOwed(state: CaseState, party: string): number {
  const enforced = executionBasisOf(state);
  if (enforced !== undefined) return enforced.data.amount ?? 0;
  return (decisionOf(state)?.data.sanctions ?? [])
    .filter((one) => one.party === party && one.kind === 'fine')
    .reduce((sum, one) => sum + (one.amount ?? 0), 0);
}

interface Received {
  readonly at: Instant;
  readonly amount: number;
}

/** Money that came in for a party, oldest first: paid, or taken by enforcement. */
export function receiptsOf(state: CaseState, party: string): readonly Received[] {
  return [...entriesOf(state, 'payment'), ...entriesOf(state, 'enforcement')]
    .filter((entry) => entry.data.party === party && ofPresentDecision(state, entry))
    .map((entry) => ({ at: entry.at, amount: entry.data.amount }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** What of the fine is open, now or as it was at a moment. */
export function unpaidOf(state: CaseState, party: string, at?: Instant): number {
  const paid = receiptsOf(state, party)
    .filter((one) => at === undefined || one.at <= at)
    .reduce((sum, one) => sum + one.amount, 0);
  return Math.max(0, sumOwed(state, party) - paid);
}

/** What of an instalment is open at a moment: payments since the deferral fill the parts in the order they fall due. */
export function unpaidPart(state: CaseState, part: PlacedInstalment, at: Instant): number {
  const paid = receiptsOf(state, part.granted.data.party)
    .filter((one) => one.at >= part.granted.at && one.at <= at)
    .reduce((sum, one) => sum + one.amount, 0);
  return Math.min(part.amount, Math.max(0, part.upTo - paid));
}

/** When what came in since a moment first reached a sum. */
export function reached(
  state: CaseState,
  party: string,
  sum: number,
  since?: Instant,
): { readonly at: Instant } | undefined {
  let total = 0;
  for (const { at, amount } of receiptsOf(state, party)) {
    if (since !== undefined && at < since) continue;
    total += amount;
    if (total >= sum) return { at };
  }
  return undefined;
}

/** The deferral that stands: the latest one of the decision in force. */
export function deferralOf(state: CaseState, party: string): EntryOf<'deferral'> | undefined {
  if (decisionOf(state) === undefined) return undefined;
  return entriesOf(state, 'deferral').findLast(
    (entry) => entry.data.party === party && ofPresentDecision(state, entry),
  );
}

/** By what a party performs in parts: a fine that was put off, or an agreement on how to perform. */
export type Granted = EntryOf<'deferral'> | EntryOf<'execution-agreement'>;

function grantedTo(state: CaseState, party: string): Granted | undefined {
  return (
    deferralOf(state, party) ??
    entriesOf(state, 'execution-agreement').findLast((entry) => entry.data.party === party)
  );
}

/** When a party had performed all that binds it: the money came in whole, or it was seen to be done. */
export function performedAt(state: CaseState, party: string): Instant | undefined {
  const sum = sumOwed(state, party);
  const seen = [
    ...entriesOf(state, 'performance-check').filter(
      ({ data }) => data.party === party && data.state === 'full',
    ),
    ...entriesOf(state, 'execution-record').filter(({ data }) => data.result === 'full'),
  ].filter((entry) => ofPresentDecision(state, entry));
  const onlyMoney =
    executionBasisOf(state) !== undefined ||
    (decisionOf(state)?.data.sanctions ?? []).every((one) => one.party !== party || one.kind === 'fine');
  const paid = onlyMoney && sum > 0 ? reached(state, party, sum)?.at : undefined;
  return [paid, ...seen.map(({ at }) => at)].filter((moment) => moment !== undefined).sort()[0];
}

/** When a part was performed: money filled it, or what is no money was seen to be done. */
export function partPerformed(
  state: CaseState,
  { granted, upTo, amount }: PlacedInstalment,
): { readonly at: Instant } | undefined {
  const { party } = granted.data;
  if (amount > 0) return reached(state, party, upTo, granted.at);
  return entriesOf(state, 'performance-check').find(
    (entry) => entry.data.party === party && entry.data.state === 'full' && entry.at >= granted.at,
  );
}

/** The last moment a plan leaves to pay. */
export function endOfPlan(plan: readonly Instalment[]): Instant | undefined {
  const last = plan
    .map((part) => part.until)
    .sort()
    .at(-1);
  return last === undefined ? undefined : endOfDay(last);
}

/** Instalments of the deferral or the agreement that stands, in the order they fall due, each with its place in the whole. */
export function instalmentsOf(state: CaseState): readonly PlacedInstalment[] {
  return entriesOf(state, 'party').flatMap((party) => {
    const granted = grantedTo(state, party.id);
    if (granted === undefined) return [];
    let before = 0;
    return [...granted.data.plan]
      .sort((a, b) => (a.until < b.until ? -1 : 1))
      .map((part, index) => {
        const upTo = before + part.amount;
        before = upTo;
        return { ...part, id: `${granted.id}/${index + 1}`, ordinal: index + 1, upTo, granted };
      });
  });
}

export interface PlacedInstalment extends Instalment {
  readonly id: string;
  readonly ordinal: number;
  /** What must have come in by then since it was granted, this part included. */
  readonly upTo: number;
  readonly granted: Granted;
}

/** Asked of what records something that happened: a decision revoked since had its time. */
export function neverDecided(state: CaseState): readonly Structural[] {
  return decisionMade(state) === undefined && executionBasisOf(state) === undefined
    ? [
        {
          code: 'NOT_YET_DECIDED',
          because: '本案尚未作出决定',
          remedy: { says: '先作出决定', act: 'case.decide' },
        },
      ]
    : [];
}

/** Asked of what carries a decision out: it must have been made and be in force. */
export function notYetDecided(state: CaseState): readonly Structural[] {
  const stands =
    executionBasisOf(state) === undefined ? decisionOf(state) !== undefined : !wholeOverturned(state);
  if (stands || (decisionMade(state) === undefined && executionBasisOf(state) === undefined))
    return neverDecided(state);
  return [
    {
      code: 'DECISION_REVOKED',
      because: '本案的决定已被撤销，不再有效',
      remedy: { says: '不再执行；应当重新处理的，依程序重新作出决定', act: 'case.decide' },
    },
  ];
}

/** Money that came in under a decision is entered although the decision has been revoked since: it is to be given back. */
export function nothingWasToPay(state: CaseState): readonly Structural[] {
  return executionBasisOf(state) === undefined ? noSums(decisionMade(state), state) : noPrincipal(state);
}

/** Nothing in the decision is a sum of that sort: there is nothing to put off or take by force. */
export function nothingToPay(state: CaseState, kinds?: readonly string[]): readonly Structural[] {
  if (executionBasisOf(state) === undefined) return noSums(decisionOf(state), state, kinds);
  const faults = notYetDecided(state);
  return faults.length > 0 ? faults : noPrincipal(state);
}

/** What is enforced is no sum: it is to be handed over or done. */
function noPrincipal(state: CaseState): readonly Structural[] {
  return (executionBasisOf(state)?.data.amount ?? 0) > 0
    ? []
    : [{ code: 'NOTHING_TO_PAY', because: '据以执行的决定没有须缴的款项' }];
}

function noSums(
  decision: EntryOf<'decision'> | undefined,
  state: CaseState,
  kinds?: readonly string[],
): readonly Structural[] {
  if (decision === undefined) return notYetDecided(state);
  const sums = decision.data.sanctions.filter(
    (one) => (one.amount ?? 0) > 0 && (kinds === undefined || kinds.includes(one.kind)),
  );
  return sums.length > 0
    ? []
    : [
        {
          code: 'NOTHING_TO_PAY',
          because: kinds === undefined ? '本案的决定没有须缴的款项' : '本案的决定没有罚款',
        },
      ];
}

export function partyUnknown(state: CaseState, party: string): readonly Structural[] {
  return entriesOf(state, 'party').some((entry) => entry.id === party)
    ? []
    : [
        {
          code: 'PARTY_UNKNOWN',
          because: '所选当事人不在本案中',
          field: 'input.party',
          remedy: { says: '从本案当事人中选择' },
        },
      ];
}

/** No day of a plan can lie before the act that grants it. */
export function daysPassed(plan: readonly Pick<Instalment, 'until'>[], from: Instant): readonly Structural[] {
  return plan.every((part) => endOfDay(addDays(part.until, -1)) >= from)
    ? []
    : [
        {
          code: 'INPUT_INVALID',
          because: '所定的缴款日应当在批准之后',
          field: 'input.plan',
          remedy: { says: '核对缴款日' },
        },
      ];
}
