import type { Calendar, Instant } from '../time/index.ts';
import type { Value } from '../canonical.ts';
import type { Settlement } from './settlement.ts';
import type { Duty, Gate, InForce, Need, TableRow } from './primitive.ts';

/** A stretch of days, both ends included; without one it reaches as far as can be. */
export interface Stretch {
  readonly from?: string;
  readonly until?: string;
}

export interface ClauseText {
  readonly id: string;
  /** Title of the instrument with 《》, or its short form. */
  readonly instrument: string;
  /** Its article, paragraph or item. */
  readonly article: string;
  readonly gist: string;
}

export type FieldType =
  | 'text'
  | 'longtext'
  | 'int'
  | 'money'
  | 'day'
  | 'instant'
  | 'enum'
  | 'bool'
  | 'blob'
  | 'blobs';

/** A field of a record: meaning declared once, demanded by rules. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly type: FieldType;
  readonly codes?: string;
  readonly hint?: string;
  /** What a form begins with, where usage has a standing wording. */
  readonly default?: string;
  /** Another wording for the forms of these acts. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** Identity data: kept sealed, events hold only a reference. */
  readonly secret?: boolean;
  /** Acts whose form offers it although no rule demands it. */
  readonly offeredBy?: readonly string[];
  /** Offered only with these codes of the input that narrows the act's form. */
  readonly offeredFor?: readonly string[];
  /** Acts whose form offers it of each party they name, although no rule demands it. */
  readonly offeredOfParties?: readonly string[];
  /** Offered of parties of these kinds alone. */
  readonly offeredOfKinds?: readonly string[];
}

export interface Code {
  readonly id: string;
  readonly label: string;
  /** Where the set has an order: what ranks higher is the graver. Codes without one stand outside the order. */
  readonly rank?: number | undefined;
}

/** How a parameter may be set again, by a pack or by the agency itself. */
export interface ParameterForm {
  readonly type: 'int' | 'text' | 'bool' | 'list';
  readonly unit?: string;
  /** Which way is stricter: of a list, `larger` is one that holds all there was. */
  readonly tighter?: 'smaller' | 'larger';
  /** A clause says the value; absent where it is silent. */
  readonly stated?: true;
  /** Without a value until an agency sets one; rules ask first whether it is known. */
  readonly optional?: true;
  /** Clauses on what an agency may set for itself. */
  readonly clauses?: readonly string[];
  /** Whoever sets it otherwise needs this agency to confirm it, and the clause that says so. */
  readonly uniform?: { readonly by: string; readonly clause: string };
}

export interface Parameter {
  readonly id: string;
  readonly label: string;
  /** The value that counts on the day at hand. */
  readonly value?: Value;
  /** Values of the editions that set it, those of later ones and of local law last: each counts for the days it governs. */
  readonly editions?: readonly { readonly value: Value; readonly inForce: InForce }[];
  readonly clause?: string;
  readonly assumption?: string;
  /** Absent in bundles from before an agency could set its own values. */
  readonly form?: ParameterForm;
  /** What the packs say, where the agency has set its own since: for the days before, and for whoever compares. */
  readonly base?: { readonly value?: Value };
}

/** All the law that binds an agency on a day, compiled: what `decide` and `obligations` see of it. */
export interface Law {
  /** Digest of the bundle; every event names it. */
  readonly digest: string;
  readonly packs: readonly {
    readonly id: string;
    readonly title: string;
    /** The edition's own term. */
    readonly from: string;
    readonly until?: string;
    /** The text is not at hand: where it is to be had. */
    readonly pending?: string;
    /** Days on which it bound the agency; absent = ever since. */
    readonly bound?: readonly Stretch[];
  }[];
  readonly gates: readonly Gate[];
  readonly needs: readonly Need[];
  readonly duties: readonly Duty[];
  /** Rows of all tables; one defined word is one table. */
  readonly tables: readonly TableRow[];
  /** Rulings of the legal office on rules that contradict each other. */
  readonly settlements?: readonly Settlement[];
  readonly clauses: Readonly<Record<string, ClauseText>>;
  readonly params: Readonly<Record<string, Parameter>>;
  readonly fields: Readonly<Record<string, Field>>;
  readonly codes: Readonly<Record<string, readonly Code[]>>;
  /** Form of document and filing numbers by kind, with {agency} {year} {n}. */
  readonly numbers: Readonly<Record<string, string>>;
  /** Labels of acts that rules name and that are not there yet. */
  readonly planned?: Readonly<Record<string, string>>;
  readonly calendar: Calendar;
  /**
   * Calendars that have been replaced, oldest first, each with the moment until which it stood: a date told to a party
   * while it stood is never shortened by what came after.
   */
  readonly earlierCalendars?: readonly { readonly calendar: Calendar; readonly until: Instant }[];
}

/** Label of a code, or the code itself where the vocabulary has none. */
export function codeLabel(law: Law, set: string, id: string): string {
  return law.codes[set]?.find((code) => code.id === id)?.label ?? id;
}
