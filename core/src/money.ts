/** Fen as a sum in 元 with two decimals and grouped thousands: `1,234.50 元`. Takes whole fen only. */
export function yuanText(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${whole}.${digits.slice(-2)} 元`;
}
