import type { NewObligation, NewPublication, SearchEntry } from './act-payload.ts';
import { normalise } from './bigrams.ts';
import { type LoggedEvent, selectEvents } from './events.ts';
import type { Json } from './json.ts';
import { oneConnection, type OneConnection } from './pool.ts';
import { type Recomputation, RECOMPUTATION_COLUMNS } from './recomputations.ts';
import { STATE_COLUMNS, type StateRow } from './states.ts';

/** An event, its place in the log, and whether it waits for one. */
export interface LedgerEvent extends LoggedEvent {
  readonly waiting: boolean;
}

/** A stream as it stands, with everything that is derived from its events. */
export interface StandingRow extends StateRow {
  readonly agency: string;
  /** In the form in which they came; absent fields are null. */
  readonly obligations: readonly Json[];
  readonly search: { readonly text: string; readonly grams: readonly string[] } | undefined;
  readonly published: PublishedColumns | undefined;
  /** Kept for lists: from when it is late, and who handles it. */
  readonly lateFrom: string | undefined;
  readonly handledBy: readonly string[];
}

/** The public row of a case as it is stored. */
export type PublishedColumns = { readonly [K in keyof Required<NewPublication>]: Json };

export interface SealedText {
  readonly ref: string;
  readonly keyId: string;
  readonly ciphertext: Uint8Array;
}

/** A place of the transparency log and the event that is said to stand there. */
export interface LoggedPlace {
  readonly index: number;
  readonly agency: string;
  readonly stream: string;
  readonly version: number;
  /** Whether the database still has that event. */
  readonly there: boolean;
}

/** Where a stream stands among all, for going on after it. */
export interface StreamPlace {
  readonly agency: string;
  readonly stream: string;
}

/** What a rebuilding puts in the place of everything that is derived from a stream's events. */
export interface Rebuilt extends StreamPlace {
  readonly kind: string;
  /** The version that was folded. */
  readonly version: number;
  readonly fold: string;
  readonly state: unknown;
  readonly summary: unknown;
  readonly openedAt: string | undefined;
  readonly obligations: readonly NewObligation[];
  readonly search: SearchEntry | undefined;
  readonly published: NewPublication | undefined;
}

/**
 * Everything the database holds, of all agencies, as its owner sees it: for verifying, backing up, restoring and
 * rebuilding. The server has no such view of it. One connection: statements follow each other.
 */
export interface Ledger {
  /**
   * Events after a position, oldest first. No event with a smaller position than one returned can appear later: acts
   * being written are waited for.
   */
  eventsFrom(position: number, limit: number): Promise<LedgerEvent[]>;
  /** Events of one stream, oldest first. */
  eventsOf(place: StreamPlace): Promise<LedgerEvent[]>;
  /** The agency that has received a stream out of another's hands; undefined while it lies where it was begun. */
  receivedBy(place: StreamPlace): Promise<string | undefined>;
  /** Streams after a place, in order of agency and name. */
  standing(after: StreamPlace, limit: number): Promise<StandingRow[]>;
  /** Streams of which there are events and nothing else. */
  withoutState(limit: number): Promise<StreamPlace[]>;
  /** What the database says of the log, from a place on. */
  logged(from: number, limit: number): Promise<LoggedPlace[]>;
  sealedOf(place: StreamPlace): Promise<SealedText[]>;
  /** An agency's changes of calendar, oldest first. */
  recomputations(agency: string): Promise<Recomputation[]>;
  bundle(digest: string): Promise<string | undefined>;
  putBundle(digest: string, text: string): Promise<void>;
  /** Puts a stream's derived rows in place, if it is still at the version that was folded. */
  rebuild(rebuilt: Rebuilt): Promise<boolean>;
  readonly connection: OneConnection;
  close(): Promise<void>;
}

/** Opens the ledger with the rights of the database's owner. */
export async function openLedger(ownerUrl: string): Promise<Ledger> {
  const connection = await oneConnection(ownerUrl);
  const { query } = connection;
  return {
    connection,
    eventsFrom: (position, limit) =>
      connection.transaction(async () => {
        // Waits until no act is being written, in a statement of its own: the next one then sees all of them.
        await query('select pg_advisory_xact_lock(zz.writing_gate())');
        return ledgerEvents(query, 'where e.position > $1 order by e.position limit $2', [position, limit]);
      }),
    eventsOf: ({ agency, stream }) =>
      ledgerEvents(query, 'where e.agency_id = $1 and e.stream = $2 order by e.version', [agency, stream]),
    receivedBy: async ({ agency, stream }) =>
      (
        await query<{ agency: string }>(
          `select e.agency_id as agency from zz.events e
           where split_part(e.carried_from, '/', 1) = $1 and e.stream = $2 and e.carried_from is not null limit 1`,
          [agency, stream],
        )
      )[0]?.agency,
    standing: (after, limit) => standing(connection, after, limit),
    withoutState: (limit) =>
      query<{ agency: string; stream: string }>(
        `select distinct e.agency_id as agency, e.stream from zz.events e where not exists
           (select from zz.states t where t.agency_id = e.agency_id and t.stream = e.stream)
         order by 1, 2 limit $1`,
        [limit],
      ),
    logged: (from, limit) =>
      query<LoggedPlace>(
        `select l.idx as index, l.agency_id as agency, l.stream, l.version, e.stream is not null as there
         from zz.log_entries l left join zz.events e using (agency_id, stream, version)
         where l.idx >= $1 order by l.idx limit $2`,
        [from, limit],
      ),
    sealedOf: ({ agency, stream }) =>
      query<SealedText>(
        `select s.ref, s.key_id as "keyId", s.ciphertext from zz.sealed s
         where s.agency_id = $1 and s.subject = $2 order by s.ref`,
        [agency, stream],
      ),
    recomputations: (agency) =>
      query<Recomputation>(
        `select ${RECOMPUTATION_COLUMNS} from zz.recomputations r where r.agency_id = $1 order by r.n`,
        [agency],
      ),
    bundle: async (digest) =>
      (await query<{ text: string }>('select b.text from zz.bundles b where b.digest = $1', [digest]))[0]
        ?.text,
    putBundle: async (digest, text) => void (await query('select zz.bundle_put($1, $2)', [digest, text])),
    rebuild: (rebuilt) => rebuild(connection, rebuilt),
    close: () => connection.close(),
  };
}

