import type { Sanction } from '../state.ts';

/** Fen that sanctions come to, of all of them or of those asked for; what is no sum of money counts nothing. */
export function sumOf(
  sanctions: readonly Sanction[],
  asked: (sanction: Sanction) => boolean = () => true,
): number {
  return sanctions.filter(asked).reduce((sum, one) => sum + (one.amount ?? 0), 0);
}
