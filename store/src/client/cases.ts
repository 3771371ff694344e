import { type SearchTerms, searchTerms } from './bigrams.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { Connections, Query } from './pool.ts';
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
  /** A word under which its summary says it is counted apart. */
  readonly mark?: string | undefined;
  /** Kind of enforcement; a summary that names none is of a penalty. */
  readonly enforcement?: string | undefined;
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

/** How many there are; `more` where counting stopped before the end. */
export interface CaseCount {
  readonly n: number;
  readonly more: boolean;
}

/**
 * A common word stands in many of the newest records, a rare one in few of all. So for a common one the newest are looked
 * through, as many as a page of hits should need, and only for a rare one, or where they do not fill the page, is the
 * index asked: year by year where nothing but words is asked for, else for all that hold them, which comes dear earlier.
 */
const COMMON = { toList: 0.03, toListNarrowed: 0.005, toCount: 0.1 };
const NEWEST = { toCount: 1000, atLeast: 2000, atMost: 15_000 };
/** Hits among the newest, so many times what a page needs: they do not stand evenly. */
const SPARE = 75;
/** So many hits among the newest are enough to say: these, and more. */
const ENOUGH = 50;

/** Records newest first by when they were opened. */
export async function listCases(app: Connections, agency: string, asked: CaseQuery): Promise<CasePage> {
  const query = app.as(agency);
  const rows = await rowsOf(query, agency, asked);
  const shown = rows.slice(0, asked.limit);
  const last = shown.at(-1);
  return {
    rows: shown,
    next: rows.length > asked.limit && last ? writeCursor([last.openedAt, last.stream]) : undefined,
  };
}

/** How many records match, counted no further than `atMost`; of a common word, no further than the newest records. */
export async function countCases(
  app: Connections,
  agency: string,
  asked: CaseFilter,
  atMost: number,
): Promise<CaseCount> {
  const query = app.as(agency);
  const terms = termsOf(asked);
  if (terms !== undefined && (await shareOf(query, terms)) >= COMMON.toCount) {
    const { from, newestFirst, values, given } = selection(agency, asked);
    const [row] = await query<{ looked: number; n: number }>(
      `with looked as materialized (select t.stream ${from} ${newestFirst} limit ${NEWEST.toCount})
       select (select count(*) from looked) as looked, (select count(*) from (select from looked l
         cross join lateral ${holding(given(terms.patterns))} limit ${given(atMost + 1)}) found) as n`,
      values,
    );
    const { looked = 0, n = 0 } = row ?? {};
    if (looked < NEWEST.toCount) return bounded(n, atMost);
    if (n >= ENOUGH) return { n: Math.min(n, atMost), more: true };
  }
  if (terms !== undefined && !isNarrowed(asked)) {
    const [row] = await query<{ n: number }>('select zz.search_count($1, $2, $3, $4) as n', [
      ...['case', terms.grams, terms.patterns, atMost + 1],
    ]);
    return bounded(row?.n ?? 0, atMost);
  }
  // Who handles what is told by a table of its own: as long as nothing else is asked of the cases, they are counted there.
  const { hits, from, values, given } = isOfHandling(asked)
    ? handled(agency, asked)
    : selection(agency, asked, terms);
  const [row] = await query<{ n: number }>(
    `${hits} select count(*) as n from (select ${from} limit ${given(atMost + 1)}) counted`,
    values,
  );
  return bounded(row?.n ?? 0, atMost);
}

function bounded(n: number, atMost: number): CaseCount {
  return { n: Math.min(n, atMost), more: n > atMost };
}

/** One row beyond the page, to know whether there is another. */
async function rowsOf(query: Query, agency: string, asked: CaseQuery): Promise<StateRow[]> {
  const cursor = asked.after === undefined ? undefined : readCursor(asked.after, 2);
  const columns = asked.whole === true ? STATE_COLUMNS : SUMMARY_COLUMNS;
  const limit = asked.limit + 1;
  const terms = termsOf(asked);
  const share = terms === undefined ? 0 : await shareOf(query, terms);
  const narrowed = isNarrowed(asked);
  if (terms !== undefined && share >= (narrowed ? COMMON.toListNarrowed : COMMON.toList)) {
    const newest = Math.min(NEWEST.atMost, Math.max(NEWEST.atLeast, Math.ceil(SPARE / share)));
    const { from, newestFirst, values, given } = selection(agency, asked, undefined, cursor);
    const rows = await query<StateRow & { looked: number; found: boolean }>(
      `with looked as materialized (select t.stream, t.opened_at ${from} ${newestFirst} limit ${newest}),
       hit as materialized (select l.stream from looked l cross join lateral ${holding(given(terms.patterns))}
         order by l.opened_at desc, l.stream desc limit ${given(limit)})
       select n.looked, t.stream is not null as found, ${columns} from (select count(*) as looked from looked) n
       left join (hit join zz.states t on t.agency_id = $1 and t.stream = hit.stream) on true
       order by t.opened_at desc, t.stream desc`,
      values,
    );
    const found = rows.filter((row) => row.found).map(({ looked: _looked, found: _found, ...row }) => row);
    if (found.length === limit || (rows[0]?.looked ?? 0) < newest) return found;
  }
  if (terms !== undefined && terms.grams.length > 0 && !narrowed)
    return query<StateRow>(
      `select ${columns} from zz.search_newest($2, $3, $4, $5, $6, $7) h
       join zz.states t on t.agency_id = $1 and t.stream = h.stream order by t.opened_at desc, t.stream desc`,
      [agency, 'case', terms.grams, terms.patterns, cursor?.[0], cursor?.[1], limit],
    );
  const { hits, from, newestFirst, values, given } = selection(agency, asked, terms, cursor);
  return query<StateRow>(`${hits} select ${columns} ${from} ${newestFirst} limit ${given(limit)}`, values);
}

