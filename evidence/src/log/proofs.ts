import { splitPoint, type TreeReader } from './tree-reader.ts';

/**
 * Inclusion proof of a leaf in the tree of `size` leaves, from the leaf's sibling up (RFC 6962 section 2.1.1).
 * Requires 0 ≤ index < size.
 */
export async function inclusionProof(tree: TreeReader, index: number, size: number): Promise<Uint8Array[]> {
  const fromTheTop: Uint8Array[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitPoint(end - start);
    if (index < middle) {
      fromTheTop.push(await tree.range(middle, end));
      end = middle;
    } else {
      fromTheTop.push(await tree.range(start, middle));
      start = middle;
    }
  }
  return fromTheTop.reverse();
}

/**
 * Consistency proof from the tree of `older` leaves to that of `newer` (RFC 6962 section 2.1.2). Empty when
 * the sizes are equal or `older` is 0. Requires 0 ≤ older ≤ newer.
 */
export async function consistencyProof(
  tree: TreeReader,
  older: number,
  newer: number,
): Promise<Uint8Array[]> {
  if (older === 0 || older === newer) return [];
  const fromTheTop: Uint8Array[] = [];
  let start = 0;
  let end = newer;
  while (older !== end) {
    const middle = start + splitPoint(end - start);
    if (older <= middle) {
      fromTheTop.push(await tree.range(middle, end));
      end = middle;
    } else {
      fromTheTop.push(await tree.range(start, middle));
      start = middle;
    }
  }
  // The older tree itself, when it is a whole subtree, is known to the verifier and left out.
  if (start > 0) fromTheTop.push(await tree.range(start, end));
  return fromTheTop.reverse();
}
