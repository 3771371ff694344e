import { spawnSync } from 'node:child_process';
import { accessSync, constants, lstatSync } from 'node:fs';
import { errorCode } from './errors.ts';

/** The user the database runs as when it cannot be our own: PostgreSQL refuses to run as root. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

const NOBODY: RunAs = { uid: 65534, gid: 65534 };

/**
 * Decides who runs the database: ourselves (`undefined`) unless we are root; as root the owner of an existing
 * cluster, so that a directory made by an ordinary user stays his, otherwise nobody.
 */
export function runAs(existingCluster: string | undefined): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = existingCluster === undefined ? undefined : ownerOf(existingCluster);
  return owner !== undefined && owner.uid !== 0 ? owner : NOBODY;
}

/**
 * Whether that user can enter and read `directory`. The kernel is asked by a process of that user: mode bits
 * alone do not know of access lists, mount options or containers.
 */
export function canReach(user: RunAs | undefined, directory: string): boolean {
  if (user === undefined) return ownAccess(directory);
  const asked = spawnSync(
    '/bin/sh',
    ['-c', 'test -d "$1" && test -x "$1" && test -r "$1"', 'sh', directory],
    {
      ...user,
      cwd: '/',
      stdio: 'ignore',
    },
  );
  return asked.status === 0;
}

function ownerOf(path: string): RunAs | undefined {
  try {
    const { uid, gid } = lstatSync(path);
    return { uid, gid };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function ownAccess(directory: string): boolean {
  try {
    accessSync(directory, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
