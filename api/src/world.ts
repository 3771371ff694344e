import type { BlobStore, Log } from '@zhaozhang/evidence';
import type { Library } from '@zhaozhang/law';
import type { Store } from '@zhaozhang/store';
import type { AgencyKey } from './acts/agency-key.ts';
import type { LawBook } from './acts/law-book.ts';
import type { Recomputer } from './recomputing/recomputer.ts';
import type { Sequencer } from './proving/sequencer.ts';
import type { IdentityProvider } from './sessions/identity-provider.ts';
import type { Sessions } from './sessions/sessions.ts';
import type { SignInKey } from './sessions/sign-in-key.ts';
import type { ClockWatch } from './operation/clock-watch.ts';
import type { LawTrials } from './trying/law-trials.ts';
import type { LegalClock } from './start/clock.ts';
import type { Places } from './start/places.ts';

/** What the routes need of the running installation. */
export interface World {
  readonly store: Store;
  readonly blobs: BlobStore;
  readonly log: Log;
  readonly logKey: string;
  readonly sequencer: Sequencer;
  readonly recomputer: Recomputer;
  readonly lawTrials: LawTrials;
  readonly library: Library;
  /** Where the law was read from, examples included. */
  readonly lawFolder: string;
  /** What is wrong with the law that came with the product, when it was not taken and the one before it stays. */
  readonly lawRefused: readonly string[];
  readonly lawBook: LawBook;
  readonly sessions: Sessions;
  readonly signInKey: SignInKey;
  /** Where the installation has been given one. */
  readonly identityProvider?: IdentityProvider;
  readonly clock: LegalClock;
  readonly clockWatch: ClockWatch;
  readonly dataDir: string;
  readonly places: Places;
  keyOf(agency: string): AgencyKey;
  /** Set in a demonstration: the token role buttons carry, and whose buttons there are. */
  readonly demonstration?: Demonstration;
  readonly firstAdministrator: FirstAdministrator;
}

export interface Demonstration {
  readonly token: string;
  readonly roles: readonly { readonly login: string; readonly name: string; readonly title: string }[];
}

/** In production, the one-time way to the first administrator; shut once used. */
export interface FirstAdministrator {
  readonly open: boolean;
  accept(token: string): boolean;
  shut(): void;
}
