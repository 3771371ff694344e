import { buildCalendar } from '../time/index.ts';
import type { CalendarYear, Statute } from '../time/index.ts';
import type { Law } from './law.ts';
import type { Primitive } from './primitive.ts';

/** The law of an agency as stored text: everything `Law` holds, as plain JSON. Its digest is named by every event. */
export interface LawBundle
  extends Omit<Law, 'gates' | 'needs' | 'duties' | 'tables' | 'calendar' | 'digest'> {
  readonly rules: readonly Primitive[];
  readonly calendarYears: readonly CalendarYear[];
  readonly statute: Statute;
}

/** Opens a stored bundle for use. Sorting the rules by kind is done once here, not at each act. */
export function openLaw(bundle: LawBundle, digest: string): Law {
  const { rules, calendarYears, statute, ...rest } = bundle;
  return {
    ...rest,
    digest,
    gates: rules.filter((rule) => rule.primitive === 'gate'),
    needs: rules.filter((rule) => rule.primitive === 'need'),
    duties: rules.filter((rule) => rule.primitive === 'duty'),
    tables: rules.filter((rule) => rule.primitive === 'table'),
    calendar: buildCalendar(calendarYears, [], statute),
  };
}
