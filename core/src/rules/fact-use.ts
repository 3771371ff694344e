import type { Value } from '../canonical.ts';
import type { Instant } from '../time/index.ts';

/** A fact as a rule used it: the material of every derivation. */
export interface FactUse {
  readonly fact: string;
  readonly label: string;
  readonly subject?: string;
  readonly value?: Value;
  readonly since?: Instant;
  readonly settledBy?: string;
  /** Rules that contradict each other about it. */
  readonly conflict?: { readonly rules: readonly string[]; readonly clauses: readonly string[] };
}
