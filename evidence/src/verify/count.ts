/**
 * A decimal count without sign or leading zeroes, exact as a JavaScript number; `undefined` otherwise. A
 * forged size past 2^53 is refused here, before arithmetic on it could round.
 */
export function parseCount(text: string): number | undefined {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Half, rounded down; unlike `>> 1` it is right beyond 2^31. */
export function half(n: number): number {
  return Math.floor(n / 2);
}
