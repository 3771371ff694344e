export { arrangedYears, latestNotice } from './arranged-years.ts';
export { buildCalendar, type Calendar, type RegionalDay } from './calendar.ts';
export { calendarDifference, changedSpans, wholeSpan } from './calendar-difference.ts';
export type { CalendarDifference, DayChange, DaySpan } from './calendar-difference.ts';
export type { CalendarYear, DayKind, NamedDay } from './calendar-year.ts';
export { computeLimit } from './compute-limit.ts';
export {
  addDays,
  addMonths,
  addYears,
  type Day,
  day,
  dayFromNumber,
  dayNumber,
  daysBetween,
  formatDay,
  parseDay,
  type Weekday,
  weekday,
} from './day.ts';
export { elapsed } from './elapsed.ts';
export {
  addMinutes,
  dayOf,
  endOfDay,
  endOfTime,
  epochOf,
  formatInstant,
  type Instant,
  instant,
  instantFromEpoch,
  minutesBetween,
  parseInstant,
  startOfDay,
} from './instant.ts';
export { latestDayBefore, leavesWhole } from './latest-day-before.ts';
export type { LimitInput, LimitResult, PassedDay, Roll, Span, Suspension, Unit } from './limit.ts';
export { cycleLabels, cycles, periodAfter, periodNamed, periodOf } from './period.ts';
export type { Cycle, Period } from './period.ts';
export { FieldFault } from './raw-fields.ts';
export { readCalendarYear } from './read-calendar-year.ts';
export { readStatute } from './read-statute.ts';
export type { Statute } from './statute.ts';
export { watchedCalendar } from './watched-calendar.ts';
export type { WatchedCalendar } from './watched-calendar.ts';
