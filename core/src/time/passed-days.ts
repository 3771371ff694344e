import type { Calendar } from './calendar.ts';
import { type Day, dayFromNumber, dayNumber } from './day.ts';
import type { PassedDay } from './limit.ts';

/** Describes the days from `first` to `last`, both included, for the derivation on the page. */
export function describeDays(first: Day, last: Day, calendar: Calendar): PassedDay[] {
  const described: PassedDay[] = [];
  for (let n = dayNumber(first); n <= dayNumber(last); n++) {
    const day = dayFromNumber(n);
    described.push({ day, kind: calendar.kindOf(day), ...nameField(calendar.nameOf(day)) });
  }
  return described;
}

/** Absent names stay absent, so that results compare and serialise without `undefined`. */
export function nameField(name: string | undefined): { name?: string } {
  return name === undefined ? {} : { name };
}
