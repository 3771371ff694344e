import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startDatabase } from '@zhaozhang/store';

/** A PostgreSQL that others run: it may be restarted, and its network may fail, without asking us. */
export interface OutsideDatabase {
  /** Its owner's URL, through a network that can be cut. */
  readonly url: string;
  /** Ends it, in order or at once, and starts it again on the same port. */
  restart(signal: 'SIGINT' | 'SIGQUIT'): Promise<void>;
  /**
   * Cuts the next connection on which a statement with this text has been sent, when its answer comes: it has been done,
   * and nobody hears of it. Settles when it has happened.
   */
  cutAnswerTo(text: string): Promise<void>;
  end(): Promise<void>;
}

export async function outsideDatabase(migrationsDir: string): Promise<OutsideDatabase> {
  const home = mkdtempSync(join(tmpdir(), 'zhaozhang-outside-'));
  // The database runs as another user when the tests run as root: it must be able to reach its folder.
  chmodSync(home, 0o755);
  const database = await startDatabase({ dataDir: home, migrationsDir });
  const direct = new URL(database.ownerUrl);
  const network = await cuttable(Number(direct.port));
  const through = new URL(database.ownerUrl);
  through.port = String(network.port);
  let pid = database.pid ?? 0;
  return {
    url: through.href,
    cutAnswerTo: network.cutAnswerTo,
    restart: async (signal) => {
      const started = commandOf(pid);
      process.kill(pid, signal);
      await gone(pid);
      pid = startAgain(started);
      await accepting(Number(direct.port));
    },
    end: async () => {
      network.end();
      if (pid === database.pid) await database.stop();
      else {
        process.kill(pid, 'SIGINT');
        await gone(pid);
      }
      rmSync(home, { recursive: true, force: true });
    },
  };
}

interface Started {
  readonly file: string;
  readonly args: readonly string[];
  readonly uid: number;
  readonly gid: number;
  readonly env: NodeJS.ProcessEnv;
}

function commandOf(pid: number): Started {
  const strings = (file: string): string[] =>
    readFileSync(`/proc/${pid}/${file}`, 'utf8').split('\0').slice(0, -1);
  const [file = '', ...args] = strings('cmdline');
  const { uid, gid } = statSync(`/proc/${pid}`);
  const env = Object.fromEntries(
    strings('environ').map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]),
  );
  return { file, args, uid, gid, env };
}

function startAgain({ file, args, uid, gid, env }: Started): number {
  const child = spawn(file, args, { uid, gid, env, cwd: '/', detached: true, stdio: 'ignore' });
  child.unref();
  return child.pid ?? 0;
}

async function gone(pid: number): Promise<void> {
  for (let left = 1000; left > 0; left--) {
    try {
      // A zombie waits only for whoever started it.
      if (/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) return;
    } catch {
      return;
    }
    await wait(10);
  }
  throw new Error('数据库没有结束');
}

async function accepting(port: number): Promise<void> {
  for (let left = 500; left > 0; left--) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = createConnection(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (open) return;
    await wait(20);
  }
  throw new Error('数据库没有重新启动');
}

/** Passes bytes on, and cuts where it is told to. */
async function cuttable(to: number) {
  const pairs = new Set<Socket>();
  let looking: { readonly text: string; done(): void } | undefined;
  const server = createServer((near) => {
    const far = createConnection(to, '127.0.0.1');
    let armed = false;
    const both = [near, far];
    const cut = (): void => {
      for (const one of both) one.destroy();
    };
    for (const one of both) {
      pairs.add(one);
      one.on('error', cut);
      one.on('close', () => {
        pairs.delete(one);
        cut();
      });
    }
    near.on('data', (bytes) => {
      armed ||= looking !== undefined && bytes.includes(looking.text);
      far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (armed && looking !== undefined) {
        const { done } = looking;
        looking = undefined;
        cut();
        done();
      } else near.write(bytes);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cutAnswerTo: (text: string): Promise<void> =>
      new Promise((resolve) => {
        looking = { text, done: resolve };
      }),
    end: (): void => {
      server.close();
      for (const one of pairs) one.destroy();
    },
  };
}
