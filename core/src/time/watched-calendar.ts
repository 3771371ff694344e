import type { Calendar } from './calendar.ts';
import type { DaySpan } from './calendar-difference.ts';
import type { Day } from './day.ts';

/** A calendar that notes on which days its answers rested. */
export interface WatchedCalendar {
  readonly calendar: Calendar;
  /** Begins anew: what was looked at before is forgotten. */
  begin(): void;
  /** From the first day looked at since the beginning to the last; absent when none was. */
  looked(): DaySpan | undefined;
  /** Has any answer since the beginning rested on one of the days watched for? */
  touched(): boolean;
}

/**
 * Watches a calendar. What is computed with it is the same as long as no day looked at changes: this is how one knows,
 * without knowing the rules, which cases a new notice can touch. Of each answer all days between the one asked about and
 * the one answered are taken to have been looked at.
 *
 * @param changed stretches of days of which another calendar says something else: where no answer rested on one of
 *   them, that calendar would have given the very same answers
 */
export function watchedCalendar(calendar: Calendar, changed: readonly DaySpan[] = []): WatchedCalendar {
  let [first, last]: (Day | undefined)[] = [];
  let touched = false;
  const note = (from: Day, to: Day): void => {
    if (first === undefined || from < first) first = from;
    if (last === undefined || to > last) last = to;
    touched ||= changed.some((span) => from <= span.last && to >= span.first);
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
    begin: () => {
      [first, last, touched] = [undefined, undefined, false];
    },
    looked: () => (first === undefined || last === undefined ? undefined : { first, last }),
    touched: () => touched,
  };
}
