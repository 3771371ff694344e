import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { builtServer, startedServer, stopped } from './demonstration-process.ts';
import { copyData, removeData } from '../../api/src/testing/copied-data.ts';

/** The built product, started as a user would, with its demonstration filled with the few cases that stand alone. */
export interface RunningDemonstration {
  readonly url: string;
  /** What it printed as it started. */
  readonly said: string;
  /** Ends the server at once, as a crash would, and starts it again on the same data. */
  restart(): Promise<void>;
  end(): Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** With `packs`, a folder of packs only for this test lies beside the product's own: in a copy of what was built. */
export async function runningDemonstration({
  packs,
  flags = [],
}: {
  readonly packs?: string;
  readonly flags?: readonly string[];
} = {}): Promise<RunningDemonstration> {
  const built = packs === undefined ? undefined : copyWith(packs);
  const server = built === undefined ? builtServer : path.join(built, 'server.mjs');
  const dataDir = mkdtempSync(path.join(tmpdir(), 'zhaozhang-browser-'));
  // The database runs as another user when the tests run as root.
  chmodSync(dataDir, 0o755);
  copyData(inject('filledDemonstration'), dataDir);
  let port = 0;
  let child = await startedServer(server, dataDir, port, flags);
  port = Number(new URL(child.url).port);
  return {
    url: child.url,
    said: child.said,
    restart: async () => {
      child.process.kill('SIGKILL');
      await stopped(child.process);
      child = await startedServer(server, dataDir, port);
    },
    end: async () => {
      child.process.kill('SIGTERM');
      await stopped(child.process);
      removeData(dataDir);
      if (built !== undefined) rmSync(built, { recursive: true, force: true });
    },
  };
}

/** Inside the tree, since what is built finds its installed packages upwards from where it lies. */
function copyWith(packs: string): string {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  const copy = mkdtempSync(path.join(root, '.cache', 'demonstration-'));
  cpSync(path.join(root, 'dist'), copy, { recursive: true });
  cpSync(packs, path.join(copy, 'law', 'packs'), { recursive: true });
  return copy;
}
