import type { Day } from './day.ts';

/**
 * What a day is. `workday` an ordinary Monday to Friday · `weekend` an ordinary or holiday Saturday or Sunday ·
 * `makeup` a Saturday or Sunday made a working day · `statutory` a holiday fixed by 放假办法 article 2 ·
 * `bridge` a weekday the notice makes free though no statute does.
 */
export type DayKind = 'workday' | 'weekend' | 'makeup' | 'statutory' | 'bridge';

/** A day with the holiday it belongs to. */
export interface NamedDay {
  day: Day;
  name: string;
}

/** One year's arrangement. `off` holds every day the notice frees, statutory ones included where it names them. */
export interface CalendarYear {
  year: number;
  /** `provisional` until the State Council notice of that year is entered. */
  status: 'announced' | 'provisional';
  notices: { number: string; title: string; issued: Day }[];
  statutory: NamedDay[];
  off: NamedDay[];
  work: NamedDay[];
}
