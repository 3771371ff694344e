import type { Calendar } from './calendar.ts';
import type { DayKind } from './calendar-year.ts';
import { addDays, day, type Day } from './day.ts';
import { nameField } from './passed-days.ts';

/** Days from the first to the last, both included. */
export interface DaySpan {
  readonly first: Day;
  readonly last: Day;
}

export interface DayChange {
  readonly day: Day;
  readonly before: { readonly kind: DayKind; readonly name?: string };
  readonly after: { readonly kind: DayKind; readonly name?: string };
}

export interface CalendarDifference {
  /** Days that change their kind or the holiday they belong to. */
  readonly days: readonly DayChange[];
  /** Years that become announced, or provisional again: what is said of a limit through them changes, whatever its day. */
  readonly years: readonly number[];
  /** From the first day of which any answer changes to the last; absent when none does. */
  readonly span?: DaySpan;
}

/** Every day there is: what to look at when nobody knows what has changed. */
export const wholeSpan: DaySpan = { first: '0001-01-01' as Day, last: '9999-12-31' as Day };

/** Years without arrangement follow the statute; a new one would show in the years after the last. */
const YEARS_BEYOND = 10;

/** Where two calendars answer differently. Both begin with the same year, or the earlier years are left out. */
export function calendarDifference(before: Calendar, after: Calendar): CalendarDifference {
  const years = [...before.years, ...after.years].map((one) => one.year);
  const first = Math.max(before.years[0]?.year ?? 0, after.years[0]?.year ?? 0);
  const last = Math.max(...years) + YEARS_BEYOND;
  const days: DayChange[] = [];
  const told: number[] = [];
  let [begin, end]: (Day | undefined)[] = [];
  const reach = (from: Day, to: Day): void => {
    begin ??= from;
    end = to;
  };
  for (let year = first; year <= last; year++) {
    const [newYear, eve] = [day(`${year}-01-01`), day(`${year}-12-31`)];
    const changes = changesIn(newYear, eve, before, after);
    days.push(...changes);
    if (before.statusOf(newYear) !== after.statusOf(newYear)) {
      told.push(year);
      reach(newYear, eve);
    } else if (changes[0] !== undefined) reach(changes[0].day, changes.at(-1)?.day ?? eve);
  }
  return {
    days,
    years: told,
    ...(begin === undefined || end === undefined ? {} : { span: { first: begin, last: end } }),
  };
}

/** The stretches of days of which any answer changes: those of a year newly announced as a whole. */
export function changedSpans({ days, years }: CalendarDifference): readonly DaySpan[] {
  return [
    ...days.map((one) => ({ first: one.day, last: one.day })),
    ...years.map((year) => ({ first: day(`${year}-01-01`), last: day(`${year}-12-31`) })),
  ];
}

function changesIn(first: Day, last: Day, before: Calendar, after: Calendar): readonly DayChange[] {
  const found: DayChange[] = [];
  for (let one = first; one <= last; one = addDays(one, 1)) {
    const [was, is] = [before, after].map((calendar) => ({
      kind: calendar.kindOf(one),
      ...nameField(calendar.nameOf(one)),
    }));
    if (was !== undefined && is !== undefined && (was.kind !== is.kind || was.name !== is.name))
      found.push({ day: one, before: was, after: is });
  }
  return found;
}
