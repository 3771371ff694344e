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
export async function loadStates(
  app: Connections,
  agency: string,
  streams: readonly string[],
): Promise<Map<string, StateRow>> {
  if (streams.length === 0) return new Map();
  const rows = await app.as(agency)<StateRow>(
    `select ${STATE_COLUMNS} from zz.states t where t.agency_id = $1 and t.stream = any($2)`,
    [agency, streams],
  );
  return new Map(rows.map((row) => [row.stream, row]));
}
