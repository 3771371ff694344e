import type { Sanction } from '../state.ts';

/** How grave a kind of penalty is; undefined for a kind that stands outside the order. */
export type RankOf = (kind: string) => number | undefined;

/**
 * Is what is decided no heavier than what was noticed (处罚法第四十五条第二款)? It is when each penalty decided is answered
 * by one noticed, of the same kind and no smaller a sum, or of a graver kind: a revocation may turn into a fine, a fine
 * may shrink, and a penalty that nothing noticed stands for makes the whole heavier.
 */
export function noHeavier(
  decided: readonly Sanction[],
  noticed: readonly Sanction[],
  rankOf: RankOf,
): boolean {
  const offers = byKind(noticed);
  const taken = new Map<number, number>();
  const wanted = byKind(decided);
  return wanted.every((_, index) => seat(index, new Set()));

  /** Finds an answer for one penalty, moving others to another answer of theirs where there is one. */
  function seat(index: number, tried: Set<number>): boolean {
    return offers.some((offer, place) => {
      if (tried.has(place) || !answers(offer, wanted[index], rankOf)) return false;
      tried.add(place);
      const holder = taken.get(place);
      if (holder !== undefined && !seat(holder, tried)) return false;
      taken.set(place, index);
      return true;
    });
  }
}

interface Measure {
  readonly kind: string;
  readonly sum: number;
}

function answers(noticed: Measure, decided: Measure | undefined, rankOf: RankOf): boolean {
  if (decided === undefined) return false;
  if (noticed.kind === decided.kind) return decided.sum <= noticed.sum;
  const [graver, lighter] = [rankOf(noticed.kind), rankOf(decided.kind)];
  return graver !== undefined && lighter !== undefined && graver > lighter;
}

/** Penalties of one kind are one penalty of their sum: two fines are not lighter than one for being two. */
function byKind(sanctions: readonly Sanction[]): readonly Measure[] {
  const sums = new Map<string, number>();
  for (const one of sanctions) sums.set(one.kind, (sums.get(one.kind) ?? 0) + (one.amount ?? 0));
  return [...sums].map(([kind, sum]) => ({ kind, sum }));
}
