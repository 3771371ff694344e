import { civilToNumber, FIRST_NUMBER, LAST_NUMBER, monthLength, numberToCivil } from './civil.ts';
import { shown } from './shown.ts';

/** A calendar day in Asia/Shanghai, written `YYYY-MM-DD`; string order is time order. */
export type Day = string & { readonly __brand: 'Day' };

/** Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const WEEKDAYS = '一二三四五六日';
const ZERO = '0'.charCodeAt(0);

/** Reads a day; `undefined` for anything that is not an existing Gregorian day (2026-02-30, 2024-13-45 …). */
export function parseDay(text: unknown): Day | undefined {
  if (typeof text !== 'string' || !SHAPE.test(text)) return undefined;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const dayOfMonth = Number(text.slice(8, 10));
  if (year < 1 || month < 1 || month > 12) return undefined;
  if (dayOfMonth < 1 || dayOfMonth > monthLength(year, month)) return undefined;
  return text as Day;
}

/**
 * Reads a day that must be one.
 * @throws RangeError when `text` is not an existing day.
 */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`不是有效的日期：${shown(text)}（应写作 2026-03-12）`);
  return parsed;
}

/** Days since 1970-01-01 (which is 0). */
export function dayNumber(d: Day): number {
  return civilToNumber(digits(d, 0, 4), digits(d, 5, 7), digits(d, 8, 10));
}

/** Every limit asks for day numbers many times over: no piece of text is cut out for one. */
function digits(d: Day, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i += 1) n = n * 10 + d.charCodeAt(i) - ZERO;
  return n;
}

/**
 * The day of a day number.
 * @throws RangeError outside years 0001–9999 or when `n` is no integer.
 */
export function dayFromNumber(n: number): Day {
  if (!Number.isInteger(n) || n < FIRST_NUMBER || n > LAST_NUMBER) {
    throw new RangeError(`日期超出公元 1 年至 9999 年的范围：第 ${n} 日`);
  }
  const { year, month, dayOfMonth } = numberToCivil(n);
  return write(year, month, dayOfMonth);
}

export function weekday(d: Day): Weekday {
  return weekdayOfNumber(dayNumber(d));
}

/** Weekday of a day number; 1970-01-01 was a Thursday. */
export function weekdayOfNumber(n: number): Weekday {
  return (((((n + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function addDays(d: Day, n: number): Day {
  return dayFromNumber(dayNumber(d) + n);
}

/** The corresponding day `n` months on, else the last day of that month (民事诉讼法第八十五条、民法典第二百零二条). */
export function addMonths(d: Day, n: number): Day {
  if (!Number.isInteger(n)) throw new RangeError(`月数须为整数：${n}`);
  const months = Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7)) - 1 + n;
  const year = Math.floor(months / 12);
  if (year < 1 || year > 9999) throw new RangeError(`日期超出公元 1 年至 9999 年的范围：${d} 加 ${n} 个月`);
  const month = months - year * 12 + 1;
  return write(year, month, Math.min(Number(d.slice(8, 10)), monthLength(year, month)));
}

/** As {@link addMonths}, by years: 29 February becomes 28 February in a common year. */
export function addYears(d: Day, n: number): Day {
  return addMonths(d, n * 12);
}

/** Calendar days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return dayNumber(b) - dayNumber(a);
}

/** `3 月 12 日 周四`, or with the year in the official form `2026 年 3 月 12 日`. */
export function formatDay(d: Day, options: { withYear?: boolean } = {}): string {
  const monthAndDay = `${Number(d.slice(5, 7))} 月 ${Number(d.slice(8, 10))} 日`;
  if (options.withYear === true) return `${Number(d.slice(0, 4))} 年 ${monthAndDay}`;
  return `${monthAndDay} 周${WEEKDAYS[weekday(d) - 1] ?? ''}`;
}

function write(year: number, month: number, dayOfMonth: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}` as Day;
}
