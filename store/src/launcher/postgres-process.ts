import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { ClusterLocation } from './cluster-location.ts';
import { closeLog, type DatabaseLog } from './database-log.ts';
import { databaseEnvironment } from './environment.ts';
import { DatabaseUnavailable } from './errors.ts';
import { freePort } from './free-port.ts';

/** A running PostgreSQL of ours. */
export interface PostgresProcess {
  readonly pid: number;
  readonly port: number;
  /** Settles when the process is gone, whoever ended it. */
  readonly gone: Promise<void>;
  stop(): Promise<void>;
}

// For one agency's server: small memory, no parallel workers (containers give /dev/shm 64 MB), and nothing of
// statements or values in the log, which may be read by people who may not read the cases.
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  cluster_name: 'zhaozhang',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '60',
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  max_parallel_workers_per_gather: '0',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_timezone: 'UTC',
};

const PATIENCE_MS = 10_000;
// A killed predecessor may still be a zombie, or its last children may still hold the shared memory.
const PREDECESSOR = /lock file "postmaster\.pid" already exists|pre-existing shared memory block/;
const PORT_TAKEN = /could not bind|Address already in use|could not create any TCP/;

/** Starts PostgreSQL on the cluster and waits until it accepts connections on a free port of 127.0.0.1. */
export async function startPostgres(
  place: ClusterLocation,
  programs: Binaries,
  log: DatabaseLog,
): Promise<PostgresProcess> {
  const giveUp = Date.now() + PATIENCE_MS;
  let ports = 5;
  for (;;) {
    const port = await freePort();
    const started = await tryStart(place, programs, log, port);
    if (typeof started !== 'string') return started;
    const again =
      (PORT_TAKEN.test(started) && --ports > 0) || (PREDECESSOR.test(started) && Date.now() < giveUp);
    if (!again) throw new DatabaseUnavailable(`数据库没有启动成功，其日志“${log.path}”末尾为：\n${started}`);
    await wait(200);
  }
}

async function tryStart(
  place: ClusterLocation,
  programs: Binaries,
  log: DatabaseLog,
  port: number,
): Promise<PostgresProcess | string> {
  const output = log.open();
  const settings = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([k, v]) => [
    '-c',
    `${k}=${v}`,
  ]);
  // Detached: a session of its own, so that Ctrl+C in the terminal reaches only our server, which then stops the
  // database in order.
  const child = spawn(programs.postgres, ['-D', place.cluster, ...settings], {
    ...place.user,
    cwd: place.user ? '/' : place.home,
    env: databaseEnvironment(),
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeLog(output);
  const ended = new AbortController();
  const gone = new Promise<void>((resolve) => {
    for (const event of ['exit', 'error']) {
      child.once(event, () => {
        ended.abort();
        resolve();
      });
    }
  });
  const forget = endWithUs(child);
  void gone.then(forget);
  // Recovery after a crash takes as long as it takes; a process that neither is ready nor ends is waited for.
  while (!ended.signal.aborted && !isReady(place.cluster, child.pid)) await wait(15);
  if (ended.signal.aborted || child.pid === undefined) return log.tail() || '（日志为空）';
  // Our server may end while the database runs: see endWithUs.
  child.unref();
  const pid = child.pid;
  const watch = setInterval(() => log.bound(), 60_000).unref();
  void gone.then(() => clearInterval(watch));
  return { pid, port, gone, stop: () => stop(child, gone) };
}

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Sees to it that the database does not outlive us, from its very first moment: Ctrl+C while the server is still
 * starting ends it before anybody listens for signals, and a signal nobody listens for runs no exit listener either.
 * Whoever does listen stops the database in order.
 * @returns takes the listeners away again
 */
function endWithUs(child: ChildProcess): () => void {
  const atExit = () => child.kill('SIGINT');
  const onSignal = (signal: NodeJS.Signals) => {
    if (process.listenerCount(signal) > 1) return;
    atExit();
    process.off(signal, onSignal);
    process.kill(process.pid, signal);
  };
  process.once('exit', atExit);
  for (const signal of ENDING) process.on(signal, onSignal);
  return () => {
    process.off('exit', atExit);
    for (const signal of ENDING) process.off(signal, onSignal);
  };
}

function isReady(cluster: string, pid: number | undefined): boolean {
  const path = join(cluster, 'postmaster.pid');
  if (!existsSync(path)) return false;
  // Eighth line: the state. The file of a predecessor names another process.
  const lines = readFileSync(path, 'utf8').split('\n');
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

async function stop(child: ChildProcess, gone: Promise<void>): Promise<void> {
  child.ref();
  child.kill('SIGINT');
  const impatient = setTimeout(() => child.kill('SIGQUIT'), PATIENCE_MS);
  await gone;
  clearTimeout(impatient);
}
