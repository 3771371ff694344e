import type { CalendarYear, DayKind, NamedDay } from './calendar-year.ts';
import { civilToNumber } from './civil.ts';
import { type Day, dayFromNumber, dayNumber, weekdayOfNumber } from './day.ts';
import { NO_STATUTE, type Statute, statutoryDays } from './statute.ts';
import { workdayTable } from './workday-table.ts';

/** A day a region arranges differently, e.g. a festival under 放假办法 article 4. */
export interface RegionalDay {
  day: Day;
  kind: 'statutory' | 'workday';
  name: string;
}

/**
 * Working days of one place. Every valid day from the first year on has an answer; a year nobody announced is
 * computed from statute and weekends and is `provisional`.
 */
export interface Calendar {
  kindOf(d: Day): DayKind;
  /** The holiday a day belongs to, also for make-up days. */
  nameOf(d: Day): string | undefined;
  isWorkday(d: Day): boolean;
  statusOf(d: Day): 'announced' | 'provisional';
  /** Working days in (after, upTo]; negative when `upTo` is the earlier. */
  workdaysBetween(after: Day, upTo: Day): number;
  /** The n-th working day after `d`, n from 1; `d` itself is not counted. */
  nthWorkdayAfter(d: Day, n: number): Day;
  /** The n-th working day before `d`, n from 1; `d` itself is not counted. */
  nthWorkdayBefore(d: Day, n: number): Day;
  /** `d` itself if it is a working day, else the first one after it. */
  nextWorkday(d: Day): Day;
  readonly years: readonly CalendarYear[];
}

/**
 * Builds the calendar once from year files, regional days and the statute (for years without a file).
 * @throws RangeError when no year is given or one is given twice. The calendar itself throws only for days before
 * its first year, for counts that are no positive integers, and past the year 9999.
 */
export function buildCalendar(
  years: readonly CalendarYear[],
  regional: readonly RegionalDay[] = [],
  statute: Statute = NO_STATUTE,
): Calendar {
  const sorted = [...years].sort((a, b) => a.year - b.year);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('日历至少要有一年');
  const byYear = new Map(sorted.map((y) => [y.year, y]));
  if (byYear.size < sorted.length) throw new RangeError('日历里有一年出现了两次');
  const origin = civilToNumber(first.year, 1, 1);

  const arranged: Arranged = new Map();
  for (const year of sorted) arrange(arranged, year);
  const special = new Map(regional.map((r) => [dayNumber(r.day), r]));
  const ready = new Set(byYear.keys());

  /** Puts in the statutory days of a year without a file, once and only when that year is asked about. */
  const prepare = (year: number): void => {
    if (ready.has(year)) return;
    ready.add(year);
    for (const s of statutoryDays(statute, year)) put(arranged, s, 'statutory');
  };

  const kindAt = (n: number): DayKind => {
    const restDay = weekdayOfNumber(n) >= 6;
    const local = special.get(n);
    if (local?.kind === 'statutory') return 'statutory';
    const found = local === undefined ? arranged.get(n)?.kind : undefined;
    if (found === 'statutory') return found;
    if (found === 'off') return restDay ? 'weekend' : 'bridge';
    if (found === 'work' || local !== undefined) return restDay ? 'makeup' : 'workday';
    return restDay ? 'weekend' : 'workday';
  };
  const isWorkday = (n: number): boolean => {
    const kind = kindAt(n);
    return kind === 'workday' || kind === 'makeup';
  };
  const table = workdayTable(first.year, last.year, { prepare, isWorkday });

  /** `slack` 1 lets a count start from the eve of the first day, since it looks only at days after it. */
  const within = (d: Day, slack = 0): number => {
    const n = dayNumber(d);
    if (!(n >= origin - slack)) {
      throw new RangeError(`${d} 不在工作日日历内：日历自 ${first.year} 年 1 月 1 日起`);
    }
    return n;
  };
  const asked = (d: Day): number => {
    const n = within(d);
    prepare(Number(d.slice(0, 4)));
    return n;
  };
  const counted = (n: number): number => {
    if (!Number.isInteger(n) || n < 1) throw new RangeError(`工作日数须为正整数：${n}`);
    return n;
  };

  return {
    years: sorted,
    kindOf: (d) => kindAt(asked(d)),
    nameOf: (d) => {
      const n = asked(d);
      return special.get(n)?.name ?? arranged.get(n)?.name;
    },
    isWorkday: (d) => isWorkday(asked(d)),
    statusOf: (d) => {
      within(d);
      return byYear.get(Number(d.slice(0, 4)))?.status ?? 'provisional';
    },
    workdaysBetween: (after, upTo) => table.countTo(within(upTo, 1)) - table.countTo(within(after, 1)),
    nthWorkdayAfter: (d, n) => dayFromNumber(table.kth(table.countTo(within(d, 1)) + counted(n))),
    nthWorkdayBefore: (d, n) => {
      const k = table.countTo(within(d) - 1) - counted(n) + 1;
      if (k < 1) throw new RangeError(`${d} 之前第 ${n} 个工作日早于日历首年 ${first.year} 年`);
      return dayFromNumber(table.kth(k));
    },
    nextWorkday: (d) => dayFromNumber(table.kth(table.countTo(within(d) - 1) + 1)),
  };
}

type Arranged = Map<number, { kind: 'statutory' | 'off' | 'work'; name: string }>;

/** Statutory days go in first and stay: a free stretch that spans another holiday does not rename it. */
function arrange(into: Arranged, year: CalendarYear): void {
  for (const w of year.work) put(into, w, 'work');
  for (const s of year.statutory) put(into, s, 'statutory');
  for (const o of year.off) if (into.get(dayNumber(o.day))?.kind !== 'statutory') put(into, o, 'off');
}

/** Two holidays on one day (国庆节 and 中秋节 in 2020) keep both names. */
function put(into: Arranged, { day, name }: NamedDay, kind: 'statutory' | 'off' | 'work'): void {
  const before = into.get(dayNumber(day))?.name;
  const both = before === undefined || before === name ? name : `${before}、${name}`;
  into.set(dayNumber(day), { kind, name: both });
}
