import type { Obligation } from './obligations.ts';
import type { Instant } from './time/index.ts';

export type Status = 'later' | 'open' | 'soon' | 'late' | 'met' | 'met-late' | 'ended';

/** How an obligation stands at a moment: one comparison with its own dates, the same in SQL. */
export function status(
  obligation: Pick<Obligation, 'from' | 'remind' | 'lawfulDue' | 'met' | 'lapses' | 'suspended'>,
  now: Instant,
): Status {
  if (obligation.met !== undefined) return obligation.met > obligation.lawfulDue ? 'met-late' : 'met';
  // A limit that stands still has no last day yet: the dates are the earliest possible, not a day missed.
  if (obligation.suspended) return 'open';
  if (now > obligation.lawfulDue) return obligation.lapses ? 'ended' : 'late';
  if (now < obligation.from) return 'later';
  return now >= obligation.remind ? 'soon' : 'open';
}
