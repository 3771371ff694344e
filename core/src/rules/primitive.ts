import type { Effect } from '../refusal.ts';
import type { Amount, Condition, SpanRule } from './condition.ts';
import type { Per } from './subject.ts';

interface Rule {
  readonly id: string;
  readonly pack: string;
  readonly clauses: readonly string[];
  readonly per: Per;
  readonly when?: Condition;
  /** First and last day of the edition it stands in. */
  readonly inForce: { readonly from: string; readonly until?: string };
}

/** Blocks acts unless a condition is true. */
export interface Gate extends Rule {
  readonly primitive: 'gate';
  readonly acts: readonly string[];
  readonly unless: Condition;
  readonly exceptions: readonly GateException[];
  readonly effect: Effect;
  readonly code: string;
  /** Why, in the words of the office; `{subject}` stands for the parties or records concerned. */
  readonly because: string;
  readonly remedy: { readonly says: string; readonly act?: string };
}

/** A labelled exception: counts only when true, and only while the edition it stands in governs. */
export interface GateException {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly inForce: Rule['inForce'];
  readonly when: Condition;
}

/** From an event, within a span, until another. Duties of one name and subject merge: the earliest counts. */
export interface Duty extends Rule {
  readonly primitive: 'duty';
  readonly duty: string;
  readonly label: string;
  readonly owedBy: Owed;
  readonly start: DutyStart;
  readonly within: SpanRule & { readonly unitBasis: string };
  readonly until: string;
  /** Each lengthens the limit when the fact holds, and only if it came while the limit still ran. */
  readonly extend?: readonly DutyExtension[];
  /** Stretches that do not run against the limit, from one fact to another. */
  readonly suspend?: readonly DutySuspension[];
  readonly remind?: { readonly n: Amount; readonly unit: 'day' | 'workday' };
  /** A window somebody may use: when it ends nothing is late. */
  readonly lapses?: boolean;
  /** The act that discharges it. */
  readonly act?: string;
  readonly assumption?: string;
}

export interface DutyExtension {
  readonly granted: string;
  readonly n: Amount;
  readonly unit: SpanRule['unit'];
  readonly clauses: readonly string[];
}

export interface DutySuspension {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

export type DutyStart = string | { readonly endOf: string };

/** On whom a duty lies; `registrar` is whoever entered the lead. */
export type Owed =
  | 'party'
  | 'registrar'
  | 'handlers'
  | 'agency-head'
  | 'unit-head'
  | 'legal-reviewer'
  | 'clerk';

/** Fields an act must leave in its record. */
export interface Need extends Rule {
  readonly primitive: 'need';
  readonly acts: readonly string[];
  readonly fields: readonly NeededField[];
  readonly effect: Effect;
  readonly code: string;
}

export interface NeededField {
  readonly field: string;
  readonly minLength?: number;
  readonly format?: string;
  readonly notBefore?: string;
  readonly notAfter?: string;
}

export type Primitive = Gate | Duty | Need;
