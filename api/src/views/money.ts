/** Fen as 元 with two decimals and thousands separators. */
export function yuan(fen: number): string {
  const whole = Math.floor(fen / 100).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}.${String(fen % 100).padStart(2, '0')} 元`;
}