/** When the last thing was recorded, by the clock of that time; undefined where nothing ever was. */
export async function newestRecord(ownerUrl: string): Promise<string | undefined> {
  const { query, close } = await oneConnection(ownerUrl);
  try {
    const [row] = await query<{ at: string }>(
      'select e.recorded_at as at from zz.events e order by e.position desc limit 1',
    );
    return row?.at;
  } finally {
    await close();
  }
}

async function ledgerEvents(
  query: OneConnection['query'],
  rest: string,
  values: readonly unknown[],
): Promise<LedgerEvent[]> {
  const rows = await selectEvents(
    query,
    `, l.idx as "logIndex", o.position is not null as waiting
     from zz.events e left join zz.log_entries l using (agency_id, stream, version)
     left join zz.outbox o using (agency_id, stream, version) ${rest}`,
    values,
  );
  return rows as LedgerEvent[];
}

async function standing({ query }: OneConnection, after: StreamPlace, limit: number): Promise<StandingRow[]> {
  type Row = Omit<StandingRow, 'search' | 'published' | 'lateFrom'> & {
    readonly lateFrom: string | null;
    readonly search: StandingRow['search'] | null;
    readonly published: StandingRow['published'] | null;
  };
  const rows = await query<Row>(
    `with page as materialized (
       select t.* from zz.states t where (t.agency_id, t.stream) > ($1, $2) order by t.agency_id, t.stream limit $3)
     select t.agency_id as agency, ${STATE_COLUMNS}, t.late_from as "lateFrom",
       array(select h.officer from zz.handling h where h.agency_id = t.agency_id and h.stream = t.stream
         order by h.officer) as "handledBy",
       coalesce((select jsonb_agg(zz.obligation_told(o) order by o.id) from zz.obligations o
         where o.agency_id = t.agency_id and o.stream = t.stream), '[]') as obligations,
       (select jsonb_build_object('text', s.text, 'grams', to_jsonb(s.grams)) from zz.search s
         where s.agency_id = t.agency_id and s.stream = t.stream) as search,
       (select jsonb_build_object('id', d.id, 'documentNumber', d.document_number, 'title', d.title, 'party', d.party,
           'publishedDay', d.published_day, 'decidedDay', d.decided_day, 'withdrawnAt', zz.instant(d.withdrawn_at),
           'withdrawnReason', d.withdrawn_reason, 'page', d.page, 'text', d.text, 'grams', to_jsonb(d.grams))
         from published.decisions d where d.agency_id = t.agency_id and 'case/' || d.id = t.stream) as published
     from page t order by t.agency_id, t.stream`,
    [after.agency, after.stream, limit],
  );
  return rows.map((row) => ({
    ...row,
    search: row.search ?? undefined,
    published: row.published ?? undefined,
    lateFrom: row.lateFrom ?? undefined,
  }));
}

async function rebuild(connection: OneConnection, one: Rebuilt): Promise<boolean> {
  return connection.transaction(async () => {
    const { query } = connection;
    const { agency, stream } = one;
    const found = await query(
      `update zz.states t set kind = $4, fold = $5, data = $6, summary = $7,
         opened_at = date_trunc('second', coalesce($8::timestamptz, t.opened_at)), late_from = zz.late_from($9)
       where t.agency_id = $1 and t.stream = $2 and t.version = $3 returning 1`,
      [
        ...[agency, stream, one.version, one.kind, one.fold, JSON.stringify(one.state)],
        ...[JSON.stringify(one.summary ?? {}), one.openedAt, JSON.stringify(one.obligations)],
      ],
    );
    if (found.length === 0) return false;
    await query('select zz.put_obligations($1, $2, $3)', [agency, stream, JSON.stringify(one.obligations)]);
    if (one.search !== undefined)
      await query('select zz.put_search($1, $2, $3, $4)', [
        ...[agency, stream, one.kind],
        JSON.stringify({ ...one.search, text: normalise(one.search.text) }),
      ]);
    if (one.published !== undefined)
      await query('select zz.put_published($1, $2)', [
        agency,
        JSON.stringify([{ ...one.published, text: normalise(one.published.text) }]),
      ]);
    return true;
  });
}
