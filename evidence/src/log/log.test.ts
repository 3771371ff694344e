import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { referenceRoot } from '../trial/reference-tree.ts';
import {
  ORIGIN,
  trialEntries,
  trialEntry,
  trialLog,
  type TrialLog,
  trialSigner,
} from '../trial/trial-log.ts';
import { toBase64 } from '../verify/base64.ts';
import { verifyCheckpoint, verifyConsistency, verifyProof } from '../verify/index.ts';
import { auditLog } from './audit.ts';
import { LogRefused, SignerUnusable } from './errors.ts';
import { openLog } from './log.ts';

describe('透明日志', () => {
  let trial: TrialLog;
  afterEach(() => trial.remove());
  const exists = (path: string): Promise<boolean> =>
    access(join(trial.directory, path)).then(
      () => true,
      () => false,
    );

  it('新日志即有签署的空检查点', async () => {
    trial = await trialLog();
    expect(trial.log.size()).toBe(0);
    const empty = toBase64(referenceRoot([]));
    expect(trial.log.checkpoint()).toMatch(/^log\.example\/zhaozhang\n0\n/);
    expect(trial.log.checkpoint().split('\n')[2]).toBe(empty);
    expect(await verifyCheckpoint(trial.log.checkpoint(), trial.signer.verifierKey)).toMatchObject({
      ok: true,
    });
  });

  it('追加一批：给出首条序号与总数，检查点的根与定义一致', async () => {
    trial = await trialLog(3);
    expect(await trial.log.append(trialEntries(3, 8))).toEqual({ first: 3, size: 8 });
    expect(trial.log.checkpoint().split('\n')[2]).toBe(toBase64(referenceRoot(trialEntries(0, 8))));
    expect(await readFile(join(trial.directory, 'checkpoint'), 'utf8')).toBe(trial.log.checkpoint());
  });

  it('空的一批不改变任何东西', async () => {
    trial = await trialLog(2);
    const before = trial.log.checkpoint();
    expect(await trial.log.append([])).toEqual({ first: 2, size: 2 });
    expect(trial.log.checkpoint()).toBe(before);
  });

  it('同时追加的各批依次进入，互不穿插', async () => {
    trial = await trialLog();
    const batches = [0, 1, 2, 3, 4].map((n) => [Buffer.from(`${n}a`), Buffer.from(`${n}b`)]);
    const results = await Promise.all(batches.map((batch) => trial.log.append(batch)));
    expect(results.map((result) => result.first)).toEqual([0, 2, 4, 6, 8]);
    const texts: string[] = [];
    for await (const entry of trial.log.entries(0)) texts.push(Buffer.from(entry).toString());
    expect(texts.join(' ')).toBe('0a 0b 1a 1b 2a 2b 3a 3b 4a 4b');
  });

  it('追加后调用者改动自己的缓冲区，不影响日志', async () => {
    trial = await trialLog();
    const leaf = Buffer.from('原文');
    const done = trial.log.append([leaf]);
    leaf.fill(0);
    await done;
    expect(Buffer.from(await trial.log.entry(0)).toString()).toBe('原文');
  });

  it('条目可为空，可达 65535 字节；再大则拒绝整批', async () => {
    trial = await trialLog();
    await trial.log.append([new Uint8Array(), new Uint8Array(65_535).fill(7)]);
    expect((await trial.log.entry(0)).length).toBe(0);
    expect((await trial.log.entry(1)).length).toBe(65_535);
    const refused = trial.log.append([Buffer.from('小'), new Uint8Array(65_536)]);
    await expect(refused).rejects.toBeInstanceOf(LogRefused);
    expect(trial.log.size()).toBe(2);
  });

  it('文件布局依 tlog-tiles:七万条有 273 个满瓦片与各层的局部瓦片', async () => {
    trial = await trialLog(70_000);
    expect(await exists('tile/0/272')).toBe(true);
    expect(await exists('tile/0/273.p/112')).toBe(true);
    expect(await exists('tile/1/000')).toBe(true);
    expect(await exists('tile/1/001.p/17')).toBe(true);
    expect(await exists('tile/2/000.p/1')).toBe(true);
    expect(await exists('tile/3')).toBe(false);
    expect((await readFile(join(trial.directory, 'tile/0/272'))).length).toBe(8_192);
    expect(await exists('tile/entries/273.p/112')).toBe(true);
    const bundle = await readFile(join(trial.directory, 'tile/entries/000'));
    expect(bundle.subarray(0, 9).toString('latin1')).toBe('\0\u0007entry 0');
    expect(await trial.log.audit()).toMatchObject({ sound: true, size: 70_000, read: 70_000 });
    for (const index of [0, 255, 256, 65_535, 65_536, 69_999]) {
      const proof = await trial.log.proof(index);
      expect(await verifyProof(proof, trialEntry(index), trial.signer.verifierKey)).toMatchObject({
        ok: true,
        index,
      });
    }
  }, 60_000);

  it.each([
    [255, 1, 1],
    [250, 10, 300],
    [256, 256, 1],
    [1, 700, 70],
  ])('跨越 256 的边界（%i、%i、%i）：根、条目、证明、自查都对', async (...batches) => {
    trial = await trialLog(...batches);
    const size = batches.reduce((sum, count) => sum + count, 0);
    const entries = trialEntries(0, size);
    expect(trial.log.checkpoint().split('\n')[2]).toBe(toBase64(referenceRoot(entries)));
    let index = 0;
    for await (const entry of trial.log.entries(0)) {
      expect(Buffer.from(entry).toString()).toBe(`entry ${index}`);
      index += 1;
    }
    expect(index).toBe(size);
    expect(await trial.log.audit()).toEqual({ sound: true, size, read: size, findings: [] });
    const again = await trial.reopen();
    expect(again.checkpoint()).toBe(trial.log.checkpoint());
  });

  it('瓦片填满后局部瓦片随即移除，较早检查点的证明仍可给出', async () => {
    trial = await trialLog(100, 100);
    const early = trial.log.checkpoint();
    expect(await exists('tile/0/000.p/100')).toBe(true);
    await trial.log.append(trialEntries(200, 300));
    expect(await exists('tile/0/000.p')).toBe(false);
    expect(await exists('tile/entries/000.p')).toBe(false);
    const proof = await trial.log.proof(150, { checkpoint: early });
    const verdict = await verifyProof(proof, trialEntry(150), trial.signer.verifierKey);
    expect(verdict).toMatchObject({ ok: true, index: 150, size: 200 });
    const hashes = await trial.log.consistencyProof(200);
    const grown = await verifyConsistency(early, trial.log.checkpoint(), hashes, trial.signer.verifierKey);
    expect(grown).toEqual({ ok: true, from: 200, to: 300 });
  });

  it('读取一段条目，越界即拒绝', async () => {
    trial = await trialLog(600);
    const texts: string[] = [];
    for await (const entry of trial.log.entries(254, 258)) texts.push(Buffer.from(entry).toString());
    expect(texts).toEqual(['entry 254', 'entry 255', 'entry 256', 'entry 257']);
    await expect(trial.log.entry(600)).rejects.toBeInstanceOf(LogRefused);
    await expect(trial.log.entry(-1)).rejects.toBeInstanceOf(LogRefused);
    await expect(trial.log.entry(0.5)).rejects.toBeInstanceOf(LogRefused);
    await expect(trial.log.inclusionProof(5, 5)).rejects.toBeInstanceOf(LogRefused);
    await expect(trial.log.inclusionProof(5, 601)).rejects.toBeInstanceOf(LogRefused);
    await expect(trial.log.consistencyProof(7, 6)).rejects.toBeInstanceOf(LogRefused);
  });

  it('自查逐段报告进度', async () => {
    trial = await trialLog(600);
    const seen: string[] = [];
    await trial.log.audit((done, total) => seen.push(`${done}/${total}`));
    expect(seen).toEqual(['256/600', '512/600', '600/600']);
  });

  it('边追加边自查，不误报', async () => {
    trial = await trialLog(10);
    const grow = async (times: number): Promise<void> => {
      for (let i = 0; i < times; i += 1)
        await trial.log.append(trialEntries(trial.log.size(), trial.log.size() + 9));
    };
    const grown = grow(40).then(() => 'grown');
    let done: string | undefined;
    while (done === undefined) {
      expect((await auditLog(trial.directory, trial.signer.verifierKey)).findings).toEqual([]);
      done = await Promise.race([grown, Promise.resolve(undefined)]);
    }
    expect(trial.log.size()).toBe(370);
  });

  it('签名密钥的名称不是日志的来源名即拒绝打开', async () => {
    trial = await trialLog();
    const signer = trialSigner(1, 'other.example');
    await expect(openLog(trial.directory, { origin: ORIGIN, signer })).rejects.toBeInstanceOf(SignerUnusable);
  });
});
