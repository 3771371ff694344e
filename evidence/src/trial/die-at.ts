import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

type Call = 'open' | 'rename' | 'link' | 'rm' | 'mkdir';

/**
 * Makes this process kill itself before its n-th call that changes the file system or opens a file in it
 * (n = 0: never). The code under test is untouched: it calls the same names.
 * @returns calls made so far
 */
export function dieAt(n: number): () => number {
  let calls = 0;
  const counted = (name: Call): void => {
    const real = fs[name] as (...args: unknown[]) => unknown;
    Object.assign(fs, {
      [name]: (...args: unknown[]) => {
        calls += 1;
        if (calls === n) process.kill(process.pid, 'SIGKILL');
        return real(...args);
      },
    });
  };
  for (const name of ['open', 'rename', 'link', 'rm', 'mkdir'] as const) counted(name);
  syncBuiltinESMExports();
  return () => calls;
}
