import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrno } from '../durable/is-errno.ts';

/** Folders of stores this very process has open. */
const ours = new Set<string>();

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not permitted to signal it means that it lives, under another user.
    return isErrno(error, 'EPERM');
  }
}

/**
 * Makes a staging folder for this process and removes those of processes that are gone. Those of living ones
 * stay: a backup or a check may open the store while the server is receiving. Nothing in staging was ever
 * acknowledged, so removing it loses nothing.
 * @returns the folder
 */
export async function openStaging(staging: string): Promise<string> {
  await mkdir(staging, { recursive: true });
  for (const name of await readdir(staging)) {
    const pid = Number(/^([1-9][0-9]*)-/.exec(name)?.[1]);
    const folder = join(staging, name);
    const inUse = pid === process.pid ? ours.has(folder) : pid > 0 && isAlive(pid);
    if (!inUse) await rm(folder, { recursive: true, force: true });
  }
  const folder = join(staging, `${process.pid}-${randomUUID()}`);
  await mkdir(folder);
  ours.add(folder);
  return folder;
}
