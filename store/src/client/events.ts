import type { ActorRecord } from './act-payload.ts';
import type { Connections, Query } from './pool.ts';

/** An event as it lies in the store. */
export interface StoredEvent {
  readonly agency: string;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  /** Canonical JSON. */
  readonly data: string;
  readonly salt: string;
  readonly actId: string;
  /** Its place among the events of its act, from 1. */
  readonly actSeq: number;
  readonly actName: string;
  readonly actDigest: string;
  readonly actor: ActorRecord;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly bundle: string | undefined;
  readonly read: Readonly<Record<string, number>>;
  /** Its place among all events of the installation; grows, with gaps. */
  readonly position: number;
  /** Agencies it has come through, the latest first, such as `b/a`; absent where it was written where it stands. */
  readonly carriedFrom: string | undefined;
}

/** An event and its leaf in the transparency log, absent while it waits (待入链). */
export interface LoggedEvent extends StoredEvent {
  readonly logIndex: number | undefined;
}

const COLUMNS = `e.agency_id as agency, e.stream, e.version, e.type, e.data, e.salt, e.act_id as "actId",
  e.act_seq as "actSeq", e.act_name as "actName", e.act_digest as "actDigest", e.actor, e.occurred_at as "occurredAt",
  e.recorded_at as "recordedAt", e.bundle, e.read, e.position, e.carried_from as "carriedFrom"`;

type Nullable<T> = { [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] };

/** Events, with what `rest` adds to the columns. */
export async function selectEvents(
  query: Query,
  rest: string,
  values: readonly unknown[],
): Promise<LoggedEvent[]> {
  const rows = await query<Nullable<LoggedEvent>>(`select ${COLUMNS}${rest}`, values);
  return rows.map((row) => ({
    ...row,
    bundle: row.bundle ?? undefined,
    carriedFrom: row.carriedFrom ?? undefined,
    logIndex: row.logIndex ?? undefined,
  }));
}

/** The events of one stream after a version (default: all), oldest first, with their places in the log. */
export function eventsWithLogIndex(
  app: Connections,
  agency: string,
  stream: string,
  afterVersion = 0,
): Promise<LoggedEvent[]> {
  return selectEvents(
    app.as(agency),
    `, l.idx as "logIndex" from zz.events e left join zz.log_entries l using (agency_id, stream, version)
     where e.agency_id = $1 and e.stream = $2 and e.version > $3 order by e.version`,
    [agency, stream, afterVersion],
  );
}

/** The events of one stream after a version (default: all), oldest first. */
export function events(
  app: Connections,
  agency: string,
  stream: string,
  afterVersion = 0,
): Promise<StoredEvent[]> {
  return selectEvents(
    app.as(agency),
    ' from zz.events e where e.agency_id = $1 and e.stream = $2 and e.version > $3 order by e.version',
    [agency, stream, afterVersion],
  );
}

/** The oldest committed events of all agencies that are not yet in the transparency log. */
export function outboxTake(app: Connections, limit: number): Promise<StoredEvent[]> {
  return selectEvents(app.query, ' from zz.outbox_take($1) e order by e.position', [limit]);
}

/** How often each of these acts has been done in an agency's files; an act that never was is absent. */
export async function countActs(
  app: Connections,
  agency: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await app.as(agency)<{ name: string; n: number }>(
    `select e.act_name as name, count(*)::integer as n from zz.events e
     where e.agency_id = $1 and e.act_seq = 1 and e.act_name = any($2::text[]) group by e.act_name`,
    [agency, names],
  );
  return new Map(rows.map(({ name, n }) => [name, n]));
}
