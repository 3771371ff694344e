import type { Calendar } from './calendar.ts';
import { addDays, addMonths, type Day } from './day.ts';
import type { Span } from './limit.ts';

/**
 * Backward limit: the last working day on which a notice still leaves `span` whole units between itself and the
 * event, neither day counted (处罚法第六十四条第二项). Where that day is a holiday the answer moves earlier, never
 * later: rolling must not shorten the party's time.
 * @throws RangeError when `span.n` is no positive integer.
 */
export function latestDayBefore(event: Day, span: Span, calendar: Calendar): Day {
  const latest = latestCalendarDay(event, span, calendar);
  return calendar.isWorkday(latest) ? latest : calendar.nthWorkdayBefore(latest, 1);
}

/**
 * Whether a notice of that day in fact left the whole time: a notice handed over on a holiday counts as well,
 * though no plan should rest on it.
 */
export function leavesWhole(notice: Day, event: Day, span: Span, calendar: Calendar): boolean {
  return notice <= latestCalendarDay(event, span, calendar);
}

function latestCalendarDay(event: Day, { n, unit }: Span, calendar: Calendar): Day {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`倒计期限须为正整数：${n} ${unit}`);
  const eve = addDays(event, -1);
  switch (unit) {
    case 'workday':
      return addDays(calendar.nthWorkdayBefore(event, n), -1);
    case 'day':
      return addDays(eve, -n);
    // The event has a day but no hour here, so it may begin at 00:00: hours are rounded up to whole days.
    case 'hour':
      return addDays(eve, -Math.ceil(n / 24));
    case 'minute':
      return addDays(eve, -Math.ceil(n / 1440));
    default:
      return latestByMonths(eve, unit === 'year' ? n * 12 : n);
  }
}

/** From 28 February back one month, 31 January still leaves the whole month: month ends are clamped going forward. */
function latestByMonths(eve: Day, months: number): Day {
  let latest = addMonths(eve, -months);
  for (let next = addDays(latest, 1); addMonths(next, months) <= eve; next = addDays(next, 1)) latest = next;
  return latest;
}
