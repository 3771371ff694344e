import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseUnavailable, errorCode } from './errors.ts';
import { isPostgresOf } from './process-identity.ts';

/**
 * Ends the database that a killed server left running on `cluster`: politely first, without waiting for its clients
 * (SIGINT), at once after ten seconds (SIGQUIT; the next start recovers from the write-ahead log).
 * Call only while holding the instance lock, or it may be another server's living database.
 */
export async function endOrphan(cluster: string): Promise<void> {
  const pid = postmasterPid(cluster);
  if (pid === undefined || !isPostgresOf(pid, cluster)) return;
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    send(pid, signal, cluster);
    for (let waited = 0; waited < 10_000; waited += 50) {
      if (!isPostgresOf(pid, cluster)) return;
      await wait(50);
    }
  }
  throw new DatabaseUnavailable(`上次遗留的数据库进程 ${pid} 没有结束。请结束该进程后再启动。`);
}

/** The process number in `postmaster.pid`, if the file is there. */
export function postmasterPid(cluster: string): number | undefined {
  const path = join(cluster, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const pid = Number(readFileSync(path, 'utf8').split('\n')[0]);
  return Number.isSafeInteger(pid) && pid > 1 ? pid : undefined;
}

function send(pid: number, signal: NodeJS.Signals, cluster: string): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return;
    if (errorCode(error) !== 'EPERM') throw error;
    throw new DatabaseUnavailable(
      `数据库“${cluster}”仍由进程 ${pid} 运行，当前用户无权结束它。请用启动它的用户结束后再启动。`,
    );
  }
}
