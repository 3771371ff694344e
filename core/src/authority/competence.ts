import type { Day } from '../time/index.ts';
import { inForceOn } from './in-force.ts';
import { basisById } from './legal-basis.ts';
import type { LegalBasis } from './legal-basis.ts';
import type { AgencyState } from './state.ts';

/** 职权: what the agency, or one unit of it, may punish, where, and from when until when. */
export interface Competence {
  readonly id: string;
  /** The matter, as the list of powers and responsibilities calls it. */
  readonly item: string;
  /** The region as addresses begin with it: 武汉市江岸区. */
  readonly region: string;
  /** Left out: the whole agency. */
  readonly unit?: string | undefined;
  /** Code of `competence-source`, and the document and article that say so. */
  readonly source?: string | undefined;
  readonly document?: string | undefined;
  readonly article?: string | undefined;
  /** Kinds of penalty that only those may impose to whom they are given expressly, codes of `sanction-kind`. */
  readonly kinds?: readonly string[] | undefined;
  /** Compulsory measures given expressly, codes of `measure-kind`; none is taken on a power to punish alone. */
  readonly measures?: readonly string[] | undefined;
  /** Which of the eight kinds of enforcement it is, of the set `enforcement-kind`. */
  readonly enforcement?: string | undefined;
  /** At whom it is directed. */
  readonly object?: string | undefined;
  /** Articles of the agency's register it rests on, by id. */
  readonly bases?: readonly string[] | undefined;
  /** Other departments that enforce the same instrument. */
  readonly others?: string | undefined;
  /** Code of `duty-division`: whose it is where several enforce one instrument, and who does what. */
  readonly division?: string | undefined;
  readonly divisionText?: string | undefined;
  /** The government was asked whose it is: by which document, and when. */
  readonly asked?: { readonly document: string; readonly on: Day } | undefined;
  /** What the government answered. */
  readonly settled?: { readonly document: string; readonly on: Day } | undefined;
  readonly from: Day;
  readonly until?: Day | undefined;
}

/** Those of the unit, whenever they were or will be in force. */
export function competencesOf(agency: AgencyState, unit: string | undefined): readonly Competence[] {
  return (agency.competences ?? []).filter((one) => one.unit === undefined || one.unit === unit);
}

/** Is it still open whose the matter is? Nobody opens a case on a power that may be another's. */
export function isUnsettled({ division, settled }: Competence): boolean {
  return division === 'unclear' && settled === undefined;
}

/** How an item stands on a day, a code of `item-state`. */
export function standingOn(one: Competence, on: Day): 'in-use' | 'not-begun' | 'ended' | 'unsettled' {
  if (one.until !== undefined && one.until < on) return 'ended';
  if (isUnsettled(one)) return 'unsettled';
  return one.from > on ? 'not-begun' : 'in-use';
}

/** Articles it rests on that are not in force that day: whoever keeps the list has to look at them again. */
export function staleBases(agency: AgencyState, { bases = [] }: Competence, on: Day): readonly LegalBasis[] {
  return bases
    .map((id) => basisById(agency, id))
    .filter((basis) => basis !== undefined)
    .filter((basis) => !inForceOn(basis, on));
}

/** Addresses are written from the large to the small, so a place lies in the region its address begins with. */
export function covers({ region }: Competence, place: string): boolean {
  return place.trim().startsWith(region);
}

/** Where it says so it can be looked up: what kind of source, which document, which article. */
export function isSourced({ source, document, article }: Competence): boolean {
  return source !== undefined && document !== undefined && article !== undefined;
}
