import type { Calendar } from './calendar.ts';
import { computeLimit } from './compute-limit.ts';
import type { Instant } from './instant.ts';
import type { Roll, Span } from './limit.ts';

/** Whether a limit from `from` is over at `at`: strictly after its lawful end, so the last second is still in time. */
export function elapsed(from: Instant, span: Span, roll: Roll, at: Instant, calendar: Calendar): boolean {
  return at > computeLimit({ from, span, roll, calendar }).lawfulDueAt;
}
