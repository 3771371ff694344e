import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { DataDirectoryLocked } from './errors.ts';
import { acquireInstanceLock } from './instance-lock.ts';
import { processIdentity } from './process-identity.ts';

let dataDir: string;
const path = () => join(dataDir, 'instance.lock');
beforeEach(() => {
  dataDir = temporaryFolder();
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('数据目录的占用', () => {
  it('占用时写明进程，归还后消失，重复归还无妨', async () => {
    const release = await acquireInstanceLock(dataDir);
    expect(JSON.parse(readFileSync(path(), 'utf8'))).toMatchObject({ pid: process.pid });
    release();
    release();
    expect(existsSync(path())).toBe(false);
  });

  it('进程已不在、编号被他人重用、内容残缺的旧占用，一律替换', async () => {
    const stale = [
      JSON.stringify({ pid: 2 ** 22 + 1, identity: 'x' }),
      JSON.stringify({ pid: process.ppid, identity: 'another start' }),
      '',
      '{"pid":',
    ];
    for (const text of stale) {
      writeFileSync(path(), text);
      const release = await acquireInstanceLock(dataDir);
      expect(JSON.parse(readFileSync(path(), 'utf8'))).toMatchObject({ pid: process.pid });
      release();
    }
  });

  it('另一进程正在用的，拒绝并指明进程，占用不受影响', async () => {
    const text = JSON.stringify({ pid: process.ppid, identity: processIdentity(process.ppid) });
    writeFileSync(path(), text);
    await expect(acquireInstanceLock(dataDir)).rejects.toThrow(`进程号 ${process.ppid}`);
    await expect(acquireInstanceLock(dataDir)).rejects.toBeInstanceOf(DataDirectoryLocked);
    expect(readFileSync(path(), 'utf8')).toBe(text);
  });
});
