import type { Json } from './json.ts';
import type { Connections } from './pool.ts';

/** A duty as stored. Whether it is late is a comparison of its dates with the legal clock, never a column. */
export interface ObligationRow {
  readonly stream: string;
  readonly id: string;
  readonly duty: string;
  readonly label: string;
  readonly per: string;
  readonly subject: string;
  readonly owedBy: string;
  readonly roles: readonly string[];
  readonly assignees: readonly string[];
  readonly fromAt: string | undefined;
  readonly dueAt: string | undefined;
  readonly lawfulDueAt: string | undefined;
  readonly remindAt: string | undefined;
  readonly metAt: string | undefined;
  readonly provisional: boolean;
  readonly clauses: readonly string[];
  readonly derivation: Json;
  /** The summary of the record it belongs to. */
  readonly summary: Json;
}

export interface ObligationQuery {
  /** Named in person. With `roles`: or owed by one of these roles and nobody named yet. */
  readonly assignee?: string | undefined;
  /** The same of any of several. */
  readonly assignees?: readonly string[] | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly openOnly: boolean;
  /** Due at or before this instant. */
  readonly until?: string | undefined;
  readonly limit: number;
}

type Instants = 'fromAt' | 'dueAt' | 'lawfulDueAt' | 'remindAt' | 'metAt';
type Row = Omit<ObligationRow, Instants> & { readonly [K in Instants]: string | null };

/** Duties, wherever they are taken from, each with the record it belongs to. */
const selectFrom = (
  duties: string,
): string => `select o.stream, o.id, o.duty, o.label, o.per, o.subject, o.owed_by as "owedBy", o.roles, o.assignees,
    o.from_at as "fromAt", o.due_at as "dueAt", o.lawful_due_at as "lawfulDueAt", o.remind_at as "remindAt",
    o.met_at as "metAt", o.provisional, o.clauses, o.derivation, t.summary
  from ${duties} o join zz.states t using (agency_id, stream)`;
const SOONEST_FIRST = 'order by o.due_at, o.stream, o.id';

/** Duties of an agency, soonest due first; those without a date last. */
export async function obligations(
  app: Connections,
  agency: string,
  asked: ObligationQuery,
): Promise<ObligationRow[]> {
  const officers = asked.assignees ?? (asked.assignee === undefined ? [] : [asked.assignee]);
  const named = asked.assignee !== undefined || asked.assignees !== undefined;
  // Few of an agency's open duties lie on one person: the index finds them; it holds no others.
  if (named && asked.openOnly)
    return (
      await app.as(agency)<Row>(`${selectFrom('zz.duties_borne($1, $2, $3, $4)')} ${SOONEST_FIRST}`, [
        officers,
        asked.roles ?? [],
        asked.until,
        asked.limit,
      ])
    ).map(withoutNulls);
  const values: unknown[] = [agency];
  let where = 'where o.agency_id = $1';
  if (asked.openOnly) where += ' and o.met_at is null';
  if (asked.until !== undefined) where += ` and o.due_at <= $${values.push(asked.until)}::timestamptz`;
  const held = asked.roles === undefined ? undefined : `o.roles && $${values.push(asked.roles)}::text[]`;
  if (named) {
    const mine = `o.assignees && $${values.push(officers)}::text[]`;
    where += held === undefined ? ` and ${mine}` : ` and (${mine} or (o.assignees = '{}' and ${held}))`;
  } else if (held !== undefined) where += ` and ${held}`;
  // Records are read of those that are shown, not of all that were looked through to find them.
  const soonest = `(select o.* from zz.obligations o ${where} ${SOONEST_FIRST} limit $${values.push(asked.limit)})`;
  const rows = await app.as(agency)<Row>(`${selectFrom(soonest)} ${SOONEST_FIRST}`, values);
  return rows.map(withoutNulls);
}

/** All duties of one record, met ones included, soonest due first. */
export async function obligationsOf(
  app: Connections,
  agency: string,
  stream: string,
): Promise<ObligationRow[]> {
  const rows = await app.as(agency)<Row>(
    `${selectFrom('zz.obligations')} where o.agency_id = $1 and o.stream = $2 ${SOONEST_FIRST}`,
    [agency, stream],
  );
  return rows.map(withoutNulls);
}

function withoutNulls(row: Row): ObligationRow {
  return {
    ...row,
    fromAt: row.fromAt ?? undefined,
    dueAt: row.dueAt ?? undefined,
    lawfulDueAt: row.lawfulDueAt ?? undefined,
    remindAt: row.remindAt ?? undefined,
    metAt: row.metAt ?? undefined,
  };
}
