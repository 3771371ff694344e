import { FIRST_NUMBER, LAST_NUMBER } from './civil.ts';
import { type Day, dayFromNumber, dayNumber, formatDay, parseDay } from './day.ts';
import { shown } from './shown.ts';

/** A moment to the second, always `YYYY-MM-DDTHH:MM:SS+08:00`, so that string order is time order. */
export type Instant = string & { readonly __brand: 'Instant' };

const SHAPE = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:(Z)|([+-])(\d{2}):(\d{2}))?$/;
const DAY_SECONDS = 86_400;
const HOME_SECONDS = 8 * 3600;

/**
 * Reads a moment written to the minute or second (a fraction is dropped), with `Z`, any `±HH:MM`, or no
 * offset at all (then +08:00), into the normal form; `undefined` when it names no existing moment.
 */
export function parseInstant(text: unknown): Instant | undefined {
  if (typeof text !== 'string') return undefined;
  const found = SHAPE.exec(text);
  const d = parseDay(found?.[1]);
  if (!found || d === undefined) return undefined;
  const [, , hh, mm, ss, zulu, sign, offsetHours, offsetMinutes] = found;
  const hour = Number(hh);
  const minute = Number(mm);
  const second = Number(ss ?? '0');
  const oh = Number(offsetHours ?? '0');
  const om = Number(offsetMinutes ?? '0');
  if (hour > 23 || minute > 59 || second > 59 || oh > 23 || om > 59) return undefined;
  const given = (oh * 3600 + om * 60) * (sign === '-' ? -1 : 1);
  const offset = zulu === undefined && sign === undefined ? HOME_SECONDS : given;
  const local = dayNumber(d) * DAY_SECONDS + hour * 3600 + minute * 60 + second - offset + HOME_SECONDS;
  return writable(local) ? write(local) : undefined;
}

/**
 * Reads a moment that must be one.
 * @throws RangeError when `text` names no existing moment.
 */
export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new RangeError(`不是有效的时刻：${shown(text)}（应写作 2026-03-12T09:10）`);
  return parsed;
}

/**
 * The moment `ms` milliseconds after 1970-01-01T00:00Z, its fraction of a second dropped.
 * @throws RangeError when `ms` is not finite or lies outside years 0001–9999.
 */
export function instantFromEpoch(ms: number): Instant {
  const local = Math.floor(ms / 1000) + HOME_SECONDS;
  if (!writable(local)) throw new RangeError(`时刻超出公元 1 年至 9999 年的范围：${ms}`);
  return write(local);
}

/** Milliseconds since 1970-01-01T00:00Z. */
export function epochOf(i: Instant): number {
  return (localSeconds(i) - HOME_SECONDS) * 1000;
}

export function dayOf(i: Instant): Day {
  return i.slice(0, 10) as Day;
}

export function startOfDay(d: Day): Instant {
  return `${d}T00:00:00+08:00` as Instant;
}

/** The last second of the day: what the law calls 24 时 of the last day. */
export function endOfDay(d: Day): Instant {
  return `${d}T23:59:59+08:00` as Instant;
}

export function addMinutes(i: Instant, n: number): Instant {
  return instantFromEpoch(epochOf(i) + n * 60_000);
}

/** Minutes from one moment to another; one that has begun counts. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.ceil((epochOf(to) - epochOf(from)) / 60_000);
}

/** `2026 年 3 月 12 日 9 时 10 分`; seconds are not written in official documents. */
export function formatInstant(i: Instant): string {
  const day = formatDay(dayOf(i), { withYear: true });
  return `${day} ${Number(i.slice(11, 13))} 时 ${Number(i.slice(14, 16))} 分`;
}

function localSeconds(i: Instant): number {
  const clock = Number(i.slice(11, 13)) * 3600 + Number(i.slice(14, 16)) * 60 + Number(i.slice(17, 19));
  return dayNumber(dayOf(i)) * DAY_SECONDS + clock;
}

function writable(local: number): boolean {
  return local >= FIRST_NUMBER * DAY_SECONDS && local < (LAST_NUMBER + 1) * DAY_SECONDS;
}

function write(local: number): Instant {
  const number = Math.floor(local / DAY_SECONDS);
  const clock = local - number * DAY_SECONDS;
  const hh = two(Math.floor(clock / 3600));
  const mm = two(Math.floor(clock / 60) % 60);
  return `${dayFromNumber(number)}T${hh}:${mm}:${two(clock % 60)}+08:00` as Instant;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

/** Later than anything that happens: what is asked then looks at no clock, and sees all there is in the file. */
export const endOfTime = '9999-12-31T23:59:59+08:00' as Instant;
