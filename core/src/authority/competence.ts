import type { Day } from '../time/index.ts';
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
  readonly from: Day;
  readonly until?: Day | undefined;
}

/** Those of the unit, whenever they were or will be in force. */
export function competencesOf(agency: AgencyState, unit: string | undefined): readonly Competence[] {
  return (agency.competences ?? []).filter((one) => one.unit === undefined || one.unit === unit);
}

/** Addresses are written from the large to the small, so a place lies in the region its address begins with. */
export function covers({ region }: Competence, place: string): boolean {
  return place.trim().startsWith(region);
}

/** Where it says so it can be looked up: what kind of source, which document, which article. */
export function isSourced({ source, document, article }: Competence): boolean {
  return source !== undefined && document !== undefined && article !== undefined;
}
