import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built product, started as a user would, with its demonstration filled with the few cases that stand alone. */
export interface RunningDemonstration {
  readonly url: string;
  /** Ends the server at once, as a crash would, and starts it again on the same data. */
  restart(): Promise<void>;
  end(): Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** With `packs`, a folder of packs only for this test lies beside the product's own: in a copy of what was built. */
export async function runningDemonstration({
  packs,
}: {
  readonly packs?: string;
} = {}): Promise<RunningDemonstration> {
  const built = packs === undefined ? path.join(root, 'dist') : copyWith(packs);
  const server = path.join(built, 'server.mjs');
  const dataDir = mkdtempSync(path.join(tmpdir(), 'zhaozhang-browser-'));
  // The database runs as another user when the tests run as root.
  chmodSync(dataDir, 0o755);
  let port = 0;
  let child = await started(server, dataDir, port);
  port = Number(new URL(child.url).port);
  return {
    url: child.url,
    restart: async () => {
      child.process.kill('SIGKILL');
      await ended(child.process);
      child = await started(server, dataDir, port);
    },
    end: async () => {
      child.process.kill('SIGTERM');
      await ended(child.process);
      rmSync(dataDir, { recursive: true, force: true });
      if (packs !== undefined) rmSync(built, { recursive: true, force: true });
    },
  };
}

async function started(
  server: string,
  dataDir: string,
  port: number,
): Promise<{ process: ChildProcess; url: string }> {
  // Pictures show an office at work, with all its cases; what is tested needs few.
  const told = process.env['SCREENSHOTS'] === undefined ? ['--few'] : [];
  const child = spawn(process.execPath, [server, ...told, '--port', String(port), '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    const look = (): void => {
      const found = /照章已启动\s+(http:\S+?)\/\s/.exec(said)?.[1];
      if (found !== undefined && said.includes('按 Ctrl+C')) resolve(found);
    };
    child.stdout.on('data', look);
    child.once('exit', () => reject(new Error(`服务没有启动:\n${said}`)));
  });
  return { process: child, url };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
  });
}

/** Inside the tree, since what is built finds its installed packages upwards from where it lies. */
function copyWith(packs: string): string {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  const copy = mkdtempSync(path.join(root, '.cache', 'demonstration-'));
  cpSync(path.join(root, 'dist'), copy, { recursive: true });
  cpSync(packs, path.join(copy, 'law', 'packs'), { recursive: true });
  return copy;
}