/** Whether more is asked than the words: a part of the filter beside them, or another kind than cases. */
function isNarrowed(asked: CaseFilter): boolean {
  const { kind, stage, handler, since, before, lateAt, flawed, exempted, mark, enforcement } = asked;
  return [kind, stage, handler, since, before, lateAt, flawed, exempted, mark, enforcement].some(
    (part) => part !== undefined,
  );
}

/** Whether all that is asked stands in the table of who handles what. */
function isOfHandling({
  handler,
  kind,
  text,
  lateAt,
  flawed,
  exempted,
  mark,
  enforcement,
}: CaseFilter): boolean {
  const others = [kind, text, lateAt, flawed, exempted, mark, enforcement];
  return handler !== undefined && others.every((part) => part === undefined);
}

function handled(agency: string, asked: CaseFilter): Selection {
  const values: unknown[] = [agency, asked.handler];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const from = `from zz.handling h where h.agency_id = $1 and h.officer = $2 and h.stream like 'case/%'${narrowedBy(asked, 'h', given)}`;
  return { hits: '', from, newestFirst: '', values, given };
}

/** By when it was opened and how far it has come: columns of cases and of who handles them alike. */
function narrowedBy(
  { since, before, stage }: CaseFilter,
  table: 'h' | 't',
  given: Selection['given'],
): string {
  return [
    since === undefined ? '' : ` and ${table}.opened_at >= ${given(since)}::timestamptz`,
    before === undefined ? '' : ` and ${table}.opened_at < ${given(before)}::timestamptz`,
    stage === undefined ? '' : ` and ${table}.stage = ${given(stage)}`,
  ].join('');
}

function termsOf({ text }: CaseFilter): SearchTerms | undefined {
  const terms = text === undefined ? undefined : searchTerms(text);
  return terms === undefined || terms.patterns.length === 0 ? undefined : terms;
}

/** One record after the other until there are enough: with the offset a planner cannot read all texts beforehand instead. */
function holding(patterns: string): string {
  return `(select from zz.search s where s.agency_id = $1 and s.stream = l.stream and s.text like all (${patterns})
    offset 0) s`;
}

/** In what share of the records these words stand, as far as the statistics know; single characters are taken for common. */
async function shareOf(query: Query, { grams }: SearchTerms): Promise<number> {
  if (grams.length === 0) return 1;
  const [row] = await query<{ share: number }>(
    'select zz.search_share($1) as share',
    [grams],
    'search_share',
  );
  return row?.share ?? 0;
}

interface Selection {
  readonly hits: string;
  readonly from: string;
  readonly newestFirst: string;
  readonly values: unknown[];
  given(value: unknown): string;
}

/** What is asked of the records, but for their text, or with it by the index where `terms` are given. */
function selection(
  agency: string,
  asked: CaseFilter,
  terms?: SearchTerms,
  after?: readonly string[],
): Selection {
  const kind = asked.kind ?? 'case';
  const values: unknown[] = [agency, kind];
  const given = (value: unknown): string => `$${values.push(value)}`;
  // By handler the list stands in a table of its own, in the same order: the conditions its index knows are put to it.
  const h = asked.handler === undefined ? 't' : 'h';
  // By stage the index bears no kind, see 0017: it is asked in a way that no other index can answer.
  const ofKind = asked.stage === undefined ? 't.kind = $2' : 't.kind between $2 and $2';
  let from =
    asked.handler === undefined
      ? `from zz.states t where t.agency_id = $1 and ${ofKind}`
      : `from zz.handling h join zz.states t on t.agency_id = h.agency_id and t.stream = h.stream
         where h.agency_id = $1 and t.kind = $2 and h.officer = ${given(asked.handler)}`;
  from += narrowedBy(asked, h, given);
  if (after !== undefined)
    from += ` and (${h}.opened_at, ${h}.stream) < (${given(after[0])}::timestamptz, ${given(after[1])}::text)`;
  if (asked.flawed === true) from += " and (t.summary ->> 'defects')::integer > 0";
  if (asked.exempted === true) from += " and t.summary ->> 'exempted' = 'true'";
  if (asked.mark !== undefined)
    from += ` and coalesce(jsonb_exists(t.summary -> 'marks', ${given(asked.mark)}), false)`;
  if (asked.enforcement !== undefined)
    from += ` and coalesce(t.summary ->> 'kind', 'penalty') = ${given(asked.enforcement)}`;
  if (asked.lateAt !== undefined) from += ` and t.late_from < ${given(asked.lateAt)}::timestamptz`;
  const newestFirst = `order by ${h}.opened_at desc, ${h}.stream desc`;
  if (terms === undefined) return { hits: '', from, newestFirst, values, given };
  // Materialised: the hits are few and found first; a planner that walked the newest records instead would ask the
  // search again for each.
  const hits = `with hit as materialized
    (select s.stream from zz.search_streams($2, ${given(terms.grams)}, ${given(terms.patterns)}) s (stream))`;
  return { hits, from: `${from} and t.stream in (select hit.stream from hit)`, newestFirst, values, given };
}
