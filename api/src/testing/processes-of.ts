import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Every running process that works in a folder or names it on its command line: the server of a data directory, its
 * database and the database's children. A zombie does not run.
 */
export function processesOf(folder: string): readonly number[] {
  const home = realOf(folder);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => {
      const cwd = readOrEmpty(() => readlinkSync(`/proc/${name}/cwd`));
      const command = readOrEmpty(() => readFileSync(`/proc/${name}/cmdline`, 'utf8'));
      return cwd === home || cwd.startsWith(`${home}/`) || command.includes(home);
    })
    .map(Number);
}

/** The number of the database server of a data directory, as it wrote it down; 0 when it never did. */
export function databaseOf(dataDir: string): number {
  const text = readOrEmpty(() =>
    readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'),
  );
  return Number(text.split('\n')[0] ?? '') || 0;
}

/** Settles when nothing runs in the folder any more; answers what still does when the patience is at its end. */
export async function goneFrom(folder: string, ms = 5000): Promise<readonly number[]> {
  const giveUp = Date.now() + ms;
  for (;;) {
    const left = processesOf(folder);
    if (left.length === 0 || Date.now() > giveUp) return left;
    await wait(20);
  }
}

/** Kills everything that runs in the folder, until nothing does. */
export async function killFolder(folder: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const left = processesOf(folder);
    if (left.length === 0) return;
    for (const pid of left) kill(pid);
    await wait(20);
  }
}

/** SIGKILL; that it is gone already does not matter. */
export function kill(pid: number): void {
  readOrEmpty(() => String(process.kill(pid, 'SIGKILL')));
}

function realOf(folder: string): string {
  return readOrEmpty(() => realpathSync(folder)) || folder;
}

function readOrEmpty(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
