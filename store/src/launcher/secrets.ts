import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseUnavailable } from './errors.ts';

/** Passwords of the database's roles. */
export interface DatabaseSecrets {
  /** Of the cluster's superuser; used only to make the owner and its database. */
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
  readonly portal: string;
}

/** Reads `secrets/database.json` of the data directory (mode 0600), making it with random passwords when missing. */
export function databaseSecrets(dataDir: string): DatabaseSecrets {
  const folder = join(dataDir, 'secrets');
  const path = join(folder, 'database.json');
  if (existsSync(path)) return read(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const password = () => randomBytes(24).toString('base64url');
  const secrets = { superuser: password(), owner: password(), app: password(), portal: password() };
  // On disk before the cluster that knows them: a crash between the two costs nothing.
  const draft = `${path}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify(secrets, undefined, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  return secrets;
}

function read(path: string): DatabaseSecrets {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new DatabaseUnavailable(`数据库口令文件“${path}”读不出来，请从备份恢复。`, { cause });
  }
  const field = (name: string): string => {
    const found =
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([key]) => key === name)
        : undefined;
    if (typeof found?.[1] !== 'string')
      throw new DatabaseUnavailable(`数据库口令文件“${path}”不完整，请从备份恢复。`);
    return found[1];
  };
  return { superuser: field('superuser'), owner: field('owner'), app: field('app'), portal: field('portal') };
}
