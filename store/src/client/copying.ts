import type { OneConnection } from './pool.ts';

/**
 * How a table is kept in a backup. Rows of an append-only one are taken from where the last backup ended; the derived
 * ones come out of the events again; passing ones concern only the moment.
 */
export type Keeping = 'appended' | 'whole' | 'derived' | 'passing';

export interface TableKept {
  readonly name: string;
  readonly how: Keeping;
}

/** Tables with a place of their own; any other, also one that a later version brings, is kept whole. */
const exceptions: Readonly<Record<string, Keeping>> = {
  'zz.events': 'appended',
  'zz.log_entries': 'appended',
  'zz.states': 'derived',
  'zz.handling': 'derived',
  'zz.obligations': 'derived',
  'zz.search': 'derived',
  'zz.outbox': 'derived',
  'published.decisions': 'derived',
  // Who has read what stands in the events; which quarter of an hour has left one already concerns that quarter only.
  'zz.access': 'passing',
  // The schema is that of the program that restores.
  'zz.migrations': 'passing',
  // A restored installation asks everybody to sign in.
  'auth.sessions': 'passing',
  'auth.sign_in_attempts': 'passing',
};

/** The column by which an append-only table grows. */
const growing: Readonly<Record<string, string>> = { 'zz.events': 'position', 'zz.log_entries': 'idx' };

/** All tables, those that others refer to before these. */
export async function tablesKept({ query }: OneConnection): Promise<readonly TableKept[]> {
  const rows = await query<{ name: string; needs: string[] }>(
    `select n.nspname || '.' || c.relname as name,
       coalesce(array_agg(rn.nspname || '.' || rc.relname) filter (where rc.oid is not null and rc.oid <> c.oid), '{}') as needs
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
     left join pg_class rc on rc.oid = k.confrelid left join pg_namespace rn on rn.oid = rc.relnamespace
     where n.nspname in ('zz', 'auth', 'published') and c.relkind = 'r' group by 1 order by 1`,
  );
  const placed: string[] = [];
  for (let left = rows; left.length > 0; ) {
    const ready = left.filter((row) => row.needs.every((name) => placed.includes(name)));
    if (ready.length === 0) throw new Error(`表之间循环引用：${left.map((row) => row.name).join('、')}`);
    placed.push(...ready.map((row) => row.name));
    left = left.filter((row) => !ready.includes(row));
  }
  return placed.map((name) => ({ name, how: exceptions[name] ?? 'whole' }));
}

/**
 * Sees everything as it stood at one moment, between acts: nothing that is being written at that moment is half seen, and
 * no event with a smaller position than one seen can appear later.
 */
export async function atOneMoment<T>({ query }: OneConnection, work: () => Promise<T>): Promise<T> {
  // Held by the session, not by the transaction: its snapshot is to be taken after the waiting, not before.
  await query('select pg_advisory_lock(zz.writing_gate())');
  try {
    await query('begin isolation level repeatable read read only');
    await query('select count(*) from zz.migrations');
  } finally {
    await query('select pg_advisory_unlock(zz.writing_gate())');
  }
  try {
    return await work();
  } finally {
    await query('commit').catch(() => undefined);
  }
}

/** A row as text of JSON; of an append-only table with its place. */
export interface RowText {
  readonly place: number;
  readonly row: string;
}

const fetched = 500;

/** Rows of a table in order, of an append-only one those behind a place. Within {@link atOneMoment}. */
export async function* rowsOf(
  { query }: OneConnection,
  table: TableKept,
  after = -1,
): AsyncGenerator<RowText> {
  const column = growing[table.name];
  const order = column ?? (await primaryKey({ query }, table.name));
  await query(
    `declare rows_of no scroll cursor for select ${column === undefined ? '0' : `t.${column}`} as place, to_jsonb(t)::text as row
     from ${table.name} t ${column === undefined ? '' : `where t.${column} > ${after}`} order by ${order}`,
  );
  for (;;) {
    const rows = await query<{ place: number; row: string }>(`fetch ${fetched} from rows_of`);
    yield* rows;
    if (rows.length < fetched) break;
  }
  await query('close rows_of');
}

async function primaryKey({ query }: Pick<OneConnection, 'query'>, table: string): Promise<string> {
  const rows = await query<{ name: string }>(
    `select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
     where i.indrelid = $1::regclass and i.indisprimary order by array_position(i.indkey::int2[], a.attnum)`,
    [table],
  );
  return rows.length === 0 ? '1' : rows.map(({ name }) => `t.${name}`).join(', ');
}

/** Puts rows back as they were, also where the database would give them a value of its own. */
export async function putRows(
  { query }: OneConnection,
  table: string,
  rows: readonly string[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = await query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute where attrelid = $1::regclass and attnum > 0
       and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  const columns = names.map(({ name }) => name).join(', ');
  await query(
    `insert into ${table} (${columns}) overriding system value
     select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [`[${rows.join(',')}]`],
  );
}

/**
 * After the rows are back: numbers the database gives go on behind them, what the log does not hold waits for it, and
 * each stream has a row into which a rebuilding puts what comes out of its events.
 * @param logSize entries of the restored log; what stood behind them is logged anew
 */
export async function completeRows(connection: OneConnection, logSize: number): Promise<void> {
  const { query } = connection;
  await connection.transaction(async () => {
    await query('delete from zz.log_entries where idx >= $1', [logSize]);
    await query(
      `insert into zz.outbox (position, agency_id, stream, version)
       select e.position, e.agency_id, e.stream, e.version from zz.events e
       where not exists (select from zz.log_entries l
         where l.agency_id = e.agency_id and l.stream = e.stream and l.version = e.version)`,
    );
    await query(
      `insert into zz.states (agency_id, stream, kind, version, fold, data, opened_at, changed_at)
       select e.agency_id, e.stream, split_part(e.stream, '/', 1), max(e.version),
         case when e.stream like 'access/%' then 'access' else '' end, '{}', min(e.recorded_at), max(e.recorded_at)
       from zz.events e group by e.agency_id, e.stream`,
    );
    const given = await query<{ name: string; column: string }>(
      `select n.nspname || '.' || c.relname as name, a.attname as column from pg_attribute a
       join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('zz', 'auth', 'published') and a.attidentity <> ''`,
    );
    for (const { name, column } of given)
      await query(
        `select setval(pg_get_serial_sequence('${name}', '${column}'), coalesce(max(t.${column}), 0) + 1, false) from ${name} t`,
      );
  });
  await query('analyze');
}
