import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrno } from '../durable/is-errno.ts';
import { readIfPresent } from '../durable/read-if-present.ts';
import { edgeTile, type Level, levelsAt, partialsPath, TILE_WIDTH, tileFile, tilePath } from './layout.ts';

/** Widths of the partial forms of a tile that lie on disk. */
export async function partialWidths(directory: string, level: Level, n: number): Promise<readonly number[]> {
  try {
    const names = await readdir(join(directory, partialsPath(level, n)));
    return names.filter((name) => /^[1-9][0-9]{0,2}$/.test(name)).map(Number);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return [];
    throw error;
  }
}

/**
 * Path of a file that only a longer log can have left, if there is one. Growth always widens the rightmost
 * tile first, so looking there is enough however far the log had grown.
 */
export async function findSurplus(directory: string, size: number): Promise<string | undefined> {
  const levels: Level[] = ['entries'];
  for (let level = 0; level <= levelsAt(size); level += 1) levels.push(level);
  for (const level of levels) {
    const edge = edgeTile(level, size);
    const full = { ...edge, width: TILE_WIDTH };
    if ((await readIfPresent(tileFile(directory, full))) !== undefined) return tilePath(full);
    for (const width of await partialWidths(directory, level, edge.n)) {
      if (width > edge.width) return tilePath({ ...edge, width });
    }
  }
  return undefined;
}
