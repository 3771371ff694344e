import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the law is made of, in the folder that holds it. */
export const lawParts = ['vocabulary', 'packs', 'calendar', 'examples'] as const;

/** Over the names and contents of all parts, in the order of names: the same law has it wherever it lies. */
export function folderDigest(folder: string): string {
  const sum = createHash('sha256');
  for (const part of lawParts) {
    const root = join(folder, part);
    if (!existsSync(root)) continue;
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) {
      const bytes = readFileSync(file);
      sum.update(`${file.slice(folder.length)}\n${bytes.length}\n`).update(bytes);
    }
  }
  return sum.digest('hex');
}
