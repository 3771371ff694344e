import type { Day } from '../time/index.ts';
import { inForceOn } from './in-force.ts';
import type { AgencyState } from './state.ts';

/** 委托 (处罚法第二十条): an organisation that punishes in the agency's name, which matters, and from when until when. */
export interface Entrustment {
  readonly id: string;
  /** The organisation, registered as a unit. */
  readonly organisation: string;
  /** Whose power it is, where it is not the agency's own. */
  readonly by?: string | undefined;
  readonly items: readonly string[];
  readonly document: string;
  readonly from: Day;
  readonly until: Day;
}

/** Was the unit ever entrusted? What it does outside its entrustment is not done by an organ of the agency. */
export function isEntrusted(agency: AgencyState, unit: string | undefined): boolean {
  return (agency.entrustments ?? []).some((one) => one.organisation === unit);
}

/** Does an entrustment of that day reach the matter? */
export function reaches(agency: AgencyState, unit: string | undefined, item: string, on: Day): boolean {
  return (agency.entrustments ?? []).some(
    (one) => one.organisation === unit && one.items.includes(item) && inForceOn(one, on),
  );
}
