import { addDays, day } from '@zhaozhang/core/time';
import type { Calendar, Day, Statute } from '@zhaozhang/core/time';
import type { CalendarView } from '../../contract/index.ts';

/** A year of the calendar day by day; undefined for a year it has no file of. */
export function calendarViewOf(
  year: number,
  calendar: Calendar,
  statute: Statute,
  today: Day,
): CalendarView | undefined {
  const arranged = calendar.years.find((one) => one.year === year);
  if (arranged === undefined) return undefined;
  const days = daysOf(year).map((one) => {
    const name = calendar.nameOf(one);
    return { day: one, kind: calendar.kindOf(one), ...(name === undefined ? {} : { name }) };
  });
  const count = (kind: string): number => days.filter((one) => one.kind === kind).length;
  const months = Array.from({ length: 12 }, (_, index) => {
    const mine = days.filter((one) => Number(one.day.slice(5, 7)) === index + 1);
    return {
      month: index + 1,
      workdays: mine.filter((one) => calendar.isWorkday(one.day)).length,
      days: mine,
    };
  });
  const edition = statute.editions.findLast((one) => one.since <= year);
  return {
    year,
    today,
    provisional: arranged.status === 'provisional',
    basis: `《${statute.title}》${edition === undefined ? '' : `${edition.article}（${edition.order}）`}`,
    notices: arranged.notices.map(({ number, title, issued }) => ({ number, title, issued })),
    counts: {
      days: days.length,
      workdays: count('workday') + count('makeup'),
      makeup: count('makeup'),
      weekend: count('weekend'),
      statutory: count('statutory'),
      bridge: count('bridge'),
    },
    months,
    years: calendar.years.map((one) => ({ year: one.year, provisional: one.status === 'provisional' })),
    offered: {
      title: titleFor(year, calendar),
      holidays: [...new Set(days.flatMap(({ name }) => name ?? []))],
    },
  };
}

/** Notices are titled alike year after year: who issues them is told by the last one, not by the program. */
function titleFor(year: number, calendar: Calendar): string {
  const last = calendar.years.findLast(({ notices }) => notices.length > 0);
  return last?.notices[0]?.title.replace(String(last.year), String(year)) ?? '';
}

function daysOf(year: number): readonly Day[] {
  const days: Day[] = [];
  for (let one = day(`${year}-01-01`); one <= `${year}-12-31`; one = addDays(one, 1)) days.push(one);
  return days;
}
