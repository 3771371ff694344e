import { dirname } from 'node:path';
import { replaceFile } from '../durable/replace-file.ts';
import { syncUpTo } from '../durable/sync-up-to.ts';
import { concat, sameBytes } from '../verify/bytes.ts';
import type { TreeHead } from '../verify/checkpoint.ts';
import { joinBundle } from './bundle-bytes.ts';
import { LogDamaged } from './errors.ts';
import {
  edgeTile,
  type Level,
  levelsAt,
  TILE_WIDTH,
  type Tile,
  tileAt,
  tileFile,
  tilePath,
  tilesWritten,
} from './layout.ts';
import { hashLeaf, perfectRoot } from './rfc6962.ts';
import { needTile } from './tile-store.ts';
import { treeReader } from './tree-reader.ts';

/** What the rightmost tile of a level holds before the batch. */
async function edgeParts(directory: string, level: Level, size: number): Promise<readonly Uint8Array[]> {
  const edge = edgeTile(level, size);
  return edge.width === 0 ? [] : needTile(directory, edge);
}

/** Puts what a level holds and gains into tiles; gives the new full tiles' contents for the level above. */
async function writeLevel(
  directory: string,
  level: Level,
  from: number,
  added: readonly Uint8Array[],
): Promise<{ readonly files: readonly string[]; readonly filled: readonly (readonly Uint8Array[])[] }> {
  const parts = [...(await edgeParts(directory, level, from)), ...added];
  const first = edgeTile(level, from).n;
  const files: string[] = [];
  const filled: (readonly Uint8Array[])[] = [];
  for (let start = 0; start < parts.length; start += TILE_WIDTH) {
    const chunk = parts.slice(start, start + TILE_WIDTH);
    const tile: Tile = { level, n: first + start / TILE_WIDTH, width: chunk.length };
    const file = tileFile(directory, tile);
    await replaceFile(file, level === 'entries' ? joinBundle(chunk) : concat(...chunk));
    files.push(file);
    if (chunk.length === TILE_WIDTH) filled.push(chunk);
  }
  return { files, filled };
}

/** Writes the bundles and tiles of a batch; durable when this resolves, and still without effect. */
export async function writeBatch(
  directory: string,
  from: number,
  leaves: readonly Uint8Array[],
): Promise<void> {
  const bundles = await writeLevel(directory, 'entries', from, leaves);
  const files = [...bundles.files];
  let added: readonly Uint8Array[] = leaves.map(hashLeaf);
  for (let level = 0; added.length > 0; level += 1) {
    const row = await writeLevel(directory, level, from, added);
    files.push(...row.files);
    added = row.filled.map(perfectRoot);
  }
  await syncUpTo(files.map(dirname), directory);
}

/** Checks on disk that each entry of a bundle hashes to its place in the tile beside it. */
export async function requireBundle(directory: string, bundle: Tile): Promise<void> {
  const entries = await needTile(directory, bundle);
  const hashes = await needTile(directory, { ...bundle, level: 0 });
  entries.forEach((entry, i) => {
    if (!sameBytes(hashLeaf(entry), hashes[i] ?? new Uint8Array())) {
      throw new LogDamaged(tilePath(bundle), `第 ${bundle.n * TILE_WIDTH + i} 条与散列不符`);
    }
  });
}

/** Checks on disk that a full tile hashes to its place in the level above. */
async function requireParent(directory: string, tile: Tile, level: number, size: number): Promise<void> {
  const parent = tileAt(level + 1, Math.floor(tile.n / TILE_WIDTH), size);
  const expected = (await needTile(directory, parent))[tile.n % TILE_WIDTH];
  if (expected === undefined || !sameBytes(perfectRoot(await needTile(directory, tile)), expected)) {
    throw new LogDamaged(tilePath(tile), '与上层散列不符');
  }
}

/**
 * Reads a written batch back and recomputes the root from what the disk says, not from what memory meant to
 * write: a public log once ended because a bit flipped between the two was signed. Also proves that the tree
 * still begins with the one last signed.
 * @returns root of the log with the batch
 * @throws LogDamaged; then nothing may be signed
 */
export async function readBack(directory: string, last: TreeHead, to: number): Promise<Uint8Array> {
  for (const tile of tilesWritten(last.size, to)) {
    if (tile.level === 'entries') await requireBundle(directory, tile);
    else if (tile.width === TILE_WIDTH) await requireParent(directory, tile, tile.level, to);
  }
  const tree = treeReader(directory, to);
  if (!sameBytes(await tree.range(0, last.size), last.root)) {
    throw new LogDamaged('checkpoint', '已签署的根散列与现有条目不符');
  }
  return tree.range(0, to);
}

/**
 * Checks on disk the right edge, from which the whole root follows.
 * @throws LogDamaged when it does not lead to the signed root
 */
export async function requireEdge(directory: string, head: TreeHead): Promise<void> {
  if (!sameBytes(await treeReader(directory, head.size).range(0, head.size), head.root)) {
    throw new LogDamaged(`tile（0 至 ${levelsAt(head.size) - 1} 层）`, '散列与检查点的根不符');
  }
  const bundle = edgeTile('entries', head.size);
  if (bundle.width > 0) await requireBundle(directory, bundle);
}
