import type { NewObligation } from './act-payload.ts';
import type { Json } from './json.ts';
import type { Connections } from './pool.ts';
import { STATE_COLUMNS, type StateRow } from './states.ts';

/** Days from the first to the last, `YYYY-MM-DD`, both included. */
export interface LookedDays {
  readonly first: string;
  readonly last: string;
}

/** A change of law by which duties were computed anew. */
export interface Recomputation {
  readonly n: number;
  readonly from: string;
  readonly to: string;
  /** The days that changed; absent where none did, and the row says only up to which law everything is computed. */
  readonly firstDay: string | undefined;
  readonly lastDay: string | undefined;
  /** Cases found when it began. */
  readonly total: number;
  /** The stream up to which cases are done. */
  readonly cursor: string;
  readonly cases: number;
  /** Duties that came out otherwise. */
  readonly changed: number;
  readonly startedAt: string;
  readonly finishedAt: string | undefined;
}

/** A batch of cases computed anew; `after` is the cursor it goes on from. */
export interface RecomputedBatch {
  readonly agency: string;
  readonly n: number;
  readonly from: string;
  readonly to: string;
  readonly firstDay?: string | undefined;
  readonly lastDay?: string | undefined;
  readonly total?: number;
  readonly after: string;
  readonly cursor: string;
  readonly finished: boolean;
  /** How many cases were looked at; as many as the batch brings unless given. */
  readonly cases?: number;
  /** Those that may have come out otherwise. */
  readonly streams: readonly {
    readonly stream: string;
    /** Version of the state it was computed from. */
    readonly version: number;
    readonly looked: LookedDays;
    readonly obligations: readonly NewObligation[];
  }[];
}

/** A duty that came out otherwise; absent before or after where it had not been or is no more. */
export interface RecomputedDuty {
  readonly stream: string;
  readonly id: string;
  /** Its dates are others. Where not, only what is said of them is. */
  readonly moved: boolean;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly summary: Json;
}

type Nulls<T> = { [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] };

const SPANNING = 'from zz.states t where t.agency_id = $1 and t.looked_last >= $2 and t.looked_first <= $3';

/**
 * Cases, and the agency's own records, whose duties rest on one of these days, in order of streams after one of them: all
 * their names at once, since no index holds them in this order and asking page by page would sort them all for each.
 */
export async function spanning(
  app: Connections,
  agency: string,
  days: LookedDays,
  after: string,
): Promise<readonly string[]> {
  const rows = await app.as(agency)<{ stream: string }>(
    `select t.stream ${SPANNING} and t.kind in ('agency', 'case') and t.stream collate "C" > $4 order by t.stream collate "C"`,
    [agency, days.first, days.last, after],
  );
  return rows.map(({ stream }) => stream);
}

/** A state, and the bundle of law its last event was recorded by. */
export interface StateUnderLaw extends StateRow {
  readonly bundle: string | undefined;
}

/** These as they stand, in the same order. Passed by once, they are not kept at hand. */
export async function statesPassed(
  app: Connections,
  agency: string,
  streams: readonly string[],
): Promise<StateUnderLaw[]> {
  const rows = await app.as(agency)<Nulls<StateUnderLaw>>(
    `select ${STATE_COLUMNS}, (select e.bundle from zz.events e where e.agency_id = t.agency_id and e.stream = t.stream
         and e.version = t.version) as bundle
     from zz.states t where t.agency_id = $1 and t.stream = any($2::text[]) order by t.stream collate "C"`,
    [agency, streams],
  );
  return rows.map((row) => ({ ...row, bundle: row.bundle ?? undefined }));
}

/** How many cases these are, and how many of them still owe something. */
export async function countSpanning(
  app: Connections,
  agency: string,
  days: LookedDays,
): Promise<{ readonly cases: number; readonly open: number }> {
  const [row] = await app.as(agency)<{ cases: number; open: number }>(
    `select count(*) as cases, count(*) filter (where exists (select from zz.obligations o
       where o.agency_id = t.agency_id and o.stream = t.stream and o.met_at is null)) as open ${SPANNING} and t.kind = 'case'`,
    [agency, days.first, days.last],
  );
  return row ?? { cases: 0, open: 0 };
}

/** Takes a batch in, whole; `conflict` when it was in already or a case has moved on since. */
export async function takeRecomputed(
  app: Connections,
  batch: RecomputedBatch,
): Promise<{ readonly outcome: 'taken'; readonly changed: number } | { readonly outcome: 'conflict' }> {
  const [row] = await app.as(batch.agency)<{
    answer: { outcome: 'taken'; changed: number } | { outcome: 'conflict' };
  }>('select zz.obligations_recompute($1) as answer', [JSON.stringify(batch)]);
  if (!row) throw new Error('数据库没有作答');
  return row.answer;
}

/** The columns of a {@link Recomputation}, for the table alias `r`. */
export const RECOMPUTATION_COLUMNS = `r.n, r.from_bundle as "from", r.to_bundle as "to", r.first_day as "firstDay",
  r.last_day as "lastDay", r.total, r.cursor, r.cases, r.changed, r.started_at as "startedAt", r.finished_at as "finishedAt"`;

/** All of an agency's, the newest first. */
export async function recomputations(app: Connections, agency: string): Promise<Recomputation[]> {
  const rows = await app.as(agency)<Nulls<Recomputation>>(
    `select ${RECOMPUTATION_COLUMNS} from zz.recomputations r where r.agency_id = $1 order by r.n desc`,
    [agency],
  );
  return rows.map((row) => ({
    ...row,
    firstDay: row.firstDay ?? undefined,
    lastDay: row.lastDay ?? undefined,
    finishedAt: row.finishedAt ?? undefined,
  }));
}

/** Duties of one that came out with other dates, by case. */
export async function movedDuties(
  app: Connections,
  agency: string,
  n: number,
  limit: number,
): Promise<RecomputedDuty[]> {
  const rows = await app.as(agency)<Nulls<RecomputedDuty>>(
    `select d.stream, d.id, d.moved, d.before, d.after, t.summary
     from zz.recomputed d join zz.states t using (agency_id, stream)
     where d.agency_id = $1 and d.n = $2 and d.moved and t.kind = 'case' order by d.stream collate "C", d.id limit $3`,
    [agency, n, limit],
  );
  return rows.map((row) => ({ ...row, before: row.before ?? undefined, after: row.after ?? undefined }));
}

/** In how many cases a date has moved. */
export async function countMoved(app: Connections, agency: string, n: number): Promise<number> {
  const [row] = await app.as(agency)<{ n: number }>(
    `select count(distinct d.stream) as n from zz.recomputed d join zz.states t using (agency_id, stream)
     where d.agency_id = $1 and d.n = $2 and d.moved and t.kind = 'case'`,
    [agency, n],
  );
  return row?.n ?? 0;
}

/** Agencies of the installation. */
export async function agencies(app: Connections): Promise<string[]> {
  const rows = await app.query<{ agency: string }>('select a as agency from zz.agencies() a', []);
  return rows.map((row) => row.agency);
}
