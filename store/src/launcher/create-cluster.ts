import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { ClusterLocation } from './cluster-location.ts';
import { databaseEnvironment } from './environment.ts';
import { DatabaseUnavailable, errorCode } from './errors.ts';

/** The cluster's superuser. */
export const SUPERUSER = 'zhaozhang_superuser';

const DRAFT = 'cluster.new-';

/**
 * Makes the cluster unless it is there. It is made under another name and renamed when whole: a crash in between
 * leaves a draft that the next start sweeps away, never half a database.
 */
export async function createCluster(
  place: ClusterLocation,
  programs: Binaries,
  password: string,
): Promise<void> {
  for (const name of readdirSync(place.home)) {
    if (name.startsWith(DRAFT)) sweep(join(place.home, name));
  }
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return;
  if (existsSync(place.cluster)) {
    throw new DatabaseUnavailable(
      `“${place.cluster}”不是完整的数据库目录。请从备份恢复，或移走它后重新启动。`,
    );
  }
  const draft = join(place.home, `${DRAFT}${randomBytes(4).toString('hex')}`);
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (place.user) {
      for (const path of [draft, passwordFile]) chownSync(path, place.user.uid, place.user.gid);
    }
    // Without ICU and with C.UTF-8, sorting is by code point on every machine and case folding still knows letters.
    await run(programs.initdb, place, [
      `--pgdata=${draft}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--lc-messages=C',
    ]);
    renameSync(draft, place.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * Removes a draft. The initdb of a server killed a moment ago may still be filling it; it ends when its files vanish.
 * A draft that resists is left to the next start: nothing ever uses it, so it must not keep this one from starting.
 */
function sweep(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 8, retryDelay: 25 });
  } catch (error) {
    if (!['ENOTEMPTY', 'EBUSY', 'EPERM', 'EEXIST'].includes(errorCode(error) ?? '')) throw error;
  }
}

function run(program: string, place: ClusterLocation, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...place.user,
      cwd: place.user ? '/' : dirname(place.cluster),
      env: databaseEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000);
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new DatabaseUnavailable(`数据库初始化失败（initdb 退出码 ${code}）。${hint(said)}\n${said.trim()}`),
        );
    });
  });
}

function hint(said: string): string {
  // Containers may run under a number that no user bears; initdb insists on a name.
  if (!said.includes('could not look up effective user ID')) return '';
  return '运行数据库的用户在 /etc/passwd 中没有登记，请为其登记，或以已登记的用户启动。';
}
