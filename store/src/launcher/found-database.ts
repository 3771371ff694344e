import pg from 'pg';
import type { DatabaseSecrets } from './secrets.ts';
import { SUPERUSER } from './create-cluster.ts';
import { databaseUrl } from './database-url.ts';

/** The database's owner in our own cluster: may make roles and schemas, is no superuser. */
export const OWNER = 'zhaozhang_owner';
const DATABASE = 'zhaozhang';

/**
 * Makes owner and database in our own cluster, each only if missing, so that a crash after initdb heals here.
 * @returns the owner's connection URL.
 */
export async function foundDatabase(port: number, secrets: DatabaseSecrets): Promise<string> {
  const client = new pg.Client({
    connectionString: databaseUrl(port, 'postgres', SUPERUSER, secrets.superuser),
  });
  await client.connect();
  try {
    const found = await client.query<{ owner: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as owner,
              exists (select from pg_database where datname = $2) as database`,
      [OWNER, DATABASE],
    );
    if (!found.rows[0]?.owner) {
      const password = client.escapeLiteral(secrets.owner);
      await client.query(`create role ${OWNER} login createrole password ${password}`);
    }
    if (!found.rows[0]?.database) await client.query(`create database ${DATABASE} owner ${OWNER}`);
  } finally {
    await client.end();
  }
  return databaseUrl(port, DATABASE, OWNER, secrets.owner);
}
