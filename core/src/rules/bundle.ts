import { buildCalendar } from '../time/index.ts';
import type { Calendar, CalendarYear, Instant, Statute } from '../time/index.ts';
import type { Law } from './law.ts';
import type { Primitive } from './primitive.ts';

/** The law of an agency as stored text: everything `Law` holds, as plain JSON. Its digest is named by every event. */
export interface LawBundle
  extends Omit<Law, 'gates' | 'needs' | 'duties' | 'tables' | 'calendar' | 'earlierCalendars' | 'digest'> {
  readonly rules: readonly Primitive[];
  readonly calendarYears: readonly CalendarYear[];
  readonly statute: Statute;
  /** What stood before each year entered by hand; left out while none is, so that such a bundle keeps its digest. */
  readonly replacedYears?: readonly ReplacedYear[];
}

/** A year as it stood until a moment; without arrangement it was computed from the statute. */
export interface ReplacedYear {
  readonly year: number;
  readonly until: Instant;
  readonly arrangement?: CalendarYear;
}

/** Opens a stored bundle for use. Sorting the rules by kind is done once here, not at each act. */
export function openLaw(bundle: LawBundle, digest: string): Law {
  const { rules, calendarYears, statute, replacedYears = [], ...rest } = bundle;
  return {
    ...rest,
    digest,
    gates: rules.filter((rule) => rule.primitive === 'gate'),
    needs: rules.filter((rule) => rule.primitive === 'need'),
    duties: rules.filter((rule) => rule.primitive === 'duty'),
    tables: rules.filter((rule) => rule.primitive === 'table'),
    calendar: buildCalendar(calendarYears, [], statute),
    ...(replacedYears.length === 0
      ? {}
      : { earlierCalendars: earlierCalendars(calendarYears, replacedYears, statute) }),
  };
}

/** One calendar for each moment at which a year was replaced: all years as they stood just before it. */
function earlierCalendars(
  years: readonly CalendarYear[],
  replaced: readonly ReplacedYear[],
  statute: Statute,
): readonly { readonly calendar: Calendar; readonly until: Instant }[] {
  const moments = [...new Set(replaced.map((one) => one.until))].sort();
  return moments.map((until) => {
    const stood = new Map<number, CalendarYear | undefined>(years.map((year) => [year.year, year]));
    // The latest replacement first: what remains is the earliest one at or after the moment.
    for (const one of [...replaced].sort((a, b) => (a.until < b.until ? 1 : -1)))
      if (one.until >= until) stood.set(one.year, one.arrangement);
    const known = [...stood.values()].filter((year) => year !== undefined);
    return { calendar: buildCalendar(known, [], statute), until };
  });
}
