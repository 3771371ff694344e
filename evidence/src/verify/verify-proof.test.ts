import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signCheckpoint } from '../log/sign-checkpoint.ts';
import { referenceConsistency, referencePath, referenceRoot } from '../trial/reference-tree.ts';
import {
  ORIGIN,
  trialEntry,
  trialLog,
  type TrialLog,
  trialSigner,
  trialWitness,
} from '../trial/trial-log.ts';
import { verifyCheckpoint, verifyConsistency, verifyProof } from './index.ts';
import { formatProof, parseProof } from './proof-text.ts';

const SIZE = 300;

describe('凭证的离线核验', () => {
  let trial: TrialLog;
  let vkey: string;
  let proof: string;
  beforeAll(async () => {
    trial = await trialLog(SIZE);
    vkey = trial.signer.verifierKey;
    proof = await trial.log.proof(123);
  });
  afterAll(() => trial.remove());

  it('日志给出的凭证核验通过', async () => {
    expect(proof.startsWith('c2sp.org/tlog-proof@v1\nindex 123\n')).toBe(true);
    expect(await verifyProof(proof, trialEntry(123), vkey)).toEqual({
      ok: true,
      index: 123,
      size: SIZE,
      witnessed: [],
    });
  });

  it('附加数据随凭证往返，不影响核验', async () => {
    const extra = new Uint8Array([1, 2, 3]);
    const text = await trial.log.proof(0, { extra });
    expect(parseProof(text).extra).toEqual(extra);
    expect(await verifyProof(text, trialEntry(0), vkey)).toMatchObject({ ok: true, index: 0 });
  });

  it.each([
    ['条目改动', (text: string) => text, Buffer.from('entry 124'), '不符'],
    ['条目序号改动', (text: string) => text.replace('index 123', 'index 122'), undefined, '不符'],
    ['条目序号超出', (text: string) => text.replace('index 123', 'index 300'), undefined, '超出'],
    ['条目数伪造', (text: string) => text.replace('\n300\n', '\n301\n'), undefined, '签名无效'],
    [
      '条目数大到无法计算',
      (text: string) => text.replace('\n300\n', '\n99999999999999999999\n'),
      undefined,
      '条目数',
    ],
    ['序号前有零', (text: string) => text.replace('index 123', 'index 0123'), undefined, '序号'],
    ['少一个散列', (text: string) => text.replace(/(index 123\n).+\n/, '$1'), undefined, '长度'],
    ['多一个散列', (text: string) => text.replace(/(index 123\n)(.+\n)/, '$1$2$2'), undefined, '长度'],
    ['签名行以连字符开头', (text: string) => text.replace('\u2014', '-'), undefined, '签名行'],
    ['没有检查点', (text: string) => text.split('\n\n')[0] ?? '', undefined, '不完整'],
    ['不是凭证', () => '你好\n\n', undefined, '不是'],
    ['空文本', () => '', undefined, '不完整'],
  ])('%s:拒绝并说明原因', async (_what, change, entry, reason) => {
    const verdict = await verifyProof(change(proof), entry ?? trialEntry(123), vkey);
    expect(verdict).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });

  it('以 Latin-1 误读的凭证拒绝', async () => {
    const misread = Buffer.from(proof, 'utf8').toString('latin1');
    expect(await verifyProof(misread, trialEntry(123), vkey)).toMatchObject({ ok: false });
  });

  it('别的日志的公钥、同名的另一把公钥、见证人的公钥、残缺的公钥都不能核验', async () => {
    const keys = [
      trialSigner(1, 'other.example').verifierKey,
      trialSigner(2).verifierKey,
      vkey.replace(/\+[0-9a-f]{8}\+/, '+00000000+'),
      vkey.slice(0, -4),
      '',
    ];
    for (const key of keys)
      expect(await verifyProof(proof, trialEntry(123), key)).toMatchObject({ ok: false });
  });

  it('见证人的公钥不能当作日志的公钥', async () => {
    const verdict = await verifyProof(proof, trialEntry(123), trialWitness(1, ORIGIN).verifierKey);
    expect(verdict).toEqual({ ok: false, reason: expect.stringContaining('不能互用') });
  });

  it('一把密钥不能为别的来源名作保', async () => {
    const signer = trialSigner(1);
    const root = referenceRoot([]);
    const text = signCheckpoint({ origin: 'other.example', size: 0, root }, signer);
    const verdict = await verifyCheckpoint(text, signer.verifierKey);
    expect(verdict).toEqual({ ok: false, reason: '检查点不属于此公钥的日志' });
  });

  it('日志自己虚报大小：根相符而一致性证明的长度不符，拒绝', async () => {
    const signer = trialSigner(1);
    const entries = Array.from({ length: 8 }, (_, i) => trialEntry(i));
    const sign = (size: number, root: Uint8Array) => signCheckpoint({ origin: ORIGIN, size, root }, signer);
    const older = sign(3, referenceRoot(entries.slice(0, 3)));
    const hashes = referenceConsistency(3, entries);
    const honest = sign(8, referenceRoot(entries));
    expect(await verifyConsistency(older, honest, hashes, signer.verifierKey)).toMatchObject({ ok: true });
    const reason = '一致性证明的长度与条目数不符';
    const inflated = sign(200, referenceRoot(entries));
    expect(await verifyConsistency(older, inflated, hashes, signer.verifierKey)).toEqual({
      ok: false,
      reason,
    });
    const padded = [...hashes, new Uint8Array(32)];
    expect(await verifyConsistency(older, honest, padded, signer.verifierKey)).toEqual({ ok: false, reason });
  });

  it('内部结点不能冒充条目', async () => {
    const entries = [trialEntry(0), trialEntry(1), trialEntry(2), trialEntry(3)];
    const signer = trialSigner(1);
    const checkpoint = signCheckpoint({ origin: ORIGIN, size: 2, root: referenceRoot(entries) }, signer);
    // Children of the root given as if they were leaves: the prefix of leaf hashes must prevent it.
    const [left, right] = [referenceRoot(entries.slice(0, 2)), referenceRoot(entries.slice(2))];
    const forged = formatProof({ index: 0, hashes: [right], checkpoint });
    expect(await verifyProof(forged, left, signer.verifierKey)).toMatchObject({ ok: false });
  });

  it('任意大小、任意条目：真凭证通过；改动任何一个字符都不会通过到另一个结论', async () => {
    const signer = trialSigner(1);
    const scenario = fc
      .array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 70 })
      .chain((entries) =>
        fc.record({
          entries: fc.constant(entries),
          index: fc.nat(entries.length - 1),
          at: fc.nat(),
          by: fc.integer({ min: 1, max: 60 }),
        }),
      );
    await fc.assert(
      fc.asyncProperty(scenario, async ({ entries, index, at, by }) => {
        const checkpoint = signCheckpoint(
          { origin: ORIGIN, size: entries.length, root: referenceRoot(entries) },
          signer,
        );
        const text = formatProof({ index, hashes: referencePath(index, entries), checkpoint });
        const entry = entries[index] ?? new Uint8Array();
        expect(await verifyProof(text, entry, signer.verifierKey)).toMatchObject({
          ok: true,
          index,
          size: entries.length,
        });
        const place = at % text.length;
        const changed =
          text.slice(0, place) +
          String.fromCharCode(32 + ((text.charCodeAt(place) + by) % 95)) +
          text.slice(place + 1);
        expect(changed).not.toBe(text);
        expect(await verifyProof(changed, entry, signer.verifierKey)).toMatchObject({ ok: false });
        const longer = new Uint8Array([...entry, 0]);
        expect(await verifyProof(text, longer, signer.verifierKey)).toMatchObject({ ok: false });
      }),
      { numRuns: 150, seed: 20_260_101 },
    );
  });

  it('任意文本都只会被拒绝，不会使核验程序出错', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (text, key) => {
        expect(await verifyProof(text, new Uint8Array(), vkey)).toMatchObject({ ok: false });
        expect(
          await verifyProof(`c2sp.org/tlog-proof@v1\nindex 0\n\n${text}`, new Uint8Array(), vkey),
        ).toMatchObject({ ok: false });
        expect(await verifyProof(proof, trialEntry(123), key)).toMatchObject({ ok: false });
        expect(await verifyCheckpoint(text, vkey)).toMatchObject({ ok: false });
      }),
      { numRuns: 200, seed: 20_260_102 },
    );
  });

  it('任意两个大小：真的一致性证明通过；动一个散列、少一个、多一个都被拒绝', async () => {
    const signer = trialSigner(1);
    const { log, remove } = await trialLog(130);
    const checkpoints = new Map<number, string>();
    const head = async (size: number): Promise<string> => {
      const entries = Array.from({ length: size }, (_, i) => trialEntry(i));
      const text =
        checkpoints.get(size) ??
        signCheckpoint({ origin: ORIGIN, size, root: referenceRoot(entries) }, signer);
      checkpoints.set(size, text);
      return text;
    };
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 130 }),
        fc.integer({ min: 1, max: 130 }),
        fc.nat(),
        async (a, b, pick) => {
          const [from, to] = a < b ? [a, b] : [b, a];
          const hashes = await log.consistencyProof(from, to);
          const verdict = async (given: readonly Uint8Array[]) =>
            verifyConsistency(await head(from), await head(to), given, signer.verifierKey);
          expect(await verdict(hashes)).toEqual({ ok: true, from, to });
          expect(await verdict([...hashes, new Uint8Array(32)])).toMatchObject({ ok: false });
          if (hashes.length === 0) return;
          const place = pick % hashes.length;
          const altered = hashes.map((hash, i) =>
            i === place ? hash.map((byte, j) => (j === 0 ? byte ^ 128 : byte)) : hash,
          );
          expect(await verdict(altered)).toMatchObject({ ok: false });
          expect(await verdict(hashes.filter((_, i) => i !== place))).toMatchObject({ ok: false });
        },
      ),
      { numRuns: 120, seed: 20_260_103 },
    );
    await remove();
  });
});
