import { readIfPresent } from '../durable/read-if-present.ts';
import { splitBundle } from './bundle-bytes.ts';
import { LogDamaged } from './errors.ts';
import { TILE_WIDTH, type Tile, tileFile, tilePath } from './layout.ts';
import { HASH_SIZE } from './rfc6962.ts';
import { splitTile } from './tile-bytes.ts';

/**
 * A tile's bytes. A partial tile may have been removed since because the full one holds the same beginning
 * (tlog-tiles allows it), so the full one is the second place to look.
 */
async function readTileBytes(
  directory: string,
  tile: Tile,
): Promise<{ bytes: Uint8Array; full: boolean } | undefined> {
  const own = await readIfPresent(tileFile(directory, tile));
  if (own !== undefined) return { bytes: own, full: tile.width === TILE_WIDTH };
  if (tile.width === TILE_WIDTH) return undefined;
  const full = await readIfPresent(tileFile(directory, { ...tile, width: TILE_WIDTH }));
  return full === undefined ? undefined : { bytes: full, full: true };
}

/** The parts of a tile or bundle, or what is wrong with it. */
export type TileContent =
  | { readonly parts: readonly Uint8Array[] }
  | { readonly wrong: 'missing' | 'malformed' };

/** Reads a tile's hashes or a bundle's entries from disk. */
export async function readTile(directory: string, tile: Tile): Promise<TileContent> {
  const found = await readTileBytes(directory, tile);
  if (found === undefined) return { wrong: 'missing' };
  const width = found.full ? TILE_WIDTH : tile.width;
  const split = tile.level === 'entries' ? splitBundle : splitTile;
  const parts = split(found.bytes, width)?.slice(0, tile.width);
  return parts === undefined ? { wrong: 'malformed' } : { parts };
}

/** Says in Chinese what is wrong with a tile. */
export function describeWrong(wrong: 'missing' | 'malformed'): string {
  return wrong === 'missing' ? '文件缺失' : `长度或格式不正确（散列 ${HASH_SIZE} 字节，条目前为两字节长度）`;
}

/**
 * Reads a tile that must be there.
 * @throws LogDamaged
 */
export async function needTile(directory: string, tile: Tile): Promise<readonly Uint8Array[]> {
  const content = await readTile(directory, tile);
  if ('wrong' in content) throw new LogDamaged(tilePath(tile), describeWrong(content.wrong));
  return content.parts;
}
