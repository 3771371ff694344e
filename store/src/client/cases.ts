import { searchTerms } from './bigrams.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { Connections } from './pool.ts';
import { STATE_COLUMNS, type StateRow, SUMMARY_COLUMNS } from './states.ts';

/** Which records of a list are wanted. */
export interface CaseFilter {
  /** Default: `case`. */
  readonly kind?: string | undefined;
  readonly stage?: string | undefined;
  /** Words that must all occur in the record's searchable text. */
  readonly text?: string | undefined;
  /** Officer who handles it. */
  readonly handler?: string | undefined;
  /** Opened at or after, and before, these instants. */
  readonly since?: string | undefined;
  readonly before?: string | undefined;
  /** A duty of somebody other than a party was due before this instant and is not met. */
  readonly lateAt?: string | undefined;
  /** Something in it is marked as defective. */
  readonly flawed?: boolean | undefined;
  /** Its summary says that it was let go ahead without review. */
  readonly exempted?: boolean | undefined;
}

export interface CaseQuery extends CaseFilter {
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
  /** With the states themselves: many times the size of what a list shows. */
  readonly whole?: boolean | undefined;
}

export interface CasePage {
  readonly rows: readonly StateRow[];
  /** Where the next page begins; absent on the last. */
  readonly next: string | undefined;
}

/** Records newest first by when they were opened. */
export async function listCases(app: Connections, agency: string, asked: CaseQuery): Promise<CasePage> {
  const { from, values } = selection(agency, asked);
  const cursor = asked.after === undefined ? undefined : readCursor(asked.after, 2);
  if (cursor) values.push(...cursor);
  const beyond = cursor
    ? ` and (t.opened_at, t.stream) < ($${values.length - 1}::timestamptz, $${values.length}::text)`
    : '';
  values.push(asked.limit + 1);
  const rows = await app.as(agency)<StateRow>(
    `${from.replace('$columns', asked.whole === true ? STATE_COLUMNS : SUMMARY_COLUMNS)}${beyond} order by t.opened_at desc, t.stream desc limit $${values.length}`,
    values,
  );
  const shown = rows.slice(0, asked.limit);
  const last = shown.at(-1);
  return {
    rows: shown,
    next: rows.length > asked.limit && last ? writeCursor([last.openedAt, last.stream]) : undefined,
  };
}

/** How many records match, counted no further than `atMost`. */
export async function countCases(
  app: Connections,
  agency: string,
  asked: CaseFilter,
  atMost: number,
): Promise<number> {
  const { from, values } = selection(agency, asked);
  values.push(atMost);
  const [row] = await app.as(agency)<{ n: number }>(
    `select count(*) as n from (${from.replace('$columns', '1')} limit $${values.length}) counted`,
    values,
  );
  return row?.n ?? 0;
}

function selection(agency: string, asked: CaseFilter): { from: string; values: unknown[] } {
  const values: unknown[] = [agency, asked.kind ?? 'case'];
  const given = (value: unknown): string => `$${values.push(value)}`;
  let from = 'select $columns from zz.states t where t.agency_id = $1 and t.kind = $2';
  if (asked.since !== undefined) from += ` and t.opened_at >= ${given(asked.since)}::timestamptz`;
  if (asked.before !== undefined) from += ` and t.opened_at < ${given(asked.before)}::timestamptz`;
  if (asked.flawed === true) from += " and (t.summary ->> 'defects')::integer > 0";
  if (asked.exempted === true) from += " and t.summary ->> 'exempted' = 'true'";
  if (asked.handler !== undefined)
    from += ` and t.stream in (select zz.streams_handled_by(${given(asked.handler)}))`;
  // What a party may still do and does not is nobody's delay.
  if (asked.lateAt !== undefined)
    from += ` and exists (select from zz.obligations o where o.agency_id = t.agency_id and o.stream = t.stream
      and o.met_at is null and o.lawful_due_at < ${given(asked.lateAt)}::timestamptz and o.owed_by <> 'party'
      and not coalesce((o.derivation ->> 'lapses')::boolean, false)
      and not coalesce((o.derivation ->> 'suspended')::boolean, false))`;
  if (asked.stage !== undefined) from += ` and t.stage = ${given(asked.stage)}`;
  const terms = asked.text === undefined ? undefined : searchTerms(asked.text);
  if (terms && terms.patterns.length > 0) {
    const grams = given(terms.grams);
    const patterns = given(terms.patterns);
    // Materialised: the hits are few and found first; a planner that walked the newest records instead would ask
    // the search again for each.
    from = `with hit as materialized (select h.stream from zz.search_streams($2, ${grams}, ${patterns}) h (stream))
      ${from} and t.stream in (select hit.stream from hit)`;
  }
  return { from, values };
}
