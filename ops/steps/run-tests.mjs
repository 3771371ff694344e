import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { say } from './halt.mjs';
import { inRoot, root } from './root.mjs';
import { tallyResults } from './test-results.mjs';

const BOUND_MINUTES = 30;

/** Ends vitest with everything it started (servers, databases, browsers): they share its process group. */
function end(child, signal) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * Runs vitest over all projects, or only over what `filters` name, and counts.
 * Only a whole run leaves `.cache/test-results.json`: the coverage of the law is read from it and must not
 * be judged by a part. A hanging run is ended after half an hour and counts as failed.
 */
export async function runTests(filters) {
  const results = inRoot('.cache', filters.length === 0 ? 'test-results.json' : 'test-results-partial.json');
  mkdirSync(path.dirname(results), { recursive: true });
  rmSync(results, { force: true });
  const child = spawn(
    process.execPath,
    [
      inRoot('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}`,
      ...filters,
    ],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], detached: process.platform !== 'win32' },
  );
  const overdue = setTimeout(() => {
    say(`测试超过 ${BOUND_MINUTES} 分钟,已终止`);
    end(child, 'SIGKILL');
  }, BOUND_MINUTES * 60_000);
  // In a group of its own it does not see Ctrl+C; it is told here, and its report still gets counted.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(child, signal));
  const exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  clearTimeout(overdue);
  return tallyResults(results, exitCode);
}
