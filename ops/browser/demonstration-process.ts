import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const builtServer = fileURLToPath(new URL('../../dist/server.mjs', import.meta.url));

/** Starts the built product as a user would, on any port for 0; settles when it says that it has started. */
export async function startedServer(
  server: string,
  dataDir: string,
  port: number,
  more: readonly string[] = [],
): Promise<{ process: ChildProcess; url: string; said: string }> {
  // Pictures show an office at work, with all its cases; what is tested needs few.
  const told = process.env['SCREENSHOTS'] === undefined ? ['--few'] : [];
  const child = spawn(
    process.execPath,
    [server, ...told, ...more, '--port', String(port), '--data', dataDir],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
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
  return { process: child, url, said };
}

/** Settles when it has ended. */
export function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
  });
}
