import type { FieldMap } from './canonical.ts';
import type { Instant } from './time/index.ts';

/** Who did it, as it was on that day; later changes of name or post do not reach back. */
export interface ActorSnapshot {
  readonly account: string;
  readonly name: string;
  readonly officer?: string;
  /** In whose place, where they signed for somebody else. */
  readonly for?: Represented;
}

/** Somebody in whose office another acts, as they were called that day, and the delegation it rests on. */
export interface Represented {
  readonly officer: string;
  readonly name: string;
  readonly delegation: string;
}

/** Something the law demands and the act lacked. Nothing may rest on it until it is cured. */
export interface Defect {
  readonly code: string;
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly because: string;
  readonly effect: 'void' | 'curable';
  readonly reason: string;
}

/** A rule followed only by analogy (参照) that was not followed, and why. Nothing that rests on the act suffers by it. */
export interface Departure {
  readonly code: string;
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly because: string;
  readonly reason: string;
}

/** A defect the actor admits of what has happened. */
export interface AdmittedDefect {
  readonly code: string;
  /** Why it came to this, in the actor's words. */
  readonly reason: string;
}

/** What happened, once and for all. The shape never changes; a new shape is a new type with an upcast. */
export interface DomainEvent<I = unknown> {
  readonly type: string;
  readonly actId: string;
  readonly act: string;
  /** Legal time. */
  readonly at: Instant;
  /** Legal clock at the moment of typing; a later one than `at` by more than an hour shows as 补录. */
  readonly enteredAt: Instant;
  readonly by: ActorSnapshot;
  readonly input: I;
  readonly record: FieldMap;
  readonly outcome?: FieldMap;
  readonly basedOn?: number;
  readonly admits?: readonly AdmittedDefect[];
  readonly defects?: readonly Defect[];
  readonly departures?: readonly Departure[];
}

export interface StreamEvents {
  readonly stream: string;
  readonly events: readonly DomainEvent[];
}
