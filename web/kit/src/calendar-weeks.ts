import { addDays, type Day, dayNumber, dayOf, parseDay, parseInstant, weekday } from '@zhaozhang/core/time';

/** One reading of a limit, as far as its days are to be drawn. Days as `YYYY-MM-DD`. */
export interface CountedReading {
  readonly from: string;
  readonly unit: string;
  readonly firstDay: string;
  readonly due: string;
  readonly lawfulDue: string;
  readonly skipped: readonly PassedDay[];
  readonly makeupCounted: readonly { readonly day: string; readonly name?: string | undefined }[];
  readonly rolledOver: readonly PassedDay[];
}

interface PassedDay {
  readonly day: string;
  readonly kind: string;
  readonly name?: string | undefined;
}

/** What a day is for the limit: the word stands in its cell, so that colour is never the only sign. */
export type Mark = 'start' | 'counted' | 'off' | 'makeup' | 'due' | 'lawful' | 'rolled' | 'outside';

export interface Cell {
  readonly day: string;
  readonly dayOfMonth: number;
  readonly mark: Mark;
  readonly name?: string;
}

/** A week from Monday, or a number of weeks left out in the middle of a long limit. */
export type Week = { readonly month: string; readonly cells: readonly Cell[] } | { readonly omitted: number };

const SHOWN_WEEKS = 8;
const KEPT = 3;

/** The weeks from the start to the last lawful day. Limits in hours, and days that cannot be read, give none. */
export function weeksOf(reading: CountedReading): readonly Week[] {
  const start = startOf(reading.from);
  const end = startOf(reading.lawfulDue);
  if (start === undefined || end === undefined || end < start) return [];
  if (reading.unit === 'hour' || reading.unit === 'minute') return [];
  const monday = addDays(start, 1 - weekday(start));
  const total = Math.floor((dayNumber(end) - dayNumber(monday)) / 7) + 1;
  const numbers = Array.from({ length: total }, (_, index) => index);
  const week = (index: number): Week => weekFrom(addDays(monday, index * 7), reading, start, end);
  if (total <= SHOWN_WEEKS) return numbers.map(week);
  return [
    ...numbers.slice(0, KEPT).map(week),
    { omitted: total - 2 * KEPT },
    ...numbers.slice(-KEPT).map(week),
  ];
}

function startOf(from: string): Day | undefined {
  const moment = parseInstant(from);
  return moment === undefined ? parseDay(from) : dayOf(moment);
}

function weekFrom(monday: Day, reading: CountedReading, start: Day, end: Day): Week {
  const cells = Array.from({ length: 7 }, (_, index) => cellOf(addDays(monday, index), reading, start, end));
  const first = cells.find((cell) => cell.mark !== 'outside') ?? cells[0];
  return { month: `${Number(first?.day.slice(5, 7))} 月`, cells };
}

function cellOf(day: Day, reading: CountedReading, start: Day, end: Day): Cell {
  const off = reading.skipped.find((one) => one.day === day);
  const rolled = reading.rolledOver.find((one) => one.day === day);
  const makeup = reading.makeupCounted.find((one) => one.day === day);
  const name = (off ?? rolled ?? makeup)?.name;
  const mark = ((): Mark => {
    if (day < start || day > end) return 'outside';
    if (day === reading.due.slice(0, 10)) return 'due';
    if (day === end) return 'lawful';
    if (day === start) return 'start';
    if (rolled !== undefined) return 'rolled';
    if (off !== undefined) return 'off';
    if (makeup !== undefined) return 'makeup';
    return 'counted';
  })();
  return { day, dayOfMonth: Number(day.slice(8, 10)), mark, ...(name === undefined ? {} : { name }) };
}
