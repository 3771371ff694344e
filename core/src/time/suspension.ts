import { dayNumber } from './day.ts';
import { dayOf, endOfDay, epochOf, startOfDay } from './instant.ts';
import type { Roll, Suspension } from './limit.ts';

/** An inclusive stretch of integers: day numbers, or seconds. */
export interface Stretch {
  first: number;
  last: number;
}

/**
 * The days that do not count, merged and in order. Against a party or the agency every day touched is left out,
 * both ends included. A restraint may only be lengthened by whole days: a day begun or ended in the middle counts.
 * A suspension that still lasts gives only what is already certain: the day it began (nothing for a restraint).
 */
export function suspendedDayStretches(suspensions: readonly Suspension[], roll: Roll): Stretch[] {
  return merge(
    suspensions.map(({ from, to }) => {
      const begun = dayNumber(dayOf(from));
      if (roll !== 'restraint')
        return { first: begun, last: to === undefined ? begun : dayNumber(dayOf(to)) };
      const first = from === startOfDay(dayOf(from)) ? begun : begun + 1;
      if (to === undefined) return { first, last: first - 1 };
      const ended = dayNumber(dayOf(to));
      return { first, last: to === endOfDay(dayOf(to)) ? ended : ended - 1 };
    }),
  );
}

/** The same for limits in hours and minutes: exact milliseconds, `last` being the moment the clock runs again. */
export function suspendedMoments(suspensions: readonly Suspension[]): Stretch[] {
  return merge(suspensions.map(({ from, to }) => ({ first: epochOf(from), last: epochOf(to ?? from) })));
}

/** @throws RangeError when a suspension ends before it begins. */
export function refuseReversed(suspensions: readonly Suspension[]): void {
  const bad = suspensions.find((s) => s.to !== undefined && s.to < s.from);
  if (bad !== undefined)
    throw new RangeError(`停表段「${bad.label}」的止时早于起时：${bad.from} 至 ${bad.to}`);
}

function merge(stretches: readonly Stretch[]): Stretch[] {
  if (stretches.length === 0) return [];
  const merged: Stretch[] = [];
  for (const s of stretches.filter((x) => x.last >= x.first).sort((a, b) => a.first - b.first)) {
    const previous = merged.at(-1);
    if (previous !== undefined && s.first <= previous.last) previous.last = Math.max(previous.last, s.last);
    else merged.push({ ...s });
  }
  return merged;
}
