import type { Day, Instant } from '../time/index.ts';

/** Whom a fine was imposed on, as the decision called them. */
export interface FinedParty {
  readonly name: string;
  /** 统一社会信用代码, of an organisation that has one. */
  readonly code?: string | undefined;
  /** Names it bore before, of the party that is looked up: a fine is kept under the name its decision gave. */
  readonly formerNames?: readonly string[] | undefined;
}

/** A fine that was imposed once, by whichever agency, and what for. */
export interface FormerFine {
  /** Number of the decision. */
  readonly number: string;
  /** Name of the agency that imposed it. */
  readonly agency: string;
  readonly party: FinedParty;
  readonly decidedOn: Day;
  /** Fen. */
  readonly amount?: number | undefined;
  readonly cause: string;
  /** Ids of registered bases. */
  readonly bases: readonly string[];
  /** When the conduct happened or ended; absent where nobody found out. */
  readonly conductOn?: Day | undefined;
  /** The last day on which it can have happened. */
  readonly conductBy: Day;
  /** The case it was imposed in; absent of what was imposed elsewhere. */
  readonly file?: string | undefined;
  readonly revoked?: { readonly on: Day; readonly document: string } | undefined;
}

/** 他机关立案: what another agency has opened a case about, and since which minute. */
export interface OtherFiling {
  /** Number of the filing there. */
  readonly number: string;
  readonly agency: string;
  readonly party: FinedParty;
  readonly filedAt: Instant;
  /** Where the conduct happened. */
  readonly place: string;
  readonly cause: string;
  /** First and last day of the conduct; absent where that agency did not say. */
  readonly conductFrom?: Day | undefined;
  readonly conductOn?: Day | undefined;
}

/** Fines of the parties whose names or codes fall on one shelf. */
export interface FineShelf {
  readonly stream: string;
  readonly version: number;
  readonly fines: readonly FormerFine[];
  /** Filings of other agencies against these parties; absent where there are none. */
  readonly filings?: readonly OtherFiling[];
}

export function emptyShelf(stream: string): FineShelf {
  return { stream, version: 0, fines: [] };
}
