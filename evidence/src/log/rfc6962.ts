import { createHash } from 'node:crypto';

/** Bytes of a SHA-256. */
export const HASH_SIZE = 32;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** RFC 6962 hash of an entry. Synchronous twin of the verifier's: a million leaves cannot each wait a turn. */
export function hashLeaf(entry: Uint8Array): Uint8Array {
  return createHash('sha256').update(LEAF).update(entry).digest();
}

/** RFC 6962 hash of two children. */
export function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

/** Root of the tree without entries. */
export function emptyRoot(): Uint8Array {
  return createHash('sha256').digest();
}

/** Root of a perfect tree over 2^k hashes. */
export function perfectRoot(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let i = 0; i + 1 < row.length; i += 2) above.push(hashNode(at(row, i), at(row, i + 1)));
    row = above;
  }
  return at(row, 0);
}

/** Joins perfect subtrees, largest first, into the root of the ragged tree they make up. */
export function foldRoots(subtrees: readonly Uint8Array[]): Uint8Array {
  if (subtrees.length === 0) return emptyRoot();
  return subtrees.reduceRight((right, left) => hashNode(left, right));
}

/** The i-th hash, which the caller knows to exist. */
export function at(hashes: readonly Uint8Array[], i: number): Uint8Array {
  const hash = hashes[i];
  if (hash === undefined) throw new RangeError(`no hash at ${i}`);
  return hash;
}
