import type { LimitInput, LimitResult, Span } from './limit.ts';

/**
 * The second implementation: no day numbers, no tables, no merging. It turns leaves of a paper calendar one at a
 * time and looks each day up in the raw files, so that a slip in the arithmetic of the first cannot repeat here.
 */
export class PaperCalendar {
  readonly #off = new Set<string>();
  readonly #statutory = new Set<string>();
  readonly #work = new Set<string>();
  readonly #provisional = new Map<string, boolean>();
  readonly #statute: RawStatute;

  constructor(years: readonly unknown[], statute: unknown) {
    this.#statute = statute as RawStatute;
    for (const year of years as RawYear[]) {
      const y = String(year.year);
      this.#provisional.set(y, year.status === 'provisional');
      for (const h of year.holidays) {
        for (const d of leaves(y, h.off)) this.#off.add(d);
        for (const d of leaves(y, h.statutory)) this.#statutory.add(d);
        for (const d of leaves(y, h.work)) this.#work.add(d);
      }
    }
  }

  kind(d: string): string {
    const y = d.slice(0, 4);
    if (!this.#provisional.has(y)) {
      this.#provisional.set(y, true);
      const edition = this.#statute.editions.findLast((e) => e.since <= Number(y));
      for (const f of edition?.fixed ?? []) for (const leaf of leaves(y, f.on)) this.#statutory.add(leaf);
      for (const m of this.#statute.movable.filter((x) => String(x.year) === y)) {
        for (const f of m.days) for (const leaf of leaves(y, f.on)) this.#statutory.add(leaf);
      }
    }
    if (this.#statutory.has(d)) return 'statutory';
    if (this.#work.has(d)) return 'makeup';
    const rest = weekdayByCounting(d) > 5;
    if (rest) return 'weekend';
    return this.#off.has(d) ? 'bridge' : 'workday';
  }

  works(d: string): boolean {
    return ['workday', 'makeup'].includes(this.kind(d));
  }

  provisional(d: string): boolean {
    this.kind(d);
    return this.#provisional.get(d.slice(0, 4)) ?? true;
  }
}

interface RawYear {
  year: number;
  status: string;
  holidays: { off?: RawDays; statutory?: RawDays; work?: RawDays }[];
}
interface RawStatute {
  editions: { since: number; fixed: { on: string }[] }[];
  movable: { year: number; days: { on: string }[] }[];
}
type RawDays = string | string[];

function leaves(year: string, value: RawDays | undefined): string[] {
  return [value ?? []].flat().flatMap((text) => {
    const [first, last] = text.split('..');
    const out = [`${year}-${first}`];
    let leaf = `${year}-${first}`;
    while (leaf < `${year}-${last ?? first}`) {
      leaf = tomorrow(leaf);
      out.push(leaf);
    }
    return out;
  });
}

const lengths: Record<string, number> = { '04': 30, '06': 30, '09': 30, '11': 30 };

function lengthOf(yearAndMonth: string): number {
  const [y, m] = yearAndMonth.split('-');
  if (m !== '02') return lengths[m ?? ''] ?? 31;
  const year = Number(y);
  if (year % 400 === 0) return 29;
  if (year % 100 === 0) return 28;
  return year % 4 === 0 ? 29 : 28;
}

function pad(n: number): string {
  return n < 10 ? `0${n}` : `${n}`;
}

const turned = new Map<string, string>();

/** The next leaf of the calendar; leaves already turned are remembered only for speed. */
function tomorrow(d: string): string {
  const known = turned.get(d);
  if (known !== undefined) return known;
  const next = turn(d);
  turned.set(d, next);
  return next;
}

function turn(d: string): string {
  const date = Number(d.slice(8));
  if (date < lengthOf(d.slice(0, 7))) return `${d.slice(0, 8)}${pad(date + 1)}`;
  const month = Number(d.slice(5, 7));
  if (month < 12) return `${d.slice(0, 5)}${pad(month + 1)}-01`;
  return `${Number(d.slice(0, 4)) + 1}-01-01`;
}

// 2017-01-01 was a Sunday; every later weekday follows by turning leaves.
const counted = new Map<string, number>([['2017-01-01', 7]]);
let lastCounted = '2017-01-01';
function weekdayByCounting(d: string): number {
  while (lastCounted < d) {
    const next = tomorrow(lastCounted);
    counted.set(next, ((counted.get(lastCounted) ?? 0) % 7) + 1);
    lastCounted = next;
  }
  return counted.get(d) ?? 0;
}

function monthsOn(d: string, months: number): string {
  let [y, m] = [Number(d.slice(0, 4)), Number(d.slice(5, 7))];
  for (let i = 0; i < months; i++) {
    m += 1;
    if (m > 12) [y, m] = [y + 1, 1];
  }
  const month = `${y}-${pad(m)}`;
  return `${month}-${pad(Math.min(Number(d.slice(8)), lengthOf(month)))}`;
}

function minuteAfter(t: string): string {
  const [h, m] = [Number(t.slice(11, 13)), Number(t.slice(14, 16))];
  const rest = t.slice(16);
  if (m < 59) return `${t.slice(0, 14)}${pad(m + 1)}${rest}`;
  if (h < 23) return `${t.slice(0, 11)}${pad(h + 1)}:00${rest}`;
  return `${tomorrow(t.slice(0, 10))}T00:00${rest}`;
}

/** The result fields both implementations must agree on. */
export type PaperResult = Pick<LimitResult, 'suspendedDays' | 'open' | 'provisional'> & {
  dates: Record<'nominal' | 'due' | 'lawfulDue' | 'dueAt' | 'lawfulDueAt' | 'firstDay', string>;
  passed: Record<'skipped' | 'makeupCounted' | 'rolledOver', string[]>;
};

/** Counts a limit by turning leaves. Moments must lie on full minutes. */
export function countLimit(input: Omit<LimitInput, 'calendar'>, paper: PaperCalendar): PaperResult {
  const { from, span, roll } = input;
  const pauses = input.suspensions ?? [];
  const standsStill = (d: string): boolean =>
    pauses.some((p) => {
      const [a, b] = [p.from as string, (p.to ?? p.from) as string];
      if (roll !== 'restraint') return a.slice(0, 10) <= d && d <= b.slice(0, 10);
      return p.to !== undefined && a <= `${d}T00:00:00+08:00` && b >= `${d}T23:59:59+08:00`;
    });
  const clockStands = (t: string): boolean => pauses.some((p) => p.from <= t && t < (p.to ?? p.from));
  const skipped: string[] = [];
  const makeupCounted: string[] = [];
  const touched = new Set<string>();
  let suspendedDays = 0;
  let provisional = false;
  let at: string = from;
  const legs: Span[] = [span, ...(input.extensions ?? [])];
  for (const leg of legs) {
    if (leg.unit === 'minute' || leg.unit === 'hour') {
      let left = leg.unit === 'hour' ? leg.n * 60 : leg.n;
      if (leg === span && leg.unit === 'hour' && input.hourStart === 'next-hour') {
        do at = minuteAfter(at);
        while (at.slice(14, 16) !== '00');
      }
      touched.clear();
      while (left > 0) {
        if (clockStands(at)) touched.add(at.slice(0, 10));
        else left -= 1;
        at = minuteAfter(at);
      }
      suspendedDays += touched.size;
      continue;
    }
    let d = at.slice(0, 10);
    if (leg.unit === 'workday') {
      let left = leg.n;
      // 当日: the day itself is looked at too, and one working day is sought.
      if (leg.n === 0) left = 1;
      else d = tomorrow(d);
      for (; ; d = tomorrow(d)) {
        provisional ||= paper.provisional(d);
        if (!paper.works(d)) skipped.push(d);
        else if (leg.n > 0 && standsStill(d)) suspendedDays += 1;
        else {
          left -= 1;
          if (paper.kind(d) === 'makeup') makeupCounted.push(d);
        }
        if (left === 0) break;
      }
    } else {
      let left = leg.n;
      if (leg.unit !== 'day') {
        const corresponding = monthsOn(d, leg.unit === 'year' ? leg.n * 12 : leg.n);
        left = 0;
        for (let x = d; x < corresponding; x = tomorrow(x)) left += 1;
      }
      while (left > 0) {
        d = tomorrow(d);
        if (standsStill(d)) suspendedDays += 1;
        else left -= 1;
      }
    }
    at = `${d}T23:59:59+08:00`;
  }
  const nominal = at.slice(0, 10);
  const lastUnit = legs.at(-1)?.unit;
  const rolls = roll !== 'restraint' && lastUnit !== 'hour' && lastUnit !== 'minute';
  const rolledOver: string[] = [];
  let rolled = nominal;
  if (rolls) {
    provisional ||= paper.provisional(rolled);
    if (!paper.works(rolled)) {
      while (!paper.works(rolled) || standsStill(rolled)) {
        rolledOver.push(rolled);
        rolled = tomorrow(rolled);
        provisional ||= paper.provisional(rolled);
      }
    }
    if (paper.kind(rolled) === 'makeup' && !makeupCounted.includes(rolled)) makeupCounted.push(rolled);
  }
  const lawfulDueAt = rolled === nominal ? at : `${rolled}T23:59:59+08:00`;
  const dueAt = roll === 'party' ? lawfulDueAt : at;
  const sameDay = span.n === 0 || span.unit === 'hour' || span.unit === 'minute';
  const start = from.slice(0, 10);
  return {
    dates: {
      firstDay: sameDay ? start : tomorrow(start),
      nominal,
      due: dueAt.slice(0, 10),
      lawfulDue: rolled,
      dueAt,
      lawfulDueAt,
    },
    passed: { skipped, makeupCounted, rolledOver },
    suspendedDays,
    open: pauses.some((p) => p.to === undefined && p.from <= lawfulDueAt),
    provisional,
  };
}
