import { spawnSync } from 'node:child_process';

/** Copies the data of a stopped installation, each file with its owner, for not all of them are ours. */
export function copyData(from: string, to: string): void {
  const copied = spawnSync('cp', ['-a', `${from}/.`, to], { encoding: 'utf8' });
  if (copied.status !== 0) throw new Error(copied.stderr);
}
