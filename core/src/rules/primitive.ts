import type { Effect } from '../refusal.ts';
import type { CaseKind } from '../case/kind.ts';
import type { Amount, Condition, Literal, SpanRule } from './condition.ts';
import type { FactType } from './fact-type.ts';
import type { Cycle } from '../time/index.ts';
import type { Per } from './subject.ts';

interface Rule {
  readonly id: string;
  readonly pack: string;
  readonly clauses: readonly string[];
  readonly per: Per;
  /** The rule it was written as a part of, where several were written together. */
  readonly of?: { readonly id: string; readonly kind: string };
  readonly when?: Condition;
  /** First and last day of the edition it stands in. */
  readonly inForce: InForce;
  /** Which day picks the edition: of the act (or of the clock's start), of the conduct, or of the decision. */
  readonly governedBy?: GovernedBy;
  /** Kinds of enforcement it is about; absent = all. */
  readonly kinds?: readonly CaseKind[];
  /** Files of the other kinds follow it too (参照), for want of a rule of their own; and why. */
  readonly elsewhere?: string;
  /** What it takes for granted that no text at hand says. */
  readonly assumption?: string;
}

/** The days an edition governs for an agency: its own term, cut to the times the agency was bound by it. */
export interface InForce {
  readonly from: string;
  readonly until?: string;
  /** Stretches in between during which the agency was not bound by it. */
  readonly except?: readonly { readonly from: string; readonly until: string }[];
}

/** 从旧兼从轻、以决定作出日判定 and the like: said of each gate and clock, never of the case as a whole. */
export const governedBy = ['act', 'conduct', 'decision'] as const;
export type GovernedBy = (typeof governedBy)[number];

/** Blocks acts unless a condition is true. */
export interface Gate extends Rule {
  readonly primitive: 'gate';
  readonly acts: readonly string[];
  readonly unless: Condition;
  readonly exceptions: readonly GateException[];
  readonly effect: Effect;
  /** 参照: a written reason passes it. */
  readonly reference?: boolean;
  /** The same, where a unit of one of these types handles the file. */
  readonly analogy?: readonly string[];
  readonly code: string;
  /** Why, in the words of the office; `{subject}` stands for the parties or records concerned, a fact for its value. */
  readonly because: string;
  /** `instead`: the act of the remedy takes the place of the refused one, which is not done afterwards. */
  readonly remedy: { readonly says: string; readonly act?: string; readonly instead?: true };
  /** What it speaks against must not come into the file at all, not even as a thing that happened with a defect. */
  readonly admissible?: false;
}

/** A labelled exception: counts only when true, and only while the edition it stands in governs. */
export interface GateException {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly inForce: InForce;
  readonly when: Condition;
  /** What the gate asks instead where the exception applies; without it the gate stands open. */
  readonly instead?: Condition;
}

/** From an event, within a span, until another. Duties of one name and subject merge: the earliest counts. */
export interface Duty extends Rule {
  readonly primitive: 'duty';
  readonly duty: string;
  readonly label: string;
  readonly owedBy: Owed;
  readonly start: DutyStart;
  readonly within: SpanRule & {
    readonly unitBasis: string;
    /** Where the text leaves the unit open: warned of by `unit`, late by working days. */
    readonly lateBy?: 'workday';
  };
  /** What ends it before its time; nothing does where it is a time that must pass, such as one of keeping. */
  readonly until?: string;
  /** Each lengthens the limit when the fact holds: by a span only while it still ran, to a day whenever it came. */
  readonly extend?: readonly DutyExtension[];
  /** Stretches that do not run against the limit, from one fact to another. */
  readonly suspend?: readonly DutySuspension[];
  readonly remind?: { readonly n: Amount; readonly unit: 'hour' | 'day' | 'workday' };
  /** A window somebody may use: when it ends nothing is late. */
  readonly lapses?: boolean;
  /** The act that discharges it, and of an approval the matter: whoever may sign for another may sign in some only. */
  readonly act?: string;
  readonly matter?: string;
}

/** By so much, or to the day that was granted. */
export type DutyExtension = { readonly granted: string; readonly clauses: readonly string[] } & (
  | { readonly n: Amount; readonly unit: SpanRule['unit'] }
  | { readonly to: string }
);

export interface DutySuspension {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/**
 * A fact, the end of other duties (of several that run the last; kept per party on both sides, each party's own), or the end of each month, quarter, half-year or year; `of` is the list that comes
 * round then (a code of `periodic-list`).
 */
export type DutyStart =
  | string
  | { readonly endOf: string | readonly string[] }
  | { readonly every: Cycle | { readonly param: string }; readonly of: string };

/** On whom a duty lies; `registrar` is whoever entered the lead, `former-handlers` whom an assignment took off the case. */
export const owers = [
  'party',
  'registrar',
  'handlers',
  'former-handlers',
  'agency-head',
  'unit-head',
  'legal-reviewer',
  'clerk',
] as const;
export type Owed = (typeof owers)[number];

/** Fields an act must leave in its record. */
export interface Need extends Rule {
  readonly primitive: 'need';
  readonly acts: readonly string[];
  readonly fields: readonly NeededField[];
  readonly effect: Effect;
  readonly reference?: boolean;
  readonly analogy?: readonly string[];
  readonly code: string;
}

export interface NeededField {
  readonly field: string;
  readonly minLength?: number;
  readonly format?: string;
  /** Words the text must hold, each of them, and words it must not hold. */
  readonly contains?: readonly string[];
  readonly lacks?: readonly string[];
  readonly notBefore?: string;
  readonly notAfter?: string;
}

/** One row of a table: what a defined word comes to for a subject of which `when` is true. */
export interface TableRow extends Rule {
  readonly primitive: 'table';
  readonly defines: string;
  readonly label: string;
  readonly type: FactType;
  readonly gives: Given;
}

/** A value; the end of a span from a fact; the last lawful day of a duty; or a sum that grows day by day. */
export type Given =
  | Literal
  | ({ readonly after: string } & SpanRule)
  | { readonly endOf: string }
  | { readonly accrues: Accrual };

/** So many thousandths of a sum for each day after the last lawful day of a duty, up to a ceiling. */
export interface Accrual {
  readonly base: string;
  readonly permille: Amount;
  readonly dueOf: string;
  readonly cap: string;
}

export type Primitive = Gate | Duty | Need | TableRow;
