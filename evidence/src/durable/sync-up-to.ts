import { dirname, relative } from 'node:path';
import { syncDirectory } from './sync-directory.ts';

/**
 * Makes directories durable together with their parents, up to and including `top`. Always the whole way,
 * never only when this process made the directory: another call may have made it and not yet synced it.
 */
export async function syncUpTo(directories: Iterable<string>, top: string): Promise<void> {
  const all = new Set<string>([top]);
  for (const directory of directories) {
    for (let at = directory; relative(top, at) !== ''; at = dirname(at)) all.add(at);
  }
  for (const directory of all) await syncDirectory(directory);
}
