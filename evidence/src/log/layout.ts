import { join } from 'node:path';

/** Hashes in a full tile, entries in a full bundle (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;

/** Level of a tile of hashes, or the bundles of entries, which lie beside level 0. */
export type Level = number | 'entries';

/** One tile or bundle as it stands at some size of the log. */
export interface Tile {
  readonly level: Level;
  /** Place within the level, from 0. */
  readonly n: number;
  /** Hashes or entries in it, 1 to 256. */
  readonly width: number;
}

/** The place of a tile as path elements of three digits, all but the last marked with x. */
export function tileElements(n: number): string {
  const digits = n.toString();
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/[0-9]{3}/g) ?? [];
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** Path of a tile from the log's directory, as it is also served: `tile/0/x001/234.p/17`. */
export function tilePath({ level, n, width }: Tile): string {
  return `tile/${level}/${tileElements(n)}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

/** Directory holding the partial forms of a tile. */
export function partialsPath(level: Level, n: number): string {
  return `tile/${level}/${tileElements(n)}.p`;
}

/** Absolute path of a tile. */
export function tileFile(directory: string, tile: Tile): string {
  return join(directory, tilePath(tile));
}

/** Hashes a level holds at a size: every full tile below gives one. */
export function countAt(level: Level, size: number): number {
  return level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level);
}

/** Levels of hashes in use at a size. */
export function levelsAt(size: number): number {
  let levels = 0;
  while (countAt(levels, size) > 0) levels += 1;
  return levels;
}

/** The n-th tile of a level as it stands at a size; width 0 when it does not exist yet. */
export function tileAt(level: Level, n: number, size: number): Tile {
  return { level, n, width: Math.max(0, Math.min(TILE_WIDTH, countAt(level, size) - n * TILE_WIDTH)) };
}

/** The rightmost tile of a level, unless it is full or absent: what the next leaf will widen. */
export function edgeTile(level: Level, size: number): Tile {
  return tileAt(level, Math.floor(countAt(level, size) / TILE_WIDTH), size);
}

/** Every tile and bundle that growing from one size to another writes, bundles first, then bottom up. */
export function tilesWritten(from: number, to: number): readonly Tile[] {
  const levels: Level[] = ['entries'];
  for (let level = 0; level < levelsAt(to); level += 1) levels.push(level);
  const tiles: Tile[] = [];
  for (const level of levels) {
    const count = countAt(level, to);
    if (count === countAt(level, from)) continue;
    const first = Math.floor(countAt(level, from) / TILE_WIDTH);
    for (let n = first; n * TILE_WIDTH < count; n += 1) tiles.push(tileAt(level, n, to));
  }
  return tiles;
}
