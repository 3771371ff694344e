import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Statements of the one role the server itself never uses: what somebody with the database in hand could do. */
export interface Owner {
  query(text: string, values?: readonly unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
  end(): Promise<void>;
}

interface Client {
  connect(): Promise<void>;
  query(text: string, values: readonly unknown[]): Promise<{ rows: Readonly<Record<string, unknown>>[] }>;
  end(): Promise<void>;
}

/** Connects to a running installation's database as its owner. */
export async function ownerOf(dataDir: string): Promise<Owner> {
  const secrets = join(dataDir, 'secrets');
  const { appUrl } = JSON.parse(readFileSync(join(secrets, 'runtime.json'), 'utf8')) as { appUrl: string };
  const { owner } = JSON.parse(readFileSync(join(secrets, 'database.json'), 'utf8')) as { owner: string };
  // The driver is the store's; asked for through it, so that this room does not come to need one.
  const fromStore = createRequire(new URL('../../../store/package.json', import.meta.url));
  const { Client: Driver } = fromStore('pg') as {
    Client: new (options: { connectionString: string }) => Client;
  };
  const url = new URL(appUrl);
  url.username = ownerName;
  url.password = owner;
  const client = new Driver({ connectionString: url.href });
  await client.connect();
  return {
    query: async (text, values = []) => (await client.query(text, values)).rows,
    end: () => client.end(),
  };
}

const ownerName = 'zhaozhang_owner';
