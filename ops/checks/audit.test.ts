import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { advisories, licencesOf, lockFaults } from '../steps/audit-lock.mjs';

const sound = { integrity: `sha512-${'A'.repeat(86)}==`, license: 'MIT', version: '1.0.0' };
const lockWith = (entry: Record<string, unknown>, path = 'node_modules/some') => ({
  packages: {
    '': {},
    core: { license: '自己的' },
    'node_modules/@zhaozhang/core': { link: true },
    [path]: entry,
  },
});

describe('依赖核查', () => {
  it('锁定的依赖每个都有摘要、准许的许可证，不写下载地址，没有不知用途的安装程序', () => {
    const lock = JSON.parse(
      readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
    ) as object;
    expect(lockFaults(lock)).toEqual([]);
    expect(licencesOf(lock).length).toBeGreaterThan(3);
  });

  it('每一种不合都指出来', () => {
    const faults: readonly [Record<string, unknown>, RegExp][] = [
      [{ ...sound, integrity: undefined }, /没有 SHA-512 摘要/],
      [{ ...sound, integrity: 'sha1-AAAA' }, /没有 SHA-512 摘要/],
      [{ ...sound, license: 'GPL-3.0' }, /许可证“GPL-3.0”不在准许之列/],
      [{ ...sound, license: undefined }, /许可证“没有写”不在准许之列/],
      [{ ...sound, license: 'MIT AND GPL-3.0' }, /不在准许之列/],
      [{ ...sound, hasInstallScript: true }, /有安装时运行的程序/],
      [{ ...sound, resolved: 'https://registry.example/some.tgz' }, /写着下载地址/],
    ];
    for (const [entry, says] of faults) {
      const found = lockFaults(lockWith(entry));
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(says);
    }
  });

  it('几个许可证任选其一的，有一个准许即可；自己的房间不在其列', () => {
    for (const license of ['MIT OR GPL-3.0', '(MIT OR Apache-2.0)', 'MIT AND OFL-1.1'])
      expect(lockFaults(lockWith({ ...sound, license }))).toEqual([]);
    const nested = lockWith({ ...sound, hasInstallScript: true }, 'node_modules/a/node_modules/esbuild');
    expect(lockFaults(nested)).toEqual([]);
  });

  it('软件源没有答的不说成没有弱点', () => {
    expect(advisories('')).toEqual({ known: false, faults: [] });
    expect(advisories('{"message":"not found"}')).toEqual({ known: false, faults: [] });
    expect(advisories('{"auditReportVersion":2,"vulnerabilities":{}}')).toEqual({ known: true, faults: [] });
    const one = { name: 'some', severity: 'high', range: '<2.0.0' };
    expect(
      advisories(JSON.stringify({ auditReportVersion: 2, vulnerabilities: { some: one } })).faults,
    ).toEqual(['some <2.0.0：已知的弱点，程度 high']);
  });
});
