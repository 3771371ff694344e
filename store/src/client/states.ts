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

/** Loads several streams in one query; those that do not exist are missing from the map. */
export type LoadStates = (
  agency: string,
  streams: readonly string[],
) => Promise<ReadonlyMap<string, StateRow>>;

/** As it was read: `written` is the transaction that wrote this form of the row. */
interface Kept {
  readonly written: string;
  readonly state: Json;
}

/**
 * Every request reads the agency's own record, which is large and changes once in a while. Its last form is kept, and
 * the database sends it only when another transaction has written the row since: what is answered is always what stands.
 */
export function stateLoader(app: Connections): LoadStates {
  const kept = new Map<string, Kept>();
  return async (agency, streams) => {
    if (streams.length === 0) return new Map();
    const own = `agency/${agency}`;
    const known = kept.get(own);
    const rows = await app.as(agency)<StateRow & { written: string; same: boolean }>(
      `select t.stream, t.kind, t.version, t.fold, t.summary, t.opened_at as "openedAt", t.changed_at as "changedAt",
         t.xmin::text as written, s.same, case when not s.same then t.data end as state
       from zz.states t cross join lateral (select t.stream = $3 and t.xmin::text = $4 as same) s
       where t.agency_id = $1 and t.stream = any($2)`,
      [agency, streams, own, known?.written ?? ''],
      'states_load',
    );
    return new Map(
      rows.map(({ written, same, ...row }) => {
        const state = same && known !== undefined ? known.state : row.state;
        if (row.stream === own && !same) kept.set(own, { written, state });
        return [row.stream, { ...row, state }];
      }),
    );
  };
}
