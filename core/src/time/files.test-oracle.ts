import type { Calendar } from './calendar.ts';
import { buildCalendar, readCalendarYear, readStatute } from './index.ts';

/** The parsed calendar files, as plain values that also travel into a child process. */
export interface CalendarFiles {
  years: unknown[];
  statute: unknown;
}

/** Builds the calendar from parsed files, as the law room does. */
export function calendarOf(files: CalendarFiles): Calendar {
  return buildCalendar(files.years.map(readCalendarYear), [], readStatute(files.statute));
}
