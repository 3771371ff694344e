import type { FactUse } from './rules/fact-use.ts';
import type { Day, Instant } from './time/index.ts';

export type Effect = 'void' | 'curable' | 'advise';

/** What can be done about it: an act that lifts the refusal, or a day to wait for. */
export interface Remedy {
  readonly says: string;
  readonly act?: string;
  readonly until?: Day;
}

/** Why an act is refused, as data. It renders as one Chinese sentence by `sentenceOf`. */
export interface Refusal {
  readonly code: string;
  /** The act that was asked for. */
  readonly act: string;
  readonly rule?: string;
  readonly clauses: readonly string[];
  readonly because: string;
  readonly effect: Effect;
  /** Path of the field at fault, such as `record.service.recipient` or `occurredAt`. */
  readonly field?: string;
  /** Names of the parties or records it concerns. */
  readonly subjects?: readonly string[];
  readonly facts: readonly FactUse[];
  readonly remedy?: Remedy;
  /** Of a rule that is only to be followed by analogy (参照): a written reason passes it. */
  readonly reference?: boolean;
  /** Of a rule that another kind of enforcement lends (参照): why it is followed here. */
  readonly borrowed?: string;
  /** For LAW_CONFLICT: the rules that contradict each other. */
  readonly conflict?: readonly string[];
  /** For BASIS_CHANGED: what has changed since. */
  readonly difference?: readonly { readonly what: string; readonly at: Instant }[];
}
