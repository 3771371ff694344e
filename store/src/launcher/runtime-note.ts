import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withCredentials } from './database-url.ts';
import { DatabaseUnavailable } from './errors.ts';
import { OWNER } from './found-database.ts';
import { databaseSecrets } from './secrets.ts';
import type { Database } from './start-database.ts';

/** How a running installation's database is reached: for tools that look at it from beside the server. */
export interface RuntimeNote {
  readonly pid: number;
  readonly appUrl: string;
  readonly portalUrl: string;
  readonly embedded: boolean;
}

/** Leaves the note among the secrets: only who may read them can use it. */
export function leaveRuntimeNote(dataDir: string, database: Database): void {
  const { appUrl, portalUrl, embedded } = database;
  const note: RuntimeNote = { pid: process.pid, appUrl, portalUrl, embedded };
  writeFileSync(fileOf(dataDir), JSON.stringify(note), { mode: 0o600 });
}

/**
 * The owner's URL of a running installation's database. Of a database that others run it is not on our disk: it has to
 * be given, as it was given to the server.
 */
export function runningOwnerUrl(dataDir: string, externalUrl: string | undefined): string {
  const { appUrl, embedded } = JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as RuntimeNote;
  if (embedded) return withCredentials(appUrl, OWNER, databaseSecrets(dataDir).owner);
  if (externalUrl === undefined)
    throw new DatabaseUnavailable(
      '这里用的是外部数据库，请照启动时的样子设好 ZHAOZHANG_DATABASE_URL 再运行。',
    );
  return externalUrl;
}

function fileOf(dataDir: string): string {
  return join(dataDir, 'secrets', 'runtime.json');
}
