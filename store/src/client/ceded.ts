import type { Json } from './json.ts';
import type { Connections } from './pool.ts';

/** A file that another agency has given to this one, by the line its lists show. */
export interface CededRow {
  readonly stream: string;
  readonly summary: Json;
}

export interface CededPage {
  readonly rows: readonly CededRow[];
  /** How many lie there in all. */
  readonly waiting: number;
}

/** Files given to `agency` by another that it has not received yet, after a stream, in the order of their names. */
export async function cededWaiting(
  app: Connections,
  agency: string,
  { from, after, limit }: { readonly from: string; readonly after?: string; readonly limit: number },
): Promise<CededPage> {
  const rows = await app.as(agency)<CededRow & { readonly waiting: number }>(
    'select c.stream, c.summary, c.waiting::integer as waiting from zz.ceded_waiting($1, $2, $3) c order by c.stream',
    [from, after ?? '', limit],
  );
  return {
    rows: rows.map(({ stream, summary }) => ({ stream, summary })),
    waiting: rows[0]?.waiting ?? 0,
  };
}

/** A file that has been given to nobody. */
export interface KeptRow extends CededRow {
  /** What is in it, of one that nobody handles yet: only that tells to which unit it belongs. */
  readonly state: Json | undefined;
}

/** Files of an agency that are still in its hands, after a stream, in the order of their names. */
export async function notCeded(
  app: Connections,
  agency: string,
  { after, limit }: { readonly after?: string; readonly limit: number },
): Promise<readonly KeptRow[]> {
  const rows = await app.as(agency)<CededRow & { readonly state: Json | null }>(
    `select t.stream, t.summary, case when t.handlers = '{}' then t.data end as state from zz.states t
     where t.agency_id = $1 and t.stream > $2 and t.stream like 'case/%' and t.ceded_to is null
     order by t.stream limit $3`,
    [agency, after ?? '', limit],
  );
  return rows.map((row) => ({ ...row, state: row.state ?? undefined }));
}
