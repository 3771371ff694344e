import type { Act, Actor, Refs } from '../act.ts';
import type { Value } from '../canonical.ts';
import type { AnyEntry, CaseState } from '../case/state.ts';
import type { Role } from '../authority/state.ts';
import type { Day, Instant } from '../time/index.ts';
import type { Law } from './law.ts';
import type { FactType } from './fact-type.ts';
import type { FactUse } from './fact-use.ts';
import type { OwedDuty } from './owed.ts';
import type { TableRow } from './primitive.ts';
import type { Per, Subject } from './subject.ts';

/**
 * What is known of something, and since when in legal time. Not known is not the same as false: a gate that meets it
 * refuses and names the record that would settle it.
 */
export type Reading =
  | {
      readonly known: true;
      readonly value: Value;
      readonly since?: Instant;
      /** Every moment at which it came about, where it can more than once; `since` is the last. */
      readonly moments?: readonly Instant[];
    }
  | { readonly known: false; readonly conflict?: Conflict };

export const unknownReading: Reading = { known: false };

/** Rules that apply together and come out differently: none of them is followed until the legal office has settled it. */
export interface Conflict {
  readonly rules: readonly string[];
  readonly clauses: readonly string[];
}

/** A word a rule may use, with its meaning. */
export interface FactDefinition {
  readonly id: string;
  readonly label: string;
  readonly type: FactType;
  readonly per: Per;
  /** The act that, once done, settles it. */
  readonly settledBy?: string;
  /** True when it depends on what is being filled in. */
  readonly ofInput?: boolean;
  read(scene: Scene, subject: Subject): Reading;
}

/** Everything a rule can see, and the legal moment at which it looks. What begins later does not count yet. */
export interface Scene {
  readonly state: CaseState;
  readonly asOf: Instant;
  /** The day that picks the values of parameters, where it is another than that of `asOf`. */
  readonly on?: Day;
  readonly law: Law;
  readonly refs?: Refs | undefined;
  readonly act?: Act | undefined;
  /** Name of the act that is asked about, also while no form of it has been begun. */
  readonly asked?: string | undefined;
  /** When the act is typed, which may be long after it was done. */
  readonly enteredAt?: Instant | undefined;
  /** The act holds only what is filled in beforehand; the rest is still to come. */
  readonly partial?: boolean | undefined;
  readonly actor?: ActorView | undefined;
  /** The entry that is judged again after a correction: what its act used up counts as used by itself. */
  readonly again?: AnyEntry | undefined;
  /** Reads a word the law itself defines; undefined when no definition of it is known. */
  defined(word: string, scene: Scene, subject: Subject): DefinedReading | undefined;
  /** Works out a duty; carried along so that conditions may speak of duties without knowing how they are computed. */
  owed(duty: string, scene: Scene, subject: Subject): OwedDuty | undefined;
}

/** What a defined word comes to, with the facts that told. */
export interface DefinedReading {
  readonly reading: Reading;
  readonly label: string;
  /** Still open because the form is not filled in. */
  readonly open: boolean;
  facts(): readonly FactUse[];
  /** The rows it comes from. */
  readonly by: readonly TableRow[];
}

export interface ActorView extends Actor {
  readonly roles: readonly Role[];
  /**
   * Unknown of whoever was assigned and no longer holds the post for it: that opens neither what is the handlers' nor
   * what is for everybody but the handlers.
   */
  readonly isHandler: boolean | undefined;
  /** Entered the lead of this case. */
  readonly isRegistrar: boolean;
  /** Must keep away from this case. */
  readonly mustWithdraw: boolean;
}
