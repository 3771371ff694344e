import { startOfDay } from '../time/index.ts';
import type { Day, Instant } from '../time/index.ts';
import { competencesOf } from './competence.ts';
import { inForceOn } from './in-force.ts';
import { holdsCertificate } from './state.ts';
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
  /** When each side published the paper; entered anew it has other terms, and nothing of it is published yet. */
  readonly published?: Readonly<Partial<Record<EntrustingSide, Instant>>>;
}

/** 委托书由双方各自公布: the agency that entrusts and the organisation that is entrusted. */
export const entrustingSides = ['entrustor', 'organisation'] as const;
export type EntrustingSide = (typeof entrustingSides)[number];

/** Was the unit ever entrusted? What it does outside its entrustment is not done by an organ of the agency. */
export function isEntrusted(agency: AgencyState, unit: string | undefined): boolean {
  return (agency.entrustments ?? []).some((one) => one.organisation === unit);
}

/** Those of the organisation that are in force on that day. */
export function entrustmentsOn(
  agency: AgencyState,
  unit: string | undefined,
  on: Day,
): readonly Entrustment[] {
  return (agency.entrustments ?? []).filter((one) => one.organisation === unit && inForceOn(one, on));
}

/** Does an entrustment of that day reach the matter? */
export function reaches(agency: AgencyState, unit: string | undefined, item: string, on: Day): boolean {
  return entrustmentsOn(agency, unit, on).some((one) => one.items.includes(item));
}

/** Published by both sides by that moment. */
export function isPublished({ published }: Entrustment, by: Instant): boolean {
  return entrustingSides.every((side) => {
    const at = published?.[side];
    return at !== undefined && at <= by;
  });
}

/** From when the paper has to be public: its first day, before which nobody acts on it. */
export function beginsAt({ from }: Entrustment): Instant {
  return startOfDay(from);
}

/** Can it be given away? Every matter is the entrusting side's own, on the first day of the term and on the last. */
export function isOwnToGive(
  agency: AgencyState,
  { by, items, from, until }: Pick<Entrustment, 'by' | 'items' | 'from' | 'until'>,
): boolean {
  const own = competencesOf(agency, by);
  return items.every((item) =>
    [from, until].every((on) => own.some((one) => one.item === item && inForceOn(one, on))),
  );
}

/** How many of the organisation's people hold a certificate that day. */
export function certifiedOf(agency: AgencyState, organisation: string, on: Day): number {
  return Object.values(agency.officers).filter(
    ({ id, unit }) => unit === organisation && holdsCertificate(agency, id, on),
  ).length;
}
