import { epochOf, type Instant, instantFromEpoch } from './instant.ts';
import type { Span } from './limit.ts';
import type { Stretch } from './suspension.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * Runs hours or minutes from a moment, leaving out suspended time to the second. Holidays do not matter here:
 * 24 hours are 24 hours (行政强制法第十九条). `touched` counts the calendar days on which the clock stood still.
 */
export function runClock(
  base: Instant,
  span: Span,
  pauses: readonly Stretch[],
): { end: Instant; touched: number } {
  const start = epochOf(base);
  let end = start + span.n * (span.unit === 'hour' ? HOUR : MINUTE);
  const days = new Set<string>();
  for (const pause of pauses) {
    const first = Math.max(pause.first, start);
    if (first >= end || pause.last <= first) continue;
    end += pause.last - first;
    for (let t = first; t < pause.last; t += 24 * HOUR) days.add(instantFromEpoch(t).slice(0, 10));
    days.add(instantFromEpoch(pause.last - 1).slice(0, 10));
  }
  return { end: instantFromEpoch(end), touched: days.size };
}

/** The next full hour: an hour begun, even on the dot, is not counted. */
export function nextHour(i: Instant): Instant {
  return instantFromEpoch((Math.floor(epochOf(i) / HOUR) + 1) * HOUR);
}
