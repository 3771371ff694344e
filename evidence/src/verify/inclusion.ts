import { half } from './count.ts';
import { nodeHash } from './digest.ts';
import { Unverified } from './unverified.ts';

/**
 * The root that a leaf and its inclusion proof lead to (RFC 9162 section 2.1.3.2); equal to the signed root
 * exactly when the leaf is in the tree at that place.
 * @param index place of the leaf, from 0
 * @param size number of leaves of the tree
 * @throws Unverified when index, size and length of the proof do not fit
 */
export async function rootOfInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
): Promise<Uint8Array> {
  if (index >= size) throw new Unverified('条目序号超出日志的条目数');
  let place = index;
  let last = size - 1;
  let root = leaf;
  for (const sibling of proof) {
    if (last === 0) throw new Unverified('包含证明的长度与条目数不符');
    if (place % 2 === 1 || place === last) {
      root = await nodeHash(sibling, root);
      // On the right edge the node climbs without a sibling until it is a right child.
      while (place % 2 === 0 && place !== 0) {
        place = half(place);
        last = half(last);
      }
    } else {
      root = await nodeHash(root, sibling);
    }
    place = half(place);
    last = half(last);
  }
  if (last !== 0) throw new Unverified('包含证明的长度与条目数不符');
  return root;
}
