import { chmodSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for one test, open to the user the database runs as when the tests run as root. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'zhaozhang-test-')));
  chmodSync(folder, 0o755);
  return folder;
}
