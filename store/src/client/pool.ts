import pg from 'pg';
import { instantText } from './instant-text.ts';

/**
 * One statement and its values. One with a name is planned once on each connection: for statements of every request
 * that have one right plan. Lists have several, each right for other values, and must bear none.
 */
export type Query = <R extends pg.QueryResultRow>(
  text: string,
  values?: readonly unknown[],
  name?: string,
) => Promise<R[]>;

/** Connections of one role. Each remembers for which agency it last spoke. */
export interface Connections {
  /** Speaks without an agency: row-level security then hides every walled row. */
  readonly query: Query;
  /** Speaks for `agency`: row-level security shows its rows only. */
  as(agency: string): Query;
  close(): Promise<void>;
}

const BIGINT = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

// Counts and versions stay far below 2^53; days and instants are text in this house, never a JavaScript Date.
const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) => {
    if (format !== 'binary' && id === BIGINT) return Number;
    if (format !== 'binary' && id === DATE) return String;
    if (format !== 'binary' && id === TIMESTAMPTZ) return instantText;
    return pg.types.getTypeParser(id, format);
  },
};

/** Opens a pool on `url`; connections are made as they are needed. */
export function connections(url: string, max: number): Connections {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    application_name: 'zhaozhang',
  });
  // An idle connection lost while the database restarts is replaced on the next use; without a listener the whole
  // server would end.
  pool.on('error', () => undefined);
  // The pool listens to idle connections only. One in use that breaks fails its query, or the next one; the event
  // itself must not end the server, which has its own way of noticing that the database is gone.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  const speaksFor = new WeakMap<pg.PoolClient, string>();

  async function run<R extends pg.QueryResultRow>(
    agency: string,
    text: string,
    values: readonly unknown[] = [],
    name?: string,
  ): Promise<R[]> {
    const client = await pool.connect();
    let failed = true;
    try {
      if (speaksFor.get(client) !== agency) {
        // Forgotten before it is changed: should the change fail half-way, the next user sets it again.
        speaksFor.delete(client);
        await client.query('select set_config($1, $2, false)', ['zz.agency', agency]);
        speaksFor.set(client, agency);
      }
      const result = await client.query<R>({
        text,
        values: [...values],
        ...(name === undefined ? {} : { name }),
      });
      failed = false;
      return result.rows;
    } catch (error) {
      // An error told by the server leaves the connection usable; anything else may not.
      failed = !(error instanceof pg.DatabaseError);
      throw error;
    } finally {
      client.release(failed);
    }
  }

  return {
    query: (text, values, name) => run('', text, values, name),
    as: (agency) => (text, values, name) => run(agency, text, values, name),
    close: () => pool.end(),
  };
}

/** One connection, its statements one after the other, for work that a whole installation waits for or that needs a transaction. */
export interface OneConnection {
  readonly query: Query;
  /** All of the work or nothing of it; one at a time. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Connects at once; no statement of it is cut off for taking long. */
export async function oneConnection(url: string): Promise<OneConnection> {
  const client = new pg.Client({ connectionString: url, types, application_name: 'zhaozhang' });
  client.on('error', () => undefined);
  await client.connect();
  const query: Query = async <R extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
    (await client.query<R>(text, [...values])).rows;
  return {
    query,
    transaction: async (work) => {
      await client.query('begin');
      try {
        const done = await work();
        await client.query('commit');
        return done;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      }
    },
    close: () => client.end(),
  };
}
