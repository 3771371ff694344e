import { sameBytes } from './bytes.ts';
import { openCheckpoint, type TreeHead } from './checkpoint.ts';
import { half } from './count.ts';
import { nodeHash, sha256 } from './digest.ts';
import { type Refused, refusing, Unverified } from './unverified.ts';

const FORKED = '两个检查点不一致：较早的条目已被改动、删除或重排';

type Head = Pick<TreeHead, 'size' | 'root'>;

/**
 * Checks that the newer tree begins with the older one, entry for entry (RFC 9162 section 2.1.4.2).
 * @throws Unverified when it does not, or the proof does not fit
 */
export async function requireConsistency(
  older: Head,
  newer: Head,
  proof: readonly Uint8Array[],
): Promise<void> {
  if (older.size > newer.size) throw new Unverified('检查点的条目数变少：日志被回退');
  if (older.size === newer.size || older.size === 0) {
    if (proof.length > 0) throw new Unverified('一致性证明的长度与条目数不符');
    const expected = older.size === newer.size ? newer.root : await sha256(new Uint8Array());
    if (!sameBytes(older.root, expected)) throw new Unverified(FORKED);
    return;
  }
  let place = older.size - 1;
  let last = newer.size - 1;
  while (place % 2 === 1) {
    place = half(place);
    last = half(last);
  }
  // An older tree that is a whole subtree of the newer one is its own first hash and is not repeated.
  const [start, ...rest] = place === 0 ? [older.root, ...proof] : proof;
  if (start === undefined) throw new Unverified('一致性证明的长度与条目数不符');
  let olderRoot = start;
  let newerRoot = start;
  for (const sibling of rest) {
    if (last === 0) throw new Unverified('一致性证明的长度与条目数不符');
    if (place % 2 === 1 || place === last) {
      olderRoot = await nodeHash(sibling, olderRoot);
      newerRoot = await nodeHash(sibling, newerRoot);
      while (place % 2 === 0 && place !== 0) {
        place = half(place);
        last = half(last);
      }
    } else {
      newerRoot = await nodeHash(newerRoot, sibling);
    }
    place = half(place);
    last = half(last);
  }
  if (last !== 0) throw new Unverified('一致性证明的长度与条目数不符');
  if (!sameBytes(olderRoot, older.root) || !sameBytes(newerRoot, newer.root)) throw new Unverified(FORKED);
}

/**
 * Verifies that a log only grew between two checkpoints, both signed by it. What a witness does, and what
 * anyone holding an old checkpoint can do.
 */
export function verifyConsistency(
  older: string,
  newer: string,
  proof: readonly Uint8Array[],
  vkey: string,
): Promise<{ readonly ok: true; readonly from: number; readonly to: number } | Refused> {
  return refusing(async () => {
    const from = await openCheckpoint(older, vkey);
    const to = await openCheckpoint(newer, vkey);
    await requireConsistency(from, to, proof);
    return { ok: true as const, from: from.size, to: to.size };
  });
}
