import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ORIGIN,
  trialEntries,
  trialEntry,
  trialLog,
  type TrialLog,
  trialSigner,
} from '../trial/trial-log.ts';
import { verifyConsistency } from '../verify/index.ts';
import { auditLog } from './audit.ts';
import type { Finding } from './audit-report.ts';
import { LogDamaged } from './errors.ts';
import { openLog } from './log.ts';
import { hashLeaf, perfectRoot } from './rfc6962.ts';
import { signCheckpoint } from './sign-checkpoint.ts';

const SIZE = 600;

describe('透明日志：篡改', () => {
  let trial: TrialLog;
  beforeEach(async () => {
    trial = await trialLog(SIZE);
  });
  afterEach(() => trial.remove());

  const file = (path: string): string => join(trial.directory, path);
  const findings = async (against: readonly string[] = []): Promise<readonly Finding[]> =>
    (await auditLog(trial.directory, trial.signer.verifierKey, { against })).findings;
  const replaceIn = async (path: string, from: string, to: string): Promise<void> => {
    const text = await readFile(file(path), 'latin1');
    expect(text).toContain(from);
    await writeFile(file(path), text.replace(from, to), 'latin1');
  };
  const flip = async (path: string, at: number): Promise<void> => {
    const bytes = await readFile(file(path));
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(file(path), bytes);
  };

  it.each([
    ['满的条目包', 'tile/entries/001', 300],
    ['末尾的条目包', 'tile/entries/002.p/88', 599],
  ])('改动%s中的一条：恰好指出这一条', async (_what, path, index) => {
    await replaceIn(path, `entry ${index}`, `Entry ${index}`);
    expect(await findings()).toEqual([
      { kind: 'entry', where: path, index, message: expect.stringContaining(`第 ${index} 条`) },
    ]);
    await expect(trial.log.entry(index)).rejects.toBeInstanceOf(LogDamaged);
    await expect(trial.log.proof(index)).rejects.toBeInstanceOf(LogDamaged);
  });

  it.each([
    ['满的', 'tile/0/001', 44],
    ['末尾的', 'tile/0/002.p/88', 3],
    ['上层的', 'tile/1/000.p/2', 1],
  ])('改动%s瓦片中的一个散列：恰好指出这一瓦片', async (_what, path, place) => {
    await flip(path, place * 32);
    const found = await findings();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: 'tile', where: path });
  });

  it('条目与其瓦片一并改动：由上层散列指出', async () => {
    const forged = trialEntries(256, 512);
    forged[0] = trialEntry(9_999).slice(0, 9);
    await replaceIn('tile/entries/001', 'entry 256', 'entry 999');
    forged[0] = new Uint8Array(Buffer.from('entry 999'));
    await writeFile(file('tile/0/001'), Buffer.concat(forged.map(hashLeaf)));
    const found = await findings();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: 'tile', where: 'tile/0/001' });
  });

  it('条目与各层瓦片全部改写而检查点未改：根散列不符', async () => {
    const rewritten = trialEntries(0, 256);
    rewritten[5] = new Uint8Array(Buffer.from('Entry 5'));
    await replaceIn('tile/entries/000', 'entry 5', 'Entry 5');
    await writeFile(file('tile/0/000'), Buffer.concat(rewritten.map(hashLeaf)));
    const upper = await readFile(file('tile/1/000.p/2'));
    upper.set(perfectRoot(rewritten.map(hashLeaf)), 0);
    await writeFile(file('tile/1/000.p/2'), upper);
    expect(await findings()).toEqual([
      { kind: 'checkpoint', where: 'checkpoint', message: '根散列与全部条目不符' },
    ]);
    await expect(trial.reopen()).rejects.toBeInstanceOf(LogDamaged);
  });

  it.each(['tile/entries/000', 'tile/0/001', 'tile/1/000.p/2', 'tile/entries/002.p/88'])(
    '删除 %s:指出缺失',
    async (path) => {
      await rm(file(path));
      expect(await findings()).toContainEqual(
        expect.objectContaining({ where: path, message: expect.stringContaining('缺失') }),
      );
    },
  );

  it.each(['tile/entries/000', 'tile/0/001', 'tile/1/000.p/2'])('截短 %s:指出格式不正确', async (path) => {
    const bytes = await readFile(file(path));
    await writeFile(file(path), bytes.subarray(0, bytes.length - 1));
    const found = await findings();
    expect(found).toContainEqual(
      expect.objectContaining({ where: path, message: expect.stringContaining('格式不正确') }),
    );
  });

  it('改动较早的局部瓦片：指出', async () => {
    await trial.log.append(trialEntries(600, 610));
    await flip('tile/0/002.p/88', 5);
    const found = await findings();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: 'tile', where: 'tile/0/002.p/88' });
  });

  it.each([
    ['条目数改小', '\n600\n', '\n599\n'],
    ['条目数改大', '\n600\n', '\n900000000000\n'],
    ['来源名改动', ORIGIN, 'log.example/zhaozhanh'],
  ])('检查点%s:签名无效，拒绝打开', async (_what, from, to) => {
    await replaceIn('checkpoint', from, to);
    expect(await findings()).toContainEqual(
      expect.objectContaining({ kind: 'checkpoint', where: 'checkpoint' }),
    );
    await expect(trial.reopen()).rejects.toBeInstanceOf(LogDamaged);
  });

  it('检查点换成较早的真检查点（回退）：自查指出，拒绝打开，多出的条目原样保留', async () => {
    await copyFile(file('checkpoint'), file('../early'));
    await trial.log.append(trialEntries(600, 700));
    await rename(file('../early'), file('checkpoint'));
    const found = await findings();
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain('疑被回退');
    await expect(trial.reopen()).rejects.toThrow('疑被回退');
    expect((await readFile(file('tile/entries/002.p/188'))).length).toBeGreaterThan(0);
  });

  it('检查点缺失而条目仍在：拒绝打开，不另起一本', async () => {
    await rm(file('checkpoint'));
    expect(await findings()).toEqual([{ kind: 'checkpoint', where: 'checkpoint', message: '检查点缺失' }]);
    await expect(trial.reopen()).rejects.toThrow('检查点缺失');
  });

  it('更换签名密钥：拒绝打开；以新密钥重签的检查点被原公钥识破', async () => {
    const thief = trialSigner(66);
    await expect(trial.reopen(thief)).rejects.toBeInstanceOf(LogDamaged);
    const root = await trial.log.inclusionProof(0).then(() => new Uint8Array(32));
    await writeFile(file('checkpoint'), signCheckpoint({ origin: ORIGIN, size: SIZE, root }, thief));
    expect((await findings())[0]).toMatchObject({ kind: 'checkpoint', message: '检查点没有此公钥的签名' });
  });

  it('持有密钥者重写历史：自查发现不了，外部保存的检查点能发现', async () => {
    const outside = trial.log.checkpoint();
    await rm(trial.directory, { recursive: true });
    const rewritten = await openLog(trial.directory, { origin: ORIGIN, signer: trial.signer });
    const entries = trialEntries(0, 650);
    entries[5] = new Uint8Array(Buffer.from('Entry 5'));
    await rewritten.append(entries);
    expect(await findings()).toEqual([]);
    expect(await findings([outside])).toEqual([
      { kind: 'checkpoint', where: '外部检查点 1', message: expect.stringContaining('历史被改写') },
    ]);
    const proof = await rewritten.consistencyProof(SIZE);
    const verdict = await verifyConsistency(outside, rewritten.checkpoint(), proof, trial.signer.verifierKey);
    expect(verdict).toEqual({ ok: false, reason: expect.stringContaining('不一致') });
  });

  it('持有密钥者回退并续写：外部保存的较长检查点能发现', async () => {
    const outside = trial.log.checkpoint();
    await rm(trial.directory, { recursive: true });
    const shorter = await openLog(trial.directory, { origin: ORIGIN, signer: trial.signer });
    await shorter.append(trialEntries(0, 500));
    expect((await findings([outside]))[0]?.message).toContain('回退');
    const verdict = await verifyConsistency(outside, shorter.checkpoint(), [], trial.signer.verifierKey);
    expect(verdict).toMatchObject({ ok: false, reason: expect.stringContaining('回退') });
  });
});
