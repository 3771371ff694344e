import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Every file under the given files and folders, as sorted paths relative to `base`, without asking git:
 * a downloaded archive has none. A path that does not exist contributes nothing.
 */
export function listFiles(base, starts, keep = () => true) {
  const found = [];
  const visit = (relative) => {
    let entries;
    try {
      entries = readdirSync(path.join(base, relative), { withFileTypes: true });
    } catch (error) {
      if (error.code === 'ENOENT') return;
      if (error.code !== 'ENOTDIR') throw error;
      if (keep(relative)) found.push(relative);
      return;
    }
    for (const entry of entries) {
      if (entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
      const inner = `${relative}/${entry.name}`;
      if (entry.isDirectory()) visit(inner);
      else if (entry.isFile() && keep(inner)) found.push(inner);
    }
  };
  for (const start of starts) visit(start);
  return found.sort();
}

/**
 * SHA-256 over names and contents. Contents, not times: a checkout, a copy and an unpacked archive of the
 * same sources must agree. Lengths are hashed too, so that moving bytes between files changes the digest.
 */
export function digestFiles(base, files, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const file of files) {
    const bytes = readFileSync(path.join(base, file));
    hash.update(`\0${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}
