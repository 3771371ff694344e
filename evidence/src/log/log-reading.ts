import { sameBytes } from '../verify/bytes.ts';
import type { Checkpoint } from '../verify/checkpoint.ts';
import { rootOfInclusion } from '../verify/inclusion.ts';
import { formatProof } from '../verify/proof-text.ts';
import { requireBundle } from './batch.ts';
import { LogDamaged, LogRefused } from './errors.ts';
import { TILE_WIDTH, tileAt } from './layout.ts';
import { consistencyProof, inclusionProof } from './proofs.ts';
import { hashLeaf } from './rfc6962.ts';
import { needTile } from './tile-store.ts';
import { treeReader } from './tree-reader.ts';

/** @throws LogRefused unless 0 ≤ from ≤ to ≤ size, all whole numbers */
function requireRange(from: number, to: number, size: number): void {
  if (![from, to].every(Number.isSafeInteger) || from < 0 || from > to || to > size) {
    throw new LogRefused(`日志现有 ${size} 条，没有所要的范围 [${from}, ${to})`);
  }
}

/** Entries [from, to), one bundle in memory at a time, each bundle checked against its hashes. */
export async function* readEntries(
  directory: string,
  from: number,
  to: number,
  size: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  requireRange(from, to, size);
  for (let n = Math.floor(from / TILE_WIDTH); n * TILE_WIDTH < to; n += 1) {
    const bundle = tileAt('entries', n, size);
    await requireBundle(directory, bundle);
    const entries = await needTile(directory, bundle);
    const start = n * TILE_WIDTH;
    yield* entries.slice(Math.max(0, from - start), Math.min(TILE_WIDTH, to - start));
  }
}

/** One entry. @throws LogRefused beyond the end, LogDamaged when it no longer matches its hash */
export async function readEntry(directory: string, index: number, size: number): Promise<Uint8Array> {
  const first = await readEntries(directory, index, index + 1, size).next();
  if (first.done === true) throw new LogRefused(`日志现有 ${size} 条，没有第 ${index} 条`);
  return first.value;
}

/** Inclusion proof in the tree of `of` leaves, which may be smaller than the log is now. */
export async function proveInclusion(
  directory: string,
  index: number,
  of: number,
  size: number,
): Promise<Uint8Array[]> {
  requireRange(index, index + 1, of);
  requireRange(0, of, size);
  return inclusionProof(treeReader(directory, size), index, of);
}

/** Consistency proof between two sizes of the log. */
export async function proveConsistency(
  directory: string,
  from: number,
  to: number,
  size: number,
): Promise<Uint8Array[]> {
  requireRange(from, to, size);
  return consistencyProof(treeReader(directory, size), from, to);
}

/**
 * A receipt for an entry under a checkpoint of this log. It is verified before it is given: a receipt that
 * fails in somebody's hands years later is worse than an error now.
 */
export async function receiptFor(
  directory: string,
  index: number,
  size: number,
  checkpoint: { readonly text: string; readonly head: Checkpoint },
  extra: Uint8Array | undefined,
): Promise<string> {
  const { head } = checkpoint;
  const hashes = await proveInclusion(directory, index, head.size, size);
  const entry = await readEntry(directory, index, size);
  if (!sameBytes(await rootOfInclusion(hashLeaf(entry), index, head.size, hashes), head.root)) {
    throw new LogDamaged(`第 ${index} 条`, '与检查点的根散列不符');
  }
  const proof = { index, hashes, checkpoint: checkpoint.text };
  return formatProof(extra === undefined ? proof : { ...proof, extra });
}

/** Root the log had at an earlier size. */
export async function rootAt(directory: string, of: number, size: number): Promise<Uint8Array> {
  requireRange(0, of, size);
  return treeReader(directory, size).range(0, of);
}
