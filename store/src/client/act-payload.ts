import type { Json } from './json.ts';

/** Who acts; `account` is what a reading is deduplicated by. */
export interface ActorRecord {
  readonly account: string;
  readonly name: string;
  readonly [key: string]: Json | undefined;
}

/** An event to be appended. */
export interface NewEvent {
  readonly type: string;
  /** Canonical JSON, stored as it is. */
  readonly data: string;
  /** Random text that keeps the digest of `data` from being guessed. */
  readonly salt: string;
}

/** A duty as it stands after the act. Instants are `YYYY-MM-DDTHH:MM:SS+08:00`. */
export interface NewObligation {
  readonly id: string;
  readonly duty: string;
  readonly label: string;
  readonly per: string;
  readonly subject: string;
  readonly owedBy: string;
  readonly roles?: readonly string[];
  readonly assignees?: readonly string[];
  readonly fromAt?: string | undefined;
  readonly dueAt?: string | undefined;
  readonly lawfulDueAt?: string | undefined;
  readonly remindAt?: string | undefined;
  readonly metAt?: string | undefined;
  readonly provisional?: boolean;
  readonly clauses?: readonly string[];
  readonly derivation?: unknown;
}

/** The searchable text of a record; its pairs are computed here unless given. */
export interface SearchEntry {
  readonly text: string;
  readonly grams?: readonly string[];
}

/** What one act does to one stream. */
export interface StreamAppend {
  readonly stream: string;
  readonly kind: string;
  /** The version `decide` saw; 0 for a stream that is not there yet. */
  readonly expected: number;
  readonly events: readonly NewEvent[];
  /** The state after these events, and the digest of the code that folded it. */
  readonly state: unknown;
  readonly fold: string;
  /** What lists show; its `stage` can be filtered by. */
  readonly summary?: unknown;
  /** Orders lists, newest first; the moment of recording unless given. */
  readonly openedAt?: string | undefined;
  /** All of the stream's duties: they replace the rows there were. */
  readonly obligations?: readonly NewObligation[];
  /** Left as it was when absent. */
  readonly search?: SearchEntry | undefined;
}

/** An encrypted field the events refer to. */
export interface NewSealed {
  readonly ref: string;
  /** Whose data it is; its readings are noted in `access/<subject>`. */
  readonly subject: string;
  readonly keyId: string;
  readonly ciphertext: Uint8Array;
}

/** A page of the portal. With `withdrawnAt`, page, party and text leave the public schema and the reason stays. */
export interface NewPublication {
  readonly id: string;
  readonly documentNumber: string;
  readonly title: string;
  readonly party: string;
  /** `YYYY-MM-DD`. */
  readonly publishedDay: string;
  readonly decidedDay?: string | undefined;
  readonly withdrawnAt?: string | undefined;
  readonly withdrawnReason?: string | undefined;
  readonly page: unknown;
  readonly text: string;
  readonly grams?: readonly string[];
}

/** Somebody who is told, with the act, that it was done; `why` is the caller's word. */
export interface NewMessage {
  readonly officer: string;
  readonly stream: string;
  readonly why: string;
}

/** One legal act, whole: it happens in one transaction or not at all. */
export interface ActPayload {
  readonly agency: string;
  /** `digest` is over what was sent: the same id with another digest is another act under a used id. */
  readonly act: { readonly id: string; readonly name: string; readonly digest: string };
  readonly actor: ActorRecord;
  readonly occurredAt: string;
  /** Digest of the bundle of law it was decided by. */
  readonly bundle?: string | undefined;
  /** Versions of the streams `decide` read. */
  readonly read?: Readonly<Record<string, number>>;
  readonly streams: readonly StreamAppend[];
  readonly sealed?: readonly NewSealed[];
  readonly published?: readonly NewPublication[];
  readonly told?: readonly NewMessage[];
  /** Of an act that receives a file from another agency: where it lies, at the version it was given away at. */
  readonly origin?: FileOrigin | undefined;
}

/** A stream in the hands of another agency. */
export interface FileOrigin {
  readonly agency: string;
  readonly stream: string;
  readonly version: number;
}

/** Whether the act happened now, had happened, or did not: then nothing was written. */
export type AppendOutcome =
  | {
      readonly outcome: 'appended' | 'replayed';
      readonly recordedAt: string;
      /** Each stream with its version after the act. */
      readonly streams: readonly { readonly stream: string; readonly version: number }[];
    }
  | { readonly outcome: 'reused' }
  | Conflict;

/** The stream is not at the version the caller built on. */
export interface Conflict {
  readonly outcome: 'conflict';
  readonly stream: string;
  readonly expected: number;
  readonly actual: number;
}
