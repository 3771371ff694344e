import type { Calendar } from './calendar.ts';
import type { DaySpan } from './calendar-difference.ts';
import type { Day } from './day.ts';

/** A calendar that notes on which days its answers rested. */
export interface WatchedCalendar {
  readonly calendar: Calendar;
  /** From the first day looked at since the last call to the last; absent when none was. */
  looked(): DaySpan | undefined;
}

/**
 * Watches a calendar. What is computed with it is the same as long as no day looked at changes: this is how one knows,
 * without knowing the rules, which cases a new notice can touch. Everything between the first and the last day is taken
 * to have been looked at.
 */
export function watchedCalendar(calendar: Calendar): WatchedCalendar {
  let [first, last]: (Day | undefined)[] = [];
  const note = (from: Day, to: Day): void => {
    if (first === undefined || from < first) first = from;
    if (last === undefined || to > last) last = to;
  };
  const seen = <T>(on: Day, answer: T): T => {
    note(on, on);
    return answer;
  };
  /** From the day asked about to the day answered, whichever is the earlier. */
  const reached = (asked: Day, found: Day): Day => {
    if (asked <= found) note(asked, found);
    else note(found, asked);
    return found;
  };
  return {
    calendar: {
      years: calendar.years,
      kindOf: (d) => seen(d, calendar.kindOf(d)),
      nameOf: (d) => seen(d, calendar.nameOf(d)),
      isWorkday: (d) => seen(d, calendar.isWorkday(d)),
      statusOf: (d) => seen(d, calendar.statusOf(d)),
      workdaysBetween: (after, upTo) => {
        reached(after, upTo);
        return calendar.workdaysBetween(after, upTo);
      },
      nthWorkdayAfter: (d, n) => reached(d, calendar.nthWorkdayAfter(d, n)),
      nthWorkdayBefore: (d, n) => reached(d, calendar.nthWorkdayBefore(d, n)),
      nextWorkday: (d) => reached(d, calendar.nextWorkday(d)),
    },
    looked: () => {
      const span = first === undefined || last === undefined ? undefined : { first, last };
      [first, last] = [undefined, undefined];
      return span;
    },
  };
}
