import type { Calendar } from './calendar.ts';
import { addMonths, type Day, dayFromNumber, dayNumber } from './day.ts';
import type { Span } from './limit.ts';
import type { Stretch } from './suspension.ts';

/** Where a run of days ends, and how many days of its unit were left out as suspended. */
export interface DayRun {
  end: Day;
  suspended: number;
}

/**
 * Runs `span` from the day after `base`. Months and years first find the corresponding day; every suspended day
 * up to the end then pushes the end by one, which may bring further suspended days inside: hence in order of time.
 */
export function runDays(base: Day, span: Span, pauses: readonly Stretch[], calendar: Calendar): DayRun {
  if (span.unit === 'workday') return runWorkdays(base, span.n, pauses, calendar);
  const start = dayNumber(base);
  let end = start + span.n;
  if (span.unit === 'month') end = dayNumber(addMonths(base, span.n));
  if (span.unit === 'year') end = dayNumber(addMonths(base, span.n * 12));
  let suspended = 0;
  for (const pause of pauses) {
    const first = Math.max(pause.first, start + 1);
    if (first > end) break;
    const days = Math.max(pause.last - first + 1, 0);
    end += days;
    suspended += days;
  }
  return { end: dayFromNumber(end), suspended };
}

function runWorkdays(base: Day, n: number, pauses: readonly Stretch[], calendar: Calendar): DayRun {
  if (n === 0) return { end: calendar.nextWorkday(base), suspended: 0 };
  const start = dayNumber(base);
  let suspended = 0;
  let end = calendar.nthWorkdayAfter(base, n);
  for (const pause of pauses) {
    const first = Math.max(pause.first, start + 1);
    if (first > dayNumber(end)) break;
    if (pause.last < first) continue;
    suspended += calendar.workdaysBetween(dayFromNumber(first - 1), dayFromNumber(pause.last));
    end = calendar.nthWorkdayAfter(base, n + suspended);
  }
  return { end, suspended };
}
