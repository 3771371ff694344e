import { noteAccess, openSealed, type Reading, type SealedRow } from './access.ts';
import { accounts } from './accounts.ts';
import type { ActPayload, AppendOutcome } from './act-payload.ts';
import { appending } from './append.ts';
import { blobs } from './blobs.ts';
import { type CededPage, cededWaiting, type KeptRow, notCeded } from './ceded.ts';
import {
  type CaseCount,
  type CaseFilter,
  type CasePage,
  type CaseQuery,
  countCases,
  listCases,
} from './cases.ts';
import {
  countActs,
  events,
  eventsWithLogIndex,
  type LoggedEvent,
  outboxTake,
  type StoredEvent,
} from './events.ts';
import { filters } from './filters.ts';
import { bundle, databaseClock, type LogMark, markLogged, outboxWaiting, putBundle } from './log.ts';
import { messages } from './messages.ts';
import { type ObligationQuery, type ObligationRow, obligations, obligationsOf } from './obligations.ts';
import { connections } from './pool.ts';
import { published } from './published.ts';
import {
  agencies,
  countMoved,
  countSpanning,
  type LookedDays,
  movedDuties,
  type Recomputation,
  type RecomputedBatch,
  type RecomputedDuty,
  recomputations,
  spanning,
  statesPassed,
  takeRecomputed,
} from './recomputations.ts';
import { type States, states } from './states.ts';

/**
 * What the system remembers, through the server's and the portal's roles. Every method is one statement, a search two;
 * acts, states and sessions that come together share one.
 */
export interface Store {
  /** The only way anything legal is written: all of the act, or nothing. */
  append(act: ActPayload): Promise<AppendOutcome>;
  readonly states: States;
  events(agency: string, stream: string, afterVersion?: number): Promise<StoredEvent[]>;
  eventsWithLogIndex(agency: string, stream: string, afterVersion?: number): Promise<LoggedEvent[]>;
  countActs(agency: string, names: readonly string[]): Promise<ReadonlyMap<string, number>>;
  listCases(agency: string, asked: CaseQuery): Promise<CasePage>;
  countCases(agency: string, asked: CaseFilter, atMost: number): Promise<CaseCount>;
  /** Files another agency has given to this one and it has not received yet. */
  cededWaiting(
    agency: string,
    asked: { readonly from: string; readonly after?: string; readonly limit: number },
  ): Promise<CededPage>;
  /** Files that are still in the agency's own hands. */
  notCeded(
    agency: string,
    asked: { readonly after?: string; readonly limit: number },
  ): Promise<readonly KeptRow[]>;
  obligations(agency: string, asked: ObligationQuery): Promise<ObligationRow[]>;
  obligationsOf(agency: string, stream: string): Promise<ObligationRow[]>;
  /** The database's own clock. */
  clock(): Promise<string>;
  /** Agencies of the installation. */
  agencies(): Promise<string[]>;
  /** Duties computed anew when the days of the calendar change. */
  readonly recomputing: {
    spanning(agency: string, days: LookedDays, after: string): Promise<readonly string[]>;
    states(agency: string, streams: readonly string[]): ReturnType<typeof statesPassed>;
    count(agency: string, days: LookedDays): Promise<{ readonly cases: number; readonly open: number }>;
    take(batch: RecomputedBatch): ReturnType<typeof takeRecomputed>;
    list(agency: string): Promise<Recomputation[]>;
    moved(agency: string, n: number, limit: number): Promise<RecomputedDuty[]>;
    countMoved(agency: string, n: number): Promise<number>;
  };
  noteAccess(reading: Reading & { readonly subject: string }): Promise<boolean>;
  openSealed(reading: Reading & { readonly ref: string }): Promise<SealedRow | undefined>;
  putBundle(digest: string, text: string): Promise<void>;
  bundle(digest: string): Promise<string | undefined>;
  readonly outbox: {
    take(limit: number): Promise<StoredEvent[]>;
    mark(entries: readonly LogMark[]): Promise<number>;
    /** How many wait, counted no further than `most`, and since when. */
    waiting(most: number): ReturnType<typeof outboxWaiting>;
  };
  readonly accounts: ReturnType<typeof accounts>;
  readonly blobs: ReturnType<typeof blobs>;
  readonly filters: ReturnType<typeof filters>;
  readonly messages: ReturnType<typeof messages>;
  readonly published: ReturnType<typeof published>;
  /** Waits for statements under way, then closes the connections. */
  close(): Promise<void>;
}

/** Opens the store on a started database. */
export function openStore(database: { readonly appUrl: string; readonly portalUrl: string }): Store {
  const app = connections(database.appUrl, 16);
  // Calls that speak for no agency have connections of their own: otherwise a connection would change its agency, a
  // round trip each time, between finding a session and loading a case.
  const plain = connections(database.appUrl, 8);
  const portal = connections(database.portalUrl, 8);
  return {
    append: appending(app),
    states: states(app),
    events: (agency, stream, afterVersion) => events(app, agency, stream, afterVersion),
    eventsWithLogIndex: (agency, stream, afterVersion) =>
      eventsWithLogIndex(app, agency, stream, afterVersion),
    countActs: (agency, names) => countActs(app, agency, names),
    listCases: (agency, asked) => listCases(app, agency, asked),
    countCases: (agency, asked, atMost) => countCases(app, agency, asked, atMost),
    cededWaiting: (agency, asked) => cededWaiting(app, agency, asked),
    notCeded: (agency, asked) => notCeded(app, agency, asked),
    obligations: (agency, asked) => obligations(app, agency, asked),
    obligationsOf: (agency, stream) => obligationsOf(app, agency, stream),
    clock: () => databaseClock(plain),
    agencies: () => agencies(plain),
    recomputing: {
      spanning: (agency, days, after) => spanning(app, agency, days, after),
      states: (agency, streams) => statesPassed(app, agency, streams),
      count: (agency, days) => countSpanning(app, agency, days),
      take: (batch) => takeRecomputed(app, batch),
      list: (agency) => recomputations(app, agency),
      moved: (agency, n, limit) => movedDuties(app, agency, n, limit),
      countMoved: (agency, n) => countMoved(app, agency, n),
    },
    noteAccess: (reading) => noteAccess(app, reading),
    openSealed: (reading) => openSealed(app, reading),
    putBundle: (digest, text) => putBundle(plain, digest, text),
    bundle: (digest) => bundle(plain, digest),
    outbox: {
      take: (limit) => outboxTake(plain, limit),
      mark: (entries) => markLogged(plain, entries),
      waiting: (most) => outboxWaiting(plain, most),
    },
    accounts: accounts(plain),
    blobs: blobs(app),
    filters: filters(plain),
    messages: messages(app),
    published: published(portal),
    close: async () => {
      await Promise.all([app.close(), plain.close(), portal.close()]);
    },
  };
}
