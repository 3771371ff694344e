import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The built product with its few stories, on data of its own that go when it ends. */
export async function startDemonstration() {
  const { stop, ...running } = await startServer(['--few']);
  return {
    ...running,
    end: async () => {
      await stop();
      rmSync(running.dataDir, { recursive: true, force: true });
    },
  };
}

/** The built product on a data directory, by default one that is not there yet. */
export async function startServer(args, before) {
  const dataDir = before ?? mkdtempSync(path.join(tmpdir(), 'zhaozhang-bench-'));
  // The database runs as another user when this runs as root.
  chmodSync(dataDir, 0o755);
  const server = spawn(
    process.execPath,
    [path.join(root, 'dist', 'server.mjs'), ...args, '--port', '0', '--data', dataDir],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise((resolve) => server.once('exit', resolve));
  // However the measuring ends, what it started ends with it.
  process.once('exit', () => server.kill('SIGTERM'));
  return {
    url: await addressOf(server),
    dataDir,
    pid: server.pid,
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
    },
  };
}

function addressOf(server) {
  return new Promise((resolve, reject) => {
    let text = '';
    server.once('exit', () => reject(new Error('服务没有启动')));
    server.stdout.on('data', (chunk) => {
      text += chunk;
      const address = /照章已启动\s+(http:\S+?)\/\s/.exec(text)?.[1];
      if (address !== undefined && text.includes('按 Ctrl+C')) resolve(address);
    });
  });
}

/** Of the database of a demonstration that runs: may make tables of its own there. */
export function ownerUrl(dataDir) {
  return addressOfRole(dataDir, 'zhaozhang_owner', 'owner');
}

/** May read files of the machine into it, and set how it works. */
export function superuserUrl(dataDir) {
  return addressOfRole(dataDir, 'zhaozhang_superuser', 'superuser');
}

function addressOfRole(dataDir, role, secret) {
  const read = (file) => JSON.parse(readFileSync(path.join(dataDir, 'secrets', file), 'utf8'));
  const address = new URL(read('runtime.json').appUrl);
  address.username = role;
  address.password = read('database.json')[secret];
  return address.href;
}

/** The cookie of a session in one of the demonstration's roles. */
export async function signIn(url, login) {
  const { token } = await (await fetch(`${url}/api/demo/roles`)).json();
  const response = await fetch(`${url}/api/demo/session`, {
    method: 'POST',
    headers: { 'x-zhaozhang': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ login, token }),
  });
  return response.headers.get('set-cookie').split(';')[0];
}
