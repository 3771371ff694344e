import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';

const leftOut = ['node_modules', 'data', 'coverage'];

/**
 * The product as it lies in a folder of somebody's own: sources and build copied, packages as hard links where the
 * disk allows, else through one link to ours. Packages are never written to: a hard link is the same file.
 */
export function copyTree(root: string, target: string): void {
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(root)) {
    if (name.startsWith('.') || leftOut.includes(name)) continue;
    cpSync(join(root, name), join(target, name), {
      recursive: true,
      filter: (source) => !leftOut.slice(0, 1).includes(basename(source)),
    });
  }
  const packages = join(target, 'node_modules');
  if (spawnSync('cp', ['-al', join(root, 'node_modules'), packages]).status === 0) return;
  symlinkSync(join(root, 'node_modules'), packages);
}
