import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/**
 * How esbuild makes a program in TypeScript one file that Node runs in a process of its own. Given as
 * options, so that only tests reach for the builder.
 */
export function programOf(source: URL, name: string, outdir: string) {
  return {
    entryPoints: { [name]: fileURLToPath(source) },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  } as const;
}

/** What a finished process leaves: its exit code or the signal that ended it, and its lines. */
export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly lines: readonly string[];
}

/**
 * Runs a built program to its end; each line it prints is given to `onLine`, which may kill it with its
 * process in hand.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  onLine: (line: string, child: ChildProcess, count: number) => void = () => undefined,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = [];
    const reader = createInterface({ input: child.stdout });
    reader.on('line', (line) => {
      lines.push(line);
      onLine(line, child, lines.length);
    });
    const closed = new Promise<void>((done) => reader.once('close', done));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      closed.then(() => resolve({ code, signal, lines }), reject);
    });
  });
}

/** A new empty directory, and how to remove it. */
export async function scratch(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'evidence-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
