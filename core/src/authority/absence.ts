import { inForceOn } from './in-force.ts';
import type { AgencyState } from './state.ts';
import type { Day } from '../time/index.ts';

/** Somebody is away from their post; the first and the last day both count. Being away takes no power from anybody. */
export interface Absence {
  readonly id: string;
  readonly officer: string;
  /** Code of the set `absence-reason`. */
  readonly reason: string;
  readonly from: Day;
  readonly until: Day;
}

export function absencesOf(agency: AgencyState): readonly Absence[] {
  return agency.absences ?? [];
}

/** The absence that covers the day; of several, the one that ends last: by then they are back. */
export function absenceOn(agency: AgencyState, officer: string, on: Day): Absence | undefined {
  return absencesOf(agency)
    .filter((one) => one.officer === officer && inForceOn(one, on))
    .reduce<Absence | undefined>(
      (last, one) => (last === undefined || one.until > last.until ? one : last),
      undefined,
    );
}
