import { discussionOf } from './discussing.ts';
import { decisionOf, noticeTo } from '../reading.ts';
import { presentParties } from '../parties/present-parties.ts';
import { sumOf } from './sum-of.ts';
import type { CaseState, Sanction } from '../state.ts';

/**
 * Fen that a signature is about: of the penalties the act itself names, else of the decision in force, else of what was
 * concluded by discussion, else of what the parties it is still against were told. Nothing said of money yet is nothing.
 */
export function sumAtStake(state: CaseState, input: unknown): number {
  const { sanctions } = (input ?? {}) as { readonly sanctions?: unknown };
  if (Array.isArray(sanctions)) return sumOf(sanctions as readonly Sanction[]);
  const settled = decisionOf(state) ?? discussionOf(state);
  if (settled !== undefined) return sumOf(settled.data.sanctions);
  return presentParties(state).reduce(
    (sum, { id }) => sum + sumOf(noticeTo(state, id)?.data.sanctions ?? [], (one) => one.party === id),
    0,
  );
}
