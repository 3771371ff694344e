import { join } from 'node:path';

/** The mark of a restoring that has not come to its end: what stands there is not yet an installation. */
export function unfinishedRestore(dataDir: string): string {
  return join(dataDir, 'restoring');
}
