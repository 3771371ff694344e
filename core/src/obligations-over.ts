import type { AgencyState } from './authority/state.ts';
import type { CaseState } from './case/state.ts';
import { obligations } from './obligations.ts';
import type { Obligation } from './obligations.ts';
import type { Law } from './rules/law.ts';
import { watchedCalendar } from './time/index.ts';
import type { DaySpan } from './time/index.ts';

/** What is owed, and on what it rests. */
export interface OwedOver {
  readonly rows: readonly Obligation[];
  /** The days of the calendar it rests on; absent = on no day at all. */
  readonly looked: DaySpan | undefined;
  /** Does any of it rest on one of the days asked about? */
  readonly touched: boolean;
}

/**
 * Everything owed in a case, or by an agency, under one law: opened once, it serves every case, with what was described of
 * its days.
 *
 * @param changed days of which another calendar says something else. What rests on none of them is the same under that
 *   calendar, without being computed by it
 */
export function obligationsUnder(
  law: Law,
  changed: readonly DaySpan[] = [],
): (state: CaseState | AgencyState) => OwedOver {
  const watch = watchedCalendar(law.calendar, changed);
  const watched = { ...law, calendar: watch.calendar };
  return (state) => {
    // What was looked at by a computation that threw half-way is no business of this one.
    watch.begin();
    const rows = obligations(state, watched);
    return { rows, looked: watch.looked(), touched: watch.touched() };
  };
}

const opened = new WeakMap<Law, ReturnType<typeof obligationsUnder>>();

/**
 * Everything owed in a case, or by an agency, with the days of the calendar it rests on. As long as none of these days changes, the rows
 * are the same under another calendar.
 */
export function obligationsOver(state: CaseState | AgencyState, law: Law): OwedOver {
  let under = opened.get(law);
  if (under === undefined) {
    under = obligationsUnder(law);
    opened.set(law, under);
  }
  return under(state);
}
