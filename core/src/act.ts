import type { z } from 'zod';
import type { Resting } from './authority/assumptions.ts';
import type { LawTrial } from './authority/law-proposals.ts';
import type { AgencyState } from './authority/state.ts';
import type { CaseKind } from './case/kind.ts';
import type { CaseState } from './case/state.ts';
import type { FieldMap, Value } from './canonical.ts';
import type { AdmittedDefect, DomainEvent, Represented, StreamEvents } from './event.ts';
import type { EntryKind } from './entry.ts';
import type { Law } from './rules/law.ts';
import type { Refusal } from './refusal.ts';
import type { FineShelf } from './fines/state.ts';
import type { SeriesState } from './series/state.ts';
import type { Instant } from './time/index.ts';

/** What somebody asks to be done, or says has been done. Sent twice with the same id it happens once. */
export interface Act<I = unknown> {
  /** ULID made by the client: the idempotency key. */
  readonly id: string;
  readonly name: string;
  readonly agency: string;
  /** The stream of the aggregate it is addressed to, such as `case/01J…`. */
  readonly stream: string;
  readonly input: I;
  readonly record: FieldMap;
  /** When it happened in legal time: never the time of typing. */
  readonly occurredAt: Instant;
  /** Version of the stream the actor had before their eyes; demanded of acts that rest on something seen. */
  readonly basedOn?: number;
  /** Defects of a factual act which the actor admits: the thing has happened and cannot be undone by refusing it. */
  readonly admits?: readonly AdmittedDefect[];
}

/** Who acts: resolved from the session and the agency's records of that day. */
export interface Actor {
  readonly account: string;
  readonly name: string;
  readonly officer?: string;
  readonly administrator?: boolean;
  /** In whose place they act, by a delegation; see `inPlaceOf`. */
  readonly for?: Represented;
}

/** Records outside the aggregate that the act reads, as loaded by the caller, each with its version. */
export interface Refs {
  readonly agency: AgencyState;
  readonly series: Readonly<Record<string, SeriesState>>;
  /** Shelves of former fines, by stream; a shelf that was not read is not there. */
  readonly fines?: Readonly<Record<string, FineShelf>>;
  /** Other cases that the act has to do with, by stream. */
  readonly cases?: Readonly<Record<string, CaseState>>;
  /** Own records of other agencies, by their ids: read as they stood, and kept by version in what comes of it. */
  readonly others?: Readonly<Record<string, AgencyState>>;
  /** Of a binding: what its packs rest on. */
  readonly resting?: Resting;
  /** Of a proposal to bind: the dry run it rests on. */
  readonly trial?: LawTrial;
}

export interface ActContext {
  readonly actor: Actor;
  readonly refs: Refs;
  readonly law: Law;
  /** The legal clock. */
  readonly now: Instant;
}

/** `constitutive` acts change the legal position and can be refused; `factual` acts have happened and are recorded. */
export type Nature = 'constitutive' | 'factual';

export type Stage = 'initiation' | 'investigation' | 'decision' | 'execution' | 'archive';

export type Aggregate = 'case' | 'agency';

export interface StateOf {
  readonly case: CaseState;
  readonly agency: AgencyState;
}

/** A refusal that follows from the shape of the file itself (the thing referred to does not exist), not from a rule. */
export type Structural = Pick<Refusal, 'code' | 'because'> &
  Partial<Pick<Refusal, 'field' | 'remedy' | 'clauses'>>;

export interface ActDefinition<A extends Aggregate = Aggregate, I = unknown> {
  readonly name: string;
  /** Past tense of the name: the type of the event it leaves. */
  readonly event: string;
  readonly label: string;
  readonly aggregate: A;
  readonly nature: Nature;
  readonly stage?: Stage;
  readonly input: z.ZodType<I>;
  /** Kinds of enforcement it is an act of; see `isOfKind` of `case/kind.ts` for those that name none. */
  readonly kinds?: readonly CaseKind[];
  /** The kind of entry it adds to the file; absent for acts that only change entries. */
  readonly creates?: EntryKind;
  /** It may be the first act of a file, which is then named by it. */
  readonly opens?: true;
  /** Done where people and things are: its moment is told by whoever enters it, be it factual or not. */
  readonly inField?: true;
  /** Paths of its input that were taken from a list kept elsewhere (a number): a correction cannot put another there. */
  readonly fixed?: readonly string[];
  /** Kinds of entries this act rests on; present = `basedOn` is demanded and checked. */
  readonly restsOn?: readonly EntryKind[];
  /**
   * Still done when the case is closed: corrections, publication, remedies, the archive, and whatever the execution may
   * yet bring (money, a receipt that comes back, what became of things held). Without it, the case is over.
   */
  readonly afterClosing?: boolean;
  /** It ends the work on a case: what is left to do when the case is over without a decision. */
  readonly ends?: true;
  /** Parts of the input that carry a record of their own, such as each party's. */
  parts?(act: Act<I>): readonly ActPart[];
  /**
   * Streams beside the agency's own whose states are needed to decide. Those known from the act alone are loaded with
   * the file in one query; those that depend on the file (who the party is) are named once it is given.
   */
  reads?(act: Act, state?: StateOf[A]): readonly string[];
  /** Other agencies whose own records are needed to decide, by their ids. */
  agencies?(act: Act): readonly string[];
  /** The agency out of whose hands it takes the file: its events come into this agency's stream before the act's own. */
  takesFrom?(act: Act): string | undefined;
  /** Structural refusals that need no input: shown before anyone opens the form. */
  standing?(state: StateOf[A], context: ActContext): readonly Structural[];
  /** Structural refusals that depend on the input. */
  invariants?(state: StateOf[A], act: Act<I>, context: ActContext): readonly Structural[];
  /** What the event holds beside input and record (a number taken, a page frozen), and events of other streams. */
  consequences?(state: StateOf[A], act: Act<I>, context: ActContext): Consequences;
  apply(state: StateOf[A], event: DomainEvent<I>): StateOf[A];
  /** What is known already, so that nobody types it twice. */
  prefill?(state: StateOf[A], context: ActContext): { input?: Record<string, Value>; record?: FieldMap };
}

export interface ActPart {
  readonly per: 'party';
  readonly id: string;
  readonly label: string;
  /** Path of its record in the input, such as `input.parties.0.record`. */
  readonly path: string;
  readonly record: FieldMap;
}

export interface Consequences {
  readonly outcome?: FieldMap;
  readonly others?: readonly StreamEvents[];
}

/** Identity function that fixes the types of an act's definition. */
export function defineAct<A extends Aggregate, I>(definition: ActDefinition<A, I>): ActDefinition<A, I> {
  return definition;
}
