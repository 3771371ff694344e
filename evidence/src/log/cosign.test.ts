import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ORIGIN,
  trialEntries,
  trialEntry,
  trialLog,
  type TrialLog,
  trialWitness,
} from '../trial/trial-log.ts';
import { Unverified, verifyCheckpoint, verifyProof } from '../verify/index.ts';
import { addCosignature, cosign } from './cosign.ts';
import { LogDamaged, LogRefused, SignerUnusable } from './errors.ts';
import { openLog } from './log.ts';

describe('见证人联署', () => {
  let trial: TrialLog;
  const first = trialWitness(1);
  const second = trialWitness(2);
  beforeEach(async () => {
    trial = await trialLog(30);
  });
  afterEach(() => trial.remove());

  it('联署后检查点仍有效，凭证满足见证要求并显示见证人与时间', async () => {
    const checkpoint = trial.log.checkpoint();
    await trial.log.addCosignature(checkpoint, cosign(checkpoint, first, 1_790_000_000), first.verifierKey);
    await trial.log.addCosignature(checkpoint, cosign(checkpoint, second, 1_790_000_060), second.verifierKey);
    expect(await verifyCheckpoint(trial.log.checkpoint(), trial.signer.verifierKey)).toMatchObject({
      ok: true,
      size: 30,
    });
    const policy = { witnesses: [first.verifierKey, second.verifierKey], atLeast: 2 };
    const proof = await trial.log.proof(7);
    expect(await verifyProof(proof, trialEntry(7), trial.signer.verifierKey, policy)).toEqual({
      ok: true,
      index: 7,
      size: 30,
      witnessed: [
        { name: 'witness1.example', time: 1_790_000_000 },
        { name: 'witness2.example', time: 1_790_000_060 },
      ],
    });
  });

  it('日志增长后才收到的联署仍可保存，其范围内的凭证以联署的检查点为准', async () => {
    const early = trial.log.checkpoint();
    await trial.log.append(trialEntries(30, 40));
    await trial.log.addCosignature(early, cosign(early, first, 1_790_000_000), first.verifierKey);
    const policy = { witnesses: [first.verifierKey], atLeast: 1 };
    const key = trial.signer.verifierKey;
    expect(await verifyProof(await trial.log.proof(7), trialEntry(7), key, policy)).toMatchObject({
      ok: true,
      size: 30,
    });
    const beyond = await verifyProof(await trial.log.proof(35), trialEntry(35), key, policy);
    expect(beyond).toEqual({ ok: false, reason: '见证人签名不足：需要 1 个，现有 0 个' });
    expect((await trial.reopen()).cosigned()).toBe(trial.log.cosigned());
    expect(await trial.log.audit()).toMatchObject({ sound: true });
  });

  it('同一见证人列两次仍只算一个', async () => {
    const checkpoint = trial.log.checkpoint();
    await trial.log.addCosignature(checkpoint, cosign(checkpoint, first, 1_790_000_000), first.verifierKey);
    const policy = { witnesses: [first.verifierKey, first.verifierKey], atLeast: 2 };
    const verdict = await verifyProof(
      await trial.log.proof(0),
      trialEntry(0),
      trial.signer.verifierKey,
      policy,
    );
    expect(verdict).toMatchObject({ ok: false });
  });

  it('同一行加两次不重复', async () => {
    const checkpoint = trial.log.checkpoint();
    const line = cosign(checkpoint, first, 1_790_000_000);
    const once = await addCosignature(checkpoint, line, first.verifierKey);
    expect(await addCosignature(once, line, first.verifierKey)).toBe(once);
  });

  it('他人的行、他处的行、日志自己的行都不算联署', async () => {
    const checkpoint = trial.log.checkpoint();
    const mine = cosign(checkpoint, first, 1_790_000_000);
    await expect(addCosignature(checkpoint, mine, second.verifierKey)).rejects.toBeInstanceOf(Unverified);
    await trial.log.append(trialEntries(30, 31));
    const later = trial.log.checkpoint();
    await expect(addCosignature(later, mine, first.verifierKey)).rejects.toThrow('签名无效');
    const own = `${checkpoint.trimEnd().split('\n').at(-1)}\n`;
    await expect(addCosignature(checkpoint, own, first.verifierKey)).rejects.toBeInstanceOf(Unverified);
    expect(() => cosign(checkpoint, trial.signer, 1)).toThrow(SignerUnusable);
  });

  it('联署时间被改动即无效', async () => {
    const checkpoint = trial.log.checkpoint();
    const [dash, name, encoded = ''] = cosign(checkpoint, first, 1_790_000_000).trimEnd().split(' ');
    const bytes = Buffer.from(encoded, 'base64');
    bytes.writeBigUInt64BE(1_790_000_001n, 4);
    const line = `${dash} ${name} ${bytes.toString('base64')}\n`;
    await expect(addCosignature(checkpoint, line, first.verifierKey)).rejects.toThrow('签名无效');
  });

  it('不是本日志历史的检查点不予保存', async () => {
    const other = await trialLog(0, 30);
    await other.log.append([Buffer.from('另一条')]);
    const foreign = other.log.checkpoint();
    await trial.log.append([Buffer.from('本日志的一条')]);
    const line = cosign(foreign, first, 1_790_000_000);
    await expect(trial.log.addCosignature(foreign, line, first.verifierKey)).rejects.toBeInstanceOf(
      LogRefused,
    );
    await other.remove();
  });

  it('历史被持有密钥者改写后，保存的联署检查点使日志拒绝打开', async () => {
    const checkpoint = trial.log.checkpoint();
    const cosigned = await addCosignature(checkpoint, cosign(checkpoint, first, 1), first.verifierKey);
    await trial.remove();
    trial = await trialLog(29, 5);
    const forged = await openLog(join(trial.directory, '../forged'), {
      origin: ORIGIN,
      signer: trial.signer,
    });
    await forged.append([...trialEntries(0, 29), Buffer.from('被改写的一条')]);
    await writeFile(join(trial.directory, '../forged/checkpoint.cosigned'), cosigned);
    const open = openLog(join(trial.directory, '../forged'), { origin: ORIGIN, signer: trial.signer });
    await expect(open).rejects.toBeInstanceOf(LogDamaged);
    await expect(open).rejects.toThrow('历史疑被改写');
  });
});
