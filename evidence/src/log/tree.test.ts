import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { referenceConsistency, referencePath, referenceRoot } from '../trial/reference-tree.ts';
import { trialEntries, trialEntry, trialLog, type TrialLog } from '../trial/trial-log.ts';
import { hex } from '../verify/bytes.ts';
import { parseTreeHead } from '../verify/checkpoint.ts';
import { requireConsistency } from '../verify/consistency.ts';
import { leafHash } from '../verify/digest.ts';
import { rootOfInclusion } from '../verify/inclusion.ts';
import { parseNote } from '../verify/note.ts';
import { Unverified } from '../verify/unverified.ts';

const MOST = 65;
const rootOf = (checkpoint: string): string => hex(parseTreeHead(parseNote(checkpoint).body).root);
const plain = (hashes: readonly Uint8Array[]): string[] => hashes.map(hex);
const flipped = (bytes: Uint8Array): Uint8Array => bytes.map((byte, i) => (i === 7 ? byte ^ 1 : byte));

/** Entries of the test tree that implementations of RFC 6962 share. */
const SHARED = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];

describe('日志的散列树', () => {
  let trial: TrialLog;
  beforeAll(async () => {
    trial = await trialLog(MOST);
  });
  afterAll(() => trial.remove());

  it('空日志的根是空串的 SHA-256', async () => {
    const empty = await trialLog();
    expect(rootOf(empty.log.checkpoint())).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    await empty.remove();
  });

  it('八条通用测试条目的根与各实现一致', async () => {
    const shared = await trialLog();
    const leaves = SHARED.map((text) => new Uint8Array(Buffer.from(text, 'hex')));
    await shared.log.append(leaves);
    const expected = '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328';
    expect(rootOf(shared.log.checkpoint())).toBe(expected);
    expect(hex(referenceRoot(leaves))).toBe(expected);
    await shared.remove();
  });

  it('1 至 65 条、每一条的包含证明与定义一致并得出同一根；散列翻转一位即得不出', async () => {
    for (let size = 1; size <= MOST; size += 1) {
      const entries = trialEntries(0, size);
      const root = hex(referenceRoot(entries));
      for (let index = 0; index < size; index += 1) {
        const proof = await trial.log.inclusionProof(index, size);
        expect(plain(proof)).toEqual(plain(referencePath(index, entries)));
        const leaf = await leafHash(trialEntry(index));
        expect(hex(await rootOfInclusion(leaf, index, size, proof))).toBe(root);
        expect(hex(await rootOfInclusion(flipped(leaf), index, size, proof))).not.toBe(root);
      }
    }
  });

  it('1 至 65 条之间任意两个大小的一致性证明与定义一致；任一根翻转一位即被拒绝', async () => {
    const roots = Array.from({ length: MOST + 1 }, (_, size) => referenceRoot(trialEntries(0, size)));
    const head = (size: number) => ({ size, root: roots[size] ?? new Uint8Array() });
    for (let newer = 1; newer <= MOST; newer += 1) {
      for (let older = 1; older <= newer; older += 1) {
        const proof = await trial.log.consistencyProof(older, newer);
        expect(plain(proof)).toEqual(plain(referenceConsistency(older, trialEntries(0, newer))));
        await requireConsistency(head(older), head(newer), proof);
        const wrongOlder = { size: older, root: flipped(head(older).root) };
        const wrongNewer = { size: newer, root: flipped(head(newer).root) };
        await expect(requireConsistency(wrongOlder, head(newer), proof)).rejects.toBeInstanceOf(Unverified);
        await expect(requireConsistency(head(older), wrongNewer, proof)).rejects.toBeInstanceOf(Unverified);
      }
    }
  });

  it('空日志与任何日志一致，但空日志的根必须是空根', async () => {
    const newer = { size: 3, root: referenceRoot(trialEntries(0, 3)) };
    expect(await trial.log.consistencyProof(0, 3)).toEqual([]);
    await requireConsistency({ size: 0, root: referenceRoot([]) }, newer, []);
    await expect(requireConsistency({ size: 0, root: newer.root }, newer, [])).rejects.toThrow('不一致');
  });
});
