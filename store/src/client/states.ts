import { gathered } from './gathered.ts';
import type { Json } from './json.ts';
import type { Connections } from './pool.ts';

/** A stream as it stands. */
export interface StateRow {
  readonly stream: string;
  readonly kind: string;
  readonly version: number;
  /** Digest of the code that folded it; another than the running code's means: fold again. */
  readonly fold: string;
  readonly state: Json;
  readonly summary: Json;
  readonly openedAt: string;
  readonly changedAt: string;
}

/** The columns of a {@link StateRow}, for the table alias `t`. */
export const STATE_COLUMNS = `t.stream, t.kind, t.version, t.fold, t.data as state, t.summary, t.opened_at as "openedAt",
  t.changed_at as "changedAt"`;

/** The same without the states: an empty object stands in their place. */
export const SUMMARY_COLUMNS = `t.stream, t.kind, t.version, t.fold, '{}'::jsonb as state, t.summary, t.opened_at as "openedAt",
  t.changed_at as "changedAt"`;

/** States of streams; those that do not exist are missing from the map. */
export interface States {
  /** As they stand, in one query, which askers of one agency who come together share. */
  load(agency: string, streams: readonly string[]): Promise<ReadonlyMap<string, StateRow>>;
  /**
   * As they were last read, without asking the database; missing where nobody has read them of late. They may have moved
   * on: enough to decide by when the versions are checked as the act is written, never to answer a question.
   */
  lastRead(agency: string, streams: readonly string[]): ReadonlyMap<string, StateRow>;
}

/** As it was read: `written` is the transaction that wrote this form of the row. */
interface Kept {
  readonly written: string;
  readonly row: StateRow;
}

/** Streams somebody wants to know, of one agency. */
interface Asked {
  readonly agency: string;
  readonly streams: readonly string[];
}

/** Enough for what an agency works on within minutes; some tens of kilobytes each. */
const keptAtMost = 200;

/**
 * Every request reads the agency's own record, which is large and changes once in a while, and the file somebody works
 * on is read again and again. Their last form is kept, and the database sends one only when another transaction has
 * written the row since: what is answered is always what stands.
 */
export function states(app: Connections): States {
  // The least lately read first: a map keeps the order in which keys were set.
  const kept = new Map<string, Kept>();
  const keyOf = (agency: string, stream: string) => `${agency} ${stream}`;
  const keep = (key: string, read: Kept) => {
    kept.delete(key);
    kept.set(key, read);
    const [oldest] = kept.keys();
    if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest);
  };
  const load = gathered<Asked, ReadonlyMap<string, StateRow>>({
    ...{ ways: 2, most: 16 },
    together: (one, other) => one.agency === other.agency,
    send: async (group) => {
      const agency = group[0]?.agency ?? '';
      const streams = [...new Set(group.flatMap((one) => one.streams))];
      const known = new Map(streams.map((stream) => [stream, kept.get(keyOf(agency, stream))]));
      const rows = await app.as(agency)<StateRow & { written: string; same: boolean }>(
        `select t.stream, t.kind, t.version, t.fold, t.summary, t.opened_at as "openedAt", t.changed_at as "changedAt",
           t.xmin::text as written, k.same, case when not k.same then t.data end as state
         from zz.states t cross join lateral
           (select t.xmin::text = ($3::text[])[array_position($2::text[], t.stream)] as same) k
         where t.agency_id = $1 and t.stream = any($2::text[])`,
        [agency, streams, streams.map((stream) => known.get(stream)?.written ?? '')],
        'states_load',
      );
      const found = new Map(
        rows.map(({ written, same, ...read }) => {
          const before = known.get(read.stream);
          const row = same && before !== undefined ? before.row : read;
          keep(keyOf(agency, read.stream), { written, row });
          return [row.stream, row];
        }),
      );
      return group.map(
        (one) =>
          new Map(
            one.streams.flatMap((stream) => {
              const row = found.get(stream);
              return row === undefined ? [] : [[stream, row] as const];
            }),
          ),
      );
    },
  });
  return {
    load: async (agency, streams) => (streams.length === 0 ? new Map() : load({ agency, streams })),
    lastRead: (agency, streams) =>
      new Map(
        streams.flatMap((stream) => {
          const row = kept.get(keyOf(agency, stream))?.row;
          return row === undefined ? [] : [[stream, row] as const];
        }),
      ),
  };
}
