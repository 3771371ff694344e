import { randomBytes } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DataDirectoryLocked, errorCode } from './errors.ts';
import { processIdentity } from './process-identity.ts';

/** Gives the data directory back; calling it twice does no harm. */
export type ReleaseLock = () => void;

interface Holder {
  readonly pid: number;
  readonly identity: string;
}

const heldHere = new Set<string>();

/** Whether this very process holds the lock of `dataDir`. */
export function holdsInstanceLock(dataDir: string): boolean {
  return existsSync(dataDir) && heldHere.has(realpathSync(dataDir));
}

/**
 * Makes this process the only one working in `dataDir` (created when missing), by `instance.lock` naming its
 * number and start. A lock whose process no longer runs is replaced.
 * @throws DataDirectoryLocked when a running process, this one included, holds it.
 */
export async function acquireInstanceLock(dataDir: string): Promise<ReleaseLock> {
  mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const home = realpathSync(dataDir);
  const path = join(home, 'instance.lock');
  if (heldHere.has(home)) throw new DataDirectoryLocked(dataDir, process.pid);
  const mine = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) ?? '' });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, mine, { mode: 0o644 });
  try {
    // link() puts the complete file in place or fails: nobody ever reads half a lock.
    while (!linked(draft, path)) {
      const found = readLock(path);
      if (found === undefined) continue;
      const holder = parseHolder(found);
      if (holder && processIdentity(holder.pid) === holder.identity)
        throw new DataDirectoryLocked(dataDir, holder.pid);
      setAside(path, found);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  heldHere.add(home);
  return () => {
    if (!heldHere.delete(home)) return;
    if (readLock(path) === mine) rmSync(path, { force: true });
  };
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('identity' in value))
      return undefined;
    if (typeof value.pid !== 'number' || typeof value.identity !== 'string') return undefined;
    return { pid: value.pid, identity: value.identity };
  } catch {
    return undefined;
  }
}

// Two instances may find the same stale lock. If the second moved away the fresh lock of the first instead, it
// sees other content than it judged, puts it back and judges again.
function setAside(path: string, judged: string): void {
  const aside = `${path}.stale.${randomBytes(4).toString('hex')}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  if (readLock(aside) !== judged) linked(aside, path);
  rmSync(aside, { force: true });
}
