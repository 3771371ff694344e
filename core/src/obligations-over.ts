import type { AgencyState } from './authority/state.ts';
import type { CaseState } from './case/state.ts';
import { obligations } from './obligations.ts';
import type { Obligation } from './obligations.ts';
import type { Law } from './rules/law.ts';
import { watchedCalendar } from './time/index.ts';
import type { DaySpan, WatchedCalendar } from './time/index.ts';

/** A law is opened once and serves every case: so is the watch over its calendar, with what was described of its days. */
const watched = new WeakMap<Law, { readonly law: Law; readonly watch: WatchedCalendar }>();

/**
 * Everything owed in a case, or by an agency, with the days of the calendar it rests on. As long as none of these days changes, the rows
 * are the same under another calendar; absent = they rest on no day at all.
 */
export function obligationsOver(
  state: CaseState | AgencyState,
  law: Law,
): { readonly rows: readonly Obligation[]; readonly looked: DaySpan | undefined } {
  let known = watched.get(law);
  if (known === undefined) {
    const watch = watchedCalendar(law.calendar);
    known = { law: { ...law, calendar: watch.calendar }, watch };
    watched.set(law, known);
  }
  // What was looked at by a computation that threw half-way is no business of this one.
  known.watch.looked();
  const rows = obligations(state, known.law);
  return { rows, looked: known.watch.looked() };
}
