import type { Calendar } from './calendar.ts';
import { type Day, dayFromNumber, dayNumber } from './day.ts';
import type { PassedDay } from './limit.ts';

/**
 * A calendar never changes its mind about a day, and every derivation of every case passes over the same few hundred
 * days: each is described once. Kept with the calendar it is of, and gone with it.
 */
const described = new WeakMap<Calendar, Map<number, PassedDay>>();

/** Describes the days from `first` to `last`, both included, for the derivation on the page. */
export function describeDays(first: Day, last: Day, calendar: Calendar): PassedDay[] {
  let known = described.get(calendar);
  if (known === undefined) {
    known = new Map();
    described.set(calendar, known);
  }
  const end = dayNumber(last);
  const days: PassedDay[] = [];
  for (let n = dayNumber(first); n <= end; n++) {
    let one = known.get(n);
    if (one === undefined) {
      const day = dayFromNumber(n);
      one = Object.freeze({ day, kind: calendar.kindOf(day), ...nameField(calendar.nameOf(day)) });
      known.set(n, one);
    }
    days.push(one);
  }
  return days;
}

/** Absent names stay absent, so that results compare and serialise without `undefined`. */
export function nameField(name: string | undefined): { name?: string } {
  return name === undefined ? {} : { name };
}
