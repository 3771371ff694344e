import type { Duty, Law } from '@zhaozhang/core';

export type Amount = Duty['within']['n'];

/** A number spoilt: which one, and the amount as it then stands. */
export interface AmountChange {
  readonly at: string;
  readonly becomes: Amount;
}

/** One more and one less, wherever the number stands: written, or behind a parameter, for this rule alone. */
export function amountsBesides(amount: Amount, params: Law['params']): readonly AmountChange[] {
  if (typeof amount === 'number') return besides(amount, String(amount));
  if ('param' in amount) {
    const value = params[amount.param]?.value;
    return typeof value === 'number' ? besides(value, amount.param) : [];
  }
  // A number read from a document is data of the case, not of the rule: there is nothing in the law to spoil.
  if ('fact' in amount) return [];
  return amount.longest.flatMap((part, index) =>
    amountsBesides(part, params).map(({ at, becomes }) => ({
      at,
      becomes: { longest: amount.longest.with(index, becomes) },
    })),
  );
}

/** One of the amounts among which the longest is taken, left out. */
export function amountsWithout(amount: Amount): readonly AmountChange[] {
  if (typeof amount === 'number' || !('longest' in amount)) return [];
  return amount.longest.map((part, index) => {
    const rest = amount.longest.toSpliced(index, 1);
    const [only] = rest;
    return {
      at: JSON.stringify(part),
      becomes: rest.length === 1 && only !== undefined ? only : { longest: rest },
    };
  });
}

function besides(n: number, name: string): readonly AmountChange[] {
  return [{ at: `${name} 加一`, becomes: n + 1 }, ...(n > 0 ? [{ at: `${name} 减一`, becomes: n - 1 }] : [])];
}
