import type { Day, Instant, LimitResult, Suspension } from '../time/index.ts';
import type { Subject } from './subject.ts';
import type { Duty } from './primitive.ts';

/** One duty rule worked out for one subject: the derivation of its date. */
export interface DutyReading {
  readonly rule: Duty;
  readonly startLabel: string;
  readonly n: number;
  readonly limit: LimitResult;
  /** Extensions that count, each with the last day it led to. */
  readonly extensions: readonly CountedExtension[];
  readonly suspensions: readonly Suspension[];
  /** The last day before anything lengthened it. */
  readonly plainDue: Day;
  /** The last day by the present calendar, where the one told to the party is later and stays. */
  readonly shorter?: Day | undefined;
  readonly metAt?: Instant | undefined;
}

export interface CountedExtension {
  readonly n: number;
  readonly unit: string;
  readonly at: Instant;
  readonly clauses: readonly string[];
  readonly due: Day;
}

/** What is owed under one name by or to one subject; several rules merged. */
export interface OwedDuty {
  readonly duty: string;
  readonly label: string;
  readonly subject: Subject;
  readonly from: Instant;
  readonly dueAt: Instant;
  readonly lawfulDueAt: Instant;
  readonly metAt?: Instant;
  readonly provisional: boolean;
  /** A suspension still runs: the dates are the earliest possible, and nothing is late. */
  readonly suspended: boolean;
  /** The reading that governs comes first. */
  readonly readings: readonly [DutyReading, ...DutyReading[]];
}
