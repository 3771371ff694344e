import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { trialEntries, trialLog, type TrialLog } from '../trial/trial-log.ts';
import { joinBundle } from './bundle-bytes.ts';
import { LogDamaged } from './errors.ts';
import { hashLeaf } from './rfc6962.ts';

describe('透明日志：写入失败', () => {
  let trial: TrialLog;
  afterEach(() => trial.remove());

  it('写到一半失败：整批不进入，检查点不变，排除障碍后可再追加', async () => {
    trial = await trialLog(250);
    const before = trial.log.checkpoint();
    // A directory where the second bundle must go: the first bundle is written, then the batch fails.
    const obstacle = join(trial.directory, 'tile/entries/001.p/44');
    await mkdir(obstacle, { recursive: true });
    await expect(trial.log.append(trialEntries(250, 300))).rejects.toThrow('EISDIR');
    expect(trial.log.checkpoint()).toBe(before);
    await rm(join(trial.directory, 'tile/entries/001.p'), { recursive: true, force: true });
    const again = await trial.reopen();
    expect(await again.append(trialEntries(250, 300))).toEqual({ first: 250, size: 300 });
    expect(await again.audit()).toMatchObject({ sound: true, size: 300 });
  });

  it('签署前读回：现有条目已被改动时不签署新的检查点', async () => {
    trial = await trialLog(20);
    const bundle = join(trial.directory, 'tile/entries/000.p/20');
    await writeFile(bundle, joinBundle(trialEntries(0, 20).map((entry) => entry.map((byte) => byte ^ 1))));
    const before = trial.log.checkpoint();
    await expect(trial.log.append(trialEntries(20, 21))).rejects.toBeInstanceOf(LogDamaged);
    expect(trial.log.checkpoint()).toBe(before);
    expect((await readdir(trial.directory)).sort()).toEqual(['checkpoint', 'tile']);
  });

  it('签署前读回：现有瓦片已被改动时不签署新的检查点', async () => {
    trial = await trialLog(20);
    await writeFile(join(trial.directory, 'tile/0/000.p/20'), new Uint8Array(640));
    const before = trial.log.checkpoint();
    await expect(trial.log.append(trialEntries(20, 21))).rejects.toBeInstanceOf(LogDamaged);
    expect(trial.log.checkpoint()).toBe(before);
  });

  it('签署前读回：条目与瓦片被一并改动时，因与上次签署的根不符而不签署', async () => {
    trial = await trialLog(20);
    const entries = trialEntries(0, 20);
    entries[5] = new Uint8Array(Buffer.from('Entry 5'));
    await writeFile(join(trial.directory, 'tile/entries/000.p/20'), joinBundle(entries));
    await writeFile(join(trial.directory, 'tile/0/000.p/20'), Buffer.concat(entries.map(hashLeaf)));
    const before = trial.log.checkpoint();
    await expect(trial.log.append(trialEntries(20, 21))).rejects.toThrow('已签署的根散列与现有条目不符');
    expect(trial.log.checkpoint()).toBe(before);
  });
});
