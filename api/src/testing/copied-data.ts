import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The law an installation has kept is replaced as a whole, never written into: copies may share its files. */
const SHARED = 'law-kept';

/** Copies the data of a stopped installation, each file with its owner, for not all of them are ours. */
export function copyData(from: string, to: string): void {
  const parts = readdirSync(from);
  run('cp', ['-a', ...parts.filter((part) => part !== SHARED).map((part) => join(from, part)), to]);
  if (parts.includes(SHARED)) run('cp', ['-al', join(from, SHARED), to]);
}

/** Removes a copy, some thousand files: the program does it in a fifth of the time Node takes. */
export function removeData(folder: string): void {
  run('rm', ['-rf', folder]);
}

function run(program: string, args: readonly string[]): void {
  const done = spawnSync(program, args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
}
