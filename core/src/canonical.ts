/** Half of a surrogate pair: two parties may write it differently, so RFC 8785 refuses it. */
const loneSurrogate = /\p{Surrogate}/u;

/** A JSON value as events hold it: no null, no fractions (money is in fen), so its canonical text is unique. */
export type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

/** A map from field id to value: what a person filled in, demanded and checked only by rules. */
export type FieldMap = Readonly<Record<string, Value>>;

/**
 * Canonical JSON text (RFC 8785): keys in UTF-16 order, no white space. Properties that are `undefined` are left out.
 * Throws `TypeError` for null, fractions, unsafe integers, broken text and anything that is not JSON, because two parties who hash
 * the same event must never disagree about its text.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`只能保存整数，金额以分计：${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, item]) => `${quoted(key)}:${canonical(item)}`);
    return `{${parts.join(',')}}`;
  }
  throw new TypeError(`不能保存的值：${String(value)}`);
}

function quoted(text: string): string {
  if (loneSurrogate.test(text)) throw new TypeError('不能保存残缺的字符');
  return JSON.stringify(text);
}
