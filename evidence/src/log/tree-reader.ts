import { TILE_WIDTH, tileAt } from './layout.ts';
import { at, foldRoots, perfectRoot } from './rfc6962.ts';
import { needTile } from './tile-store.ts';

/** Hashes of ranges of leaves, computed from the tiles on disk. */
export interface TreeReader {
  /** Root over leaves [start, end); `start` must be a multiple of the largest power of two in the range. */
  range(start: number, end: number): Promise<Uint8Array>;
}

/** Heights of a tile: 256 = 2^8 hashes. */
const TILE_HEIGHT = 8;

/** The largest power of two that is not above n (n ≥ 1). */
function highestPower(n: number): number {
  let power = 1;
  while (power * 2 <= n) power *= 2;
  return power;
}

/**
 * Reads tiles as they stand at `size`, each once for the life of this reader: make one per question, so that
 * every proof comes from the disk and a damaged tile is not hidden by what memory remembers.
 */
export function treeReader(directory: string, size: number): TreeReader {
  const tiles = new Map<string, Promise<readonly Uint8Array[]>>();
  const tile = (level: number, n: number): Promise<readonly Uint8Array[]> => {
    const key = `${level}/${n}`;
    const known = tiles.get(key) ?? needTile(directory, tileAt(level, n, size));
    tiles.set(key, known);
    return known;
  };
  /** Root of the perfect subtree of 2^height leaves that starts at leaf `start`. */
  const perfect = async (start: number, leaves: number): Promise<Uint8Array> => {
    const height = Math.round(Math.log2(leaves));
    const level = Math.floor(height / TILE_HEIGHT);
    const width = 2 ** (height % TILE_HEIGHT);
    const first = start / TILE_WIDTH ** level;
    const hashes = await tile(level, Math.floor(first / TILE_WIDTH));
    const offset = first % TILE_WIDTH;
    return perfectRoot(Array.from({ length: width }, (_, i) => at(hashes, offset + i)));
  };
  return {
    async range(start, end) {
      const subtrees: Uint8Array[] = [];
      for (let from = start; from < end; ) {
        const leaves = highestPower(end - from);
        subtrees.push(await perfect(from, leaves));
        from += leaves;
      }
      return foldRoots(subtrees);
    },
  };
}

/** Splits hashes into the perfect runs a ragged tree is made of, largest first. */
export function perfectRuns(hashes: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  const runs: (readonly Uint8Array[])[] = [];
  for (let from = 0; from < hashes.length; ) {
    const width = highestPower(hashes.length - from);
    runs.push(hashes.slice(from, from + width));
    from += width;
  }
  return runs;
}

/** Largest power of two strictly below n (n ≥ 2): where RFC 6962 splits a tree of n leaves. */
export function splitPoint(n: number): number {
  return highestPower(n - 1);
}
