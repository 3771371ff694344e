import { searchTerms } from './bigrams.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { Json } from './json.ts';
import type { Connections } from './pool.ts';

/** A decision in a public list. */
export interface PublishedRow {
  readonly agency: string;
  /** Name of the agency as the page gives it; empty once withdrawn. */
  readonly agencyName: string;
  readonly id: string;
  readonly documentNumber: string;
  readonly title: string;
  readonly party: string;
  /** `YYYY-MM-DD`. */
  readonly publishedDay: string;
  readonly decidedDay: string | undefined;
}

/** A public page. A withdrawn one keeps number, title and reason; its page is empty. */
export interface PublishedDecision extends PublishedRow {
  readonly page: Json;
  readonly withdrawnAt: string | undefined;
  readonly withdrawnReason: string | undefined;
}

export interface PublishedQuery {
  readonly agency?: string | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface PublishedPage {
  readonly rows: readonly PublishedRow[];
  readonly next: string | undefined;
}

type Row = Omit<PublishedRow, 'decidedDay'> & { readonly decidedDay: string | null };
type Decision = Omit<PublishedDecision, 'decidedDay' | 'withdrawnAt' | 'withdrawnReason'> & {
  readonly decidedDay: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnReason: string | null;
};

const LISTED = `d.agency_id as agency, coalesce(d.page ->> 'agency', '') as "agencyName", d.id, d.document_number as "documentNumber", d.title, d.party,
  d.published_day as "publishedDay", d.decided_day as "decidedDay"`;

/** What the public reads, through the portal's role. Lists are newest first and leave out what was withdrawn. */
export function published(portal: Connections) {
  const page = async (asked: PublishedQuery, text: string): Promise<PublishedPage> => {
    const values: unknown[] = [];
    let where = 'd.withdrawn_at is null';
    if (asked.agency !== undefined) where += ` and d.agency_id = $${values.push(asked.agency)}`;
    let source = 'published.decisions';
    let before = '';
    const terms = searchTerms(text);
    if (terms.patterns.length > 0) {
      before = `with hit as materialized (select * from published.decisions h
        where h.grams @> $${values.push(terms.grams)}::text[] and h.text like all ($${values.push(terms.patterns)}::text[]))`;
      source = 'hit';
    }
    if (asked.after !== undefined) {
      const [day, agency, id] = readCursor(asked.after, 3);
      where += ` and (d.published_day, d.agency_id, d.id) <
        ($${values.push(day)}::date, $${values.push(agency)}::text, $${values.push(id)}::text)`;
    }
    const rows = await portal.query<Row>(
      `${before} select ${LISTED} from ${source} d where ${where}
       order by d.published_day desc, d.agency_id desc, d.id desc limit $${values.push(asked.limit + 1)}`,
      values,
    );
    const shown = rows
      .slice(0, asked.limit)
      .map((row) => ({ ...row, decidedDay: row.decidedDay ?? undefined }));
    const last = shown.at(-1);
    const more = rows.length > asked.limit && last;
    return { rows: shown, next: more ? writeCursor([last.publishedDay, last.agency, last.id]) : undefined };
  };
  return {
    list: (asked: PublishedQuery): Promise<PublishedPage> => page(asked, ''),
    /** Decisions whose public text holds all words of `text`. */
    search: (asked: PublishedQuery & { readonly text: string }): Promise<PublishedPage> =>
      page(asked, asked.text),
    /** The agency in whose hands a published decision is now, whoever published it. */
    async holder(id: string): Promise<string | undefined> {
      const [row] = await portal.query<{ agency: string }>(
        'select d.agency_id as agency from published.decisions d where d.id = $1 limit 1',
        [id],
      );
      return row?.agency;
    },
    /** One decision, withdrawn or not. */
    async get(agency: string, id: string): Promise<PublishedDecision | undefined> {
      const [row] = await portal.query<Decision>(
        `select ${LISTED}, d.page, d.withdrawn_at as "withdrawnAt", d.withdrawn_reason as "withdrawnReason"
         from published.decisions d where d.agency_id = $1 and d.id = $2`,
        [agency, id],
      );
      return (
        row && {
          ...row,
          decidedDay: row.decidedDay ?? undefined,
          withdrawnAt: row.withdrawnAt ?? undefined,
          withdrawnReason: row.withdrawnReason ?? undefined,
        }
      );
    },
  };
}
