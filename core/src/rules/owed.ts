import type { Instant, LimitResult } from '../time/index.ts';
import type { Subject } from './fact.ts';
import type { Duty } from './primitive.ts';

/** One duty rule worked out for one subject: the derivation of its date. */
export interface DutyReading {
  readonly rule: Duty;
  readonly startLabel: string;
  readonly n: number;
  readonly limit: LimitResult;
  readonly metAt?: Instant;
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
  /** The reading that governs comes first. */
  readonly readings: readonly [DutyReading, ...DutyReading[]];
}
