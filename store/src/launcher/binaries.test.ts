import { chmodSync, lstatSync, mkdirSync, readlinkSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { binaries, hydrate } from './binaries.ts';
import { runAs } from './run-as.ts';

const asRoot = process.getuid?.() === 0;
let base: string;
beforeEach(() => {
  base = temporaryFolder();
});
afterEach(() => {
  chmodSync(join(base, 'package', 'native', 'lib'), 0o755);
  rmSync(base, { recursive: true, force: true });
});

function fakePackage(): string {
  const root = join(base, 'package');
  const files = {
    'package.json': '{"version":"1.2.3"}',
    'native/bin/postgres': 'program',
    'native/lib/libx.so.1.0': 'library',
    'native/pg-symlinks.json': '[{"source":"native/lib/libx.so.1.0","target":"native/lib/libx.so.1"}]',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

describe('内置数据库的程序', () => {
  it('缺的库链接补上，再补一次无妨', () => {
    const root = fakePackage();
    const link = join(root, 'native', 'lib', 'libx.so.1');
    expect(hydrate(root)).toBe(true);
    expect(readlinkSync(link)).toBe('libx.so.1.0');
    expect(hydrate(root)).toBe(true);
    unlinkSync(link);
    expect(hydrate(root)).toBe(true);
    expect(readlinkSync(link)).toBe('libx.so.1.0');
  });

  it('可用时就地使用', () => {
    const root = fakePackage();
    expect(binaries(undefined, root, []).root).toBe(join(root, 'native'));
  });

  it('不可写或进不去时复制一份，完好则沿用，残缺则重做，旁人的目录不用', () => {
    const root = fakePackage();
    // Root may write anywhere, so for root the package is out of the database user's reach instead.
    chmodSync(asRoot ? root : join(root, 'native', 'lib'), asRoot ? 0o700 : 0o555);
    const user = runAs(undefined);
    const copy = binaries(user, root, [base]);
    expect(copy.root).toMatch(/zhaozhang-postgres-1\.2\.3-\d+\/native$/);
    expect(lstatSync(copy.postgres).mode & 0o777).toBe(0o755);
    const made = lstatSync(copy.root).ino;
    expect(lstatSync(binaries(user, root, [base]).root).ino).toBe(made);
    unlinkSync(copy.postgres);
    expect(binaries(user, root, [base])).toEqual(copy);
    expect(lstatSync(copy.postgres).isFile()).toBe(true);
    chmodSync(dirname(copy.root), 0o777);
    expect(binaries(user, root, [base]).root).not.toBe(copy.root);
    expect(() => binaries(user, root, [join(base, 'package', 'package.json', 'none')])).toThrow('无法复制');
  });
});
