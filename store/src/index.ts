export type { Reading, SealedRow } from './client/access.ts';
export type { Account, NewSession, Noted, OfAccount, StoredAccount } from './client/accounts.ts';
export type {
  ActorRecord,
  ActPayload,
  AppendOutcome,
  Conflict,
  FileOrigin,
  NewEvent,
  NewMessage,
  NewObligation,
  NewPublication,
  NewSealed,
  SearchEntry,
  StreamAppend,
} from './client/act-payload.ts';
export type { CededPage, CededRow, KeptRow } from './client/ceded.ts';
export { bigrams, normalise } from './client/bigrams.ts';
export {
  atOneMoment,
  completeRows,
  type Keeping,
  putRows,
  rowsOf,
  type RowText,
  type TableKept,
  tablesKept,
} from './client/copying.ts';
export type { CaseCount, CaseFilter, CasePage, CaseQuery } from './client/cases.ts';
export type { LoggedEvent, StoredEvent } from './client/events.ts';
export type { SavedFilter } from './client/filters.ts';
export type { Json, JsonObject } from './client/json.ts';
export {
  type Ledger,
  type LedgerEvent,
  type LoggedPlace,
  newestRecord,
  openLedger,
  type PublishedColumns,
  type Rebuilt,
  type SealedText,
  type StandingRow,
  type StreamPlace,
} from './client/ledger.ts';
export type { LogMark } from './client/log.ts';
export type { MessageRow } from './client/messages.ts';
export type { ObligationQuery, ObligationRow } from './client/obligations.ts';
export type { PublishedDecision, PublishedPage, PublishedQuery, PublishedRow } from './client/published.ts';
export type {
  LookedDays,
  Recomputation,
  RecomputedBatch,
  RecomputedDuty,
} from './client/recomputations.ts';
export type { StateRow } from './client/states.ts';
export type { StateUnderLaw } from './client/recomputations.ts';
export type { OneConnection } from './client/pool.ts';
export { openStore, type Store } from './client/store.ts';
export { DatabaseUnavailable, DataDirectoryLocked } from './launcher/errors.ts';
export { acquireInstanceLock, type ReleaseLock } from './launcher/instance-lock.ts';
export { leaveRuntimeNote, runningOwnerUrl } from './launcher/runtime-note.ts';
export { type Database, type DatabaseOptions, startDatabase } from './launcher/start-database.ts';
export { loadMigrations, type Migration } from './migrations/load-migrations.ts';
export { type MigrateOptions, migrate, type RolePasswords } from './migrations/migrate.ts';
