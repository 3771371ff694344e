import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { clusterLocation } from './cluster-location.ts';

const asRoot = process.getuid?.() === 0;
let base: string;
beforeEach(() => {
  base = temporaryFolder();
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function dataDirIn(mode: number): string {
  const dataDir = join(base, 'closed', '数据');
  mkdirSync(dataDir, { recursive: true });
  chmodSync(join(base, 'closed'), mode);
  return dataDir;
}

describe('数据库文件放在哪里', () => {
  it('数据目录可进入时放在其中；以 root 运行时改由非 root 用户运行', () => {
    const place = clusterLocation(dataDirIn(0o755), join(base, 'far'));
    expect(place.cluster).toBe(join(base, 'closed', '数据', 'postgres', 'cluster'));
    expect(place.user?.uid).toBe(asRoot ? 65534 : undefined);
  });

  it('root 的数据目录他人进不去时另择一处并留下说明，下次仍在那里', () => {
    const dataDir = dataDirIn(0o700);
    const first = clusterLocation(dataDir, join(base, 'far'));
    const again = clusterLocation(dataDir, join(base, 'elsewhere'));
    expect(again).toEqual(first);
    expect(first.home.startsWith(asRoot ? join(base, 'far') : dataDir)).toBe(true);
    const note = join(dataDir, 'postgres-location');
    expect(existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined).toBe(
      asRoot ? first.home : undefined,
    );
  });

  it('数据目录移走后数据库随之；另有副本时副本不得占用原库', () => {
    const dataDir = dataDirIn(0o700);
    const first = clusterLocation(dataDir, join(base, 'far'));
    const moved = join(base, 'closed', 'moved');
    renameSync(dataDir, moved);
    const followed = clusterLocation(moved, join(base, 'far'));
    expect(followed.home).toBe(asRoot ? first.home : join(moved, 'postgres'));
    mkdirSync(dataDir);
    if (!asRoot) return;
    renameSync(join(moved, 'postgres-location'), join(dataDir, 'postgres-location'));
    expect(() => clusterLocation(dataDir, join(base, 'far'))).toThrow('不能再由');
  });
});
