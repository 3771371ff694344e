import type { FieldMap } from '../canonical.ts';
import type { Day, Instant } from '../time/index.ts';
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
  /** Present where other agencies apply the same instrument. */
  readonly division?: DivisionOfDuties | undefined;
}

/** 职责分工: whose part a matter is that several agencies punish under one instrument. */
export interface DivisionOfDuties {
  /** Code of `division-of-duties`. */
  readonly share: string;
  /** When the government's answer was registered, and by which document; absent while none was asked for or given. */
  readonly determinedAt?: Instant | undefined;
  readonly document?: string | undefined;
}

/** The share that asks the government whose the matter is (责任追究办法第八条). */
const unclear = 'unclear';

/** What the entry says of it; nothing said leaves what the entry it replaces said, so that nothing is lost by re-entry. */
export function divisionSaid(record: FieldMap, former: Competence | undefined): DivisionOfDuties | undefined {
  const share = record['competence.division'];
  if (typeof share !== 'string' || share === '') return former?.division;
  return former?.division?.share === share ? former.division : { share };
}

/** Asked of the government and not answered at that moment: what is registered later opens nothing earlier. */
export function awaitsDivision({ division }: Competence, at?: Instant): boolean {
  if (division === undefined) return false;
  const { determinedAt } = division;
  if (determinedAt === undefined) return division.share === unclear;
  return at !== undefined && at < determinedAt;
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
