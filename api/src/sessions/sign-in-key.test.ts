import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { signInKey } from './sign-in-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhaozhang-key-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'sign-in.key');

describe('登录用的密钥', () => {
  it('封好的只有同一把密钥、为同一用途才打得开，重新读出密钥也一样', () => {
    const key = signInKey(file);
    const sealed = key.seal('密钥文字', 'a/1');
    expect(signInKey(file).open(sealed, 'a/1')).toBe('密钥文字');
    expect(key.open(sealed, 'a/2')).toBeUndefined();
    expect(signInKey(join(folder, 'other.key')).open(sealed, 'a/1')).toBeUndefined();
    for (let at = 0; at < sealed.length; at++) {
      const bad = Buffer.from(sealed);
      bad[at] = (bad[at] ?? 0) ^ 1;
      expect(key.open(bad, 'a/1')).toBeUndefined();
    }
    for (const short of [0, 5, 27]) expect(key.open(sealed.subarray(0, short), 'a/1')).toBeUndefined();
  });

  it('同样的文字每次封出来不同，摘要每次相同而随密钥不同', () => {
    const key = signInKey(file);
    expect(key.seal('x', 'a')).not.toEqual(key.seal('x', 'a'));
    expect(key.digest('x')).toBe(signInKey(file).digest('x'));
    expect(key.digest('x')).not.toBe(signInKey(join(folder, 'other.key')).digest('x'));
  });

  it('文件只有自己能读，封出来的和摘要里都没有密钥', () => {
    const key = signInKey(file);
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    const bytes = readFileSync(file, 'utf8').trim();
    expect(key.seal('x', 'a').toString('hex')).not.toContain(bytes);
    expect(key.digest('x')).not.toBe(bytes);
  });
});
