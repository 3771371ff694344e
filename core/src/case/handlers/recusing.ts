import type { Instant } from '../../time/index.ts';
import type { CaseState, EntryOf } from '../state.ts';
import { entriesOf } from '../state.ts';

/**
 * Whether an officer may go on with a case (处罚法第四十三条). A party's application stops nobody while it is undecided;
 * a relation that has come to light does at once, for the statute asks the officer to withdraw without being asked.
 */

/** The latest decision on the officer, made by then. */
export function recusalDecisionOn(
  state: CaseState,
  officer: string,
  at?: Instant,
): EntryOf<'recusal-decision'> | undefined {
  return until(entriesOf(state, 'recusal-decision'), at).findLast((entry) => entry.data.officer === officer);
}

/** The decision that answers what was put forward about an officer: the first one made after it. */
export function answerTo(
  state: CaseState,
  put: EntryOf<'recusal-request'> | EntryOf<'interest'>,
): EntryOf<'recusal-decision'> | undefined {
  return entriesOf(state, 'recusal-decision').find(
    (entry) => entry.data.officer === put.data.officer && entry.version > put.version,
  );
}

/** Applications and relations nobody has decided on yet. */
export function undecidedOf(
  state: CaseState,
  at?: Instant,
): readonly (EntryOf<'recusal-request'> | EntryOf<'interest'>)[] {
  return [
    ...until(entriesOf(state, 'recusal-request'), at),
    ...until(entriesOf(state, 'interest'), at),
  ].filter((put) => {
    const answer = answerTo(state, put);
    return answer === undefined || (at !== undefined && answer.at > at);
  });
}

/** Asked to withdraw by a party, and nobody has decided. */
export function isChallenged(state: CaseState, officer: string, at?: Instant): boolean {
  return undecidedOf(state, at).some((put) => put.kind === 'recusal-request' && put.data.officer === officer);
}

/** Must keep away: recused, or with a relation that has come to light and on which nobody has decided. */
export function mustWithdraw(state: CaseState, officer: string, at?: Instant): boolean {
  return (
    recusalDecisionOn(state, officer, at)?.data.recused === true ||
    undecidedOf(state, at).some((put) => put.kind === 'interest' && put.data.officer === officer)
  );
}

function until<E extends { readonly at: Instant }>(
  entries: readonly E[],
  at: Instant | undefined,
): readonly E[] {
  return at === undefined ? entries : entries.filter((entry) => entry.at <= at);
}
