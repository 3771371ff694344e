import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { killFolder } from './processes-of.ts';

/** How a program is run as somebody would run it: a command, a folder, a person. */
export interface Command {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly dataDir: string;
  /** Another program than this very Node. */
  readonly file?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly as?: { readonly uid: number; readonly gid: number } | undefined;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A server in a process group of its own, as a terminal gives it, watched from outside. */
export interface ServerProcess {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** Everything it said, on both streams. */
  said(): string;
  /** Settles with the address when it says that it has started; fails with what it said when it ends or takes too long. */
  ready(patienceMs?: number): Promise<string>;
  /** Whether it has ended within so long. */
  endsWithin(ms: number): Promise<Ended>;
}

const startUpMs = 60_000;
const longestLifeMs = 150_000;
const launched: { child: ChildProcess; dataDir: string }[] = [];

/** Nothing of ours reaches it but what every login shell has: a test run by npm must not look like `npm start`. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'] };
}

export function launch(command: Command): ServerProcess {
  const child = spawn(command.file ?? process.execPath, command.args, {
    cwd: command.cwd,
    env: { ...plainEnvironment(), ...command.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...command.as,
  });
  launched.push({ child, dataDir: command.dataDir });
  const overdue = setTimeout(() => child.kill('SIGKILL'), longestLifeMs).unref();
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    // Not `close`: what it left running may hold its pipes for longer.
    child.once('exit', (code, signal) => {
      clearTimeout(overdue);
      setTimeout(() => resolve({ code, signal }), 50);
    });
  });
  return {
    pid: child.pid ?? 0,
    ended,
    said: () => said,
    ready: async (patienceMs = startUpMs) => {
      const giveUp = Date.now() + patienceMs;
      while (!said.includes('按 Ctrl+C 停止')) {
        if (child.exitCode !== null || child.signalCode !== null || Date.now() > giveUp)
          throw new Error(`服务没有启动（退出码 ${child.exitCode}）：\n${said}`);
        await wait(20);
      }
      return /照章已启动\s+(http:\/\/\S+?)\/\s/.exec(said)?.[1] ?? '';
    },
    endsWithin: async (ms) => {
      const ticket = new AbortController();
      const late = wait(ms, undefined, { signal: ticket.signal }).then(
        () => Promise.reject(new Error(`${ms} 毫秒内没有结束：\n${said}`)),
        () => new Promise<never>(() => undefined),
      );
      return Promise.race([ended, late]).finally(() => ticket.abort());
    },
  };
}

/** Ends whatever a test launched and left, with its databases. */
export async function endAllLaunched(): Promise<void> {
  for (const { child, dataDir } of launched.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await killFolder(dataDir);
  }
}
