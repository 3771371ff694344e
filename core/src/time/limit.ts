import type { Calendar } from './calendar.ts';
import type { DayKind } from './calendar-year.ts';
import type { Day } from './day.ts';
import type { Instant } from './instant.ts';

/** How a limit counts. Always written in the rule; the clause that fixes it is the rule's `unitBasis`. */
export type Unit = 'minute' | 'hour' | 'day' | 'workday' | 'month' | 'year';

/**
 * What a last day on a holiday does. `party`: only the rolled day is shown · `agency`: warned by the nominal day,
 * late from the day after the rolled one · `restraint` (sealing, impoundment, freezing): never rolled.
 */
export type Roll = 'party' | 'agency' | 'restraint';

/** So many units; `n` a whole number, 0 meaning 当日. */
export interface Span {
  n: number;
  unit: Unit;
}

/** A stretch that does not run against the limit; without `to` it still lasts. */
export interface Suspension {
  from: Instant;
  to?: Instant;
  label: string;
}

export interface LimitInput {
  from: Instant;
  span: Span;
  roll: Roll;
  /** Each continues from the nominal end before it; rolling happens once, at the very end. */
  extensions?: readonly Span[];
  suspensions?: readonly Suspension[];
  calendar: Calendar;
  /**
   * Hours only. `moment` (default): the clock runs from the act itself (行政强制法第十九条). `next-hour`: the hour
   * begun is not counted (民事诉讼法第八十五条第二款).
   */
  hourStart?: 'moment' | 'next-hour';
}

/** A day passed over, with the reason. */
export interface PassedDay {
  day: Day;
  kind: DayKind;
  name?: string;
}

export interface LimitResult {
  from: Instant;
  /** 起算日: the day after the start; for hours and minutes the day the clock starts. */
  firstDay: Day;
  /** The last day before any rolling, extensions and suspensions included. */
  nominal: Day;
  due: Day;
  lawfulDue: Day;
  /** For days: 23:59:59 of the day; for hours and minutes the very second. */
  dueAt: Instant;
  lawfulDueAt: Instant;
  /** Days off that a working-day limit did not count. */
  skipped: PassedDay[];
  /** Saturdays and Sundays counted because they were worked, or kept as last day for that reason. */
  makeupCounted: { day: Day; name?: string }[];
  /** Days from the nominal day up to the rolled one, that one excluded. */
  rolledOver: PassedDay[];
  /** Days (working days for a working-day limit) that did not count because the limit was suspended. */
  suspendedDays: number;
  /** A suspension still runs inside the limit: the days shown are then the earliest possible ones. */
  open: boolean;
  /** A day the calendar was asked about lies in a year without notice. */
  provisional: boolean;
  extended: Span[];
}
