/** A foreign value as an error text quotes it: short, and never an object's insides. */
export function shown(value: unknown): string {
  if (value === undefined) return '（空）';
  if (typeof value === 'string') return `「${value.length > 40 ? `${value.slice(0, 40)}…` : value}」`;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return `「${value}」`;
  return Array.isArray(value) ? '（一个列表）' : '（一个对象）';
}
