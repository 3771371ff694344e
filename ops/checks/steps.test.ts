import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestFiles, listFiles } from '../steps/digest.mjs';
import { withLock } from '../steps/lock.mjs';
import { LONGEST } from '../steps/longest-first.ts';
import { compareVersions, requireNode } from '../steps/node-version.mjs';
import { explainNpmFailure, npmCommand } from '../steps/npm.mjs';
import { closingLine, tallyResults } from '../steps/test-results.mjs';
import { root } from './tree.ts';

let folder = '';
const at = (...parts: string[]) => path.join(folder, ...parts);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), '照章 步骤-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('测试的次序', () => {
  it('点名先跑的测试都在', () => {
    expect(LONGEST.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });
});

describe('锁', () => {
  it('同一时刻只有一个持有者,后来的等到前面的做完', async () => {
    const order: string[] = [];
    const first = withLock(at('锁'), async () => {
      order.push('甲始');
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push('甲终');
    });
    const second = withLock(at('锁'), async () => {
      order.push('乙');
    });
    await Promise.all([first, second]);
    expect(order).toEqual(['甲始', '甲终', '乙']);
  });

  it('持有者被强行终止后,锁可以接手', async () => {
    const lock = pathToFileURL(path.join(root, 'ops/steps/lock.mjs')).href;
    const code = `
      const { withLock } = await import(${JSON.stringify(lock)});
      await withLock(${JSON.stringify(at('锁'))}, () => process.kill(process.pid, 'SIGKILL'));`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', code]);
    await new Promise((resolve) => child.once('close', resolve));
    expect(JSON.parse(readFileSync(at('锁'), 'utf8')).pid).toBe(child.pid);

    expect(await withLock(at('锁'), async () => '接手了')).toBe('接手了');
  });

  it('里面的事失败了,锁也要放开', async () => {
    await expect(
      withLock(at('锁'), async () => {
        throw new Error('坏了');
      }),
    ).rejects.toThrow('坏了');
    expect(await withLock(at('锁'), async () => '放开了')).toBe('放开了');
  });
});

describe('源码摘要', () => {
  const digest = () => digestFiles(folder, listFiles(folder, ['甲', '乙', '不存在']));

  it('内容、名字变了就变,时间变了不变', () => {
    writeFileSync(at('甲'), '一');
    writeFileSync(at('乙'), '二');
    const before = digest();
    writeFileSync(at('甲'), '一');
    expect(digest()).toBe(before);

    writeFileSync(at('甲'), '一二');
    writeFileSync(at('乙'), '');
    expect(digest()).not.toBe(before);
  });
});

describe('Node 的版本', () => {
  it('按数字比较,不按文字', () => {
    expect(compareVersions('20.9.0', '20.11')).toBeLessThan(0);
    expect(compareVersions('22.0.0', '20.11')).toBeGreaterThan(0);
    expect(compareVersions('20.11.0', '20.11')).toBe(0);
  });

  it('太旧时说明需要哪一版', () => {
    expect(() => requireNode('18.20.0')).toThrow(/需要 Node\.js 20\..*当前是 18\.20\.0/);
    expect(() => requireNode('99.0.0')).not.toThrow();
  });
});

describe('npm', () => {
  it.each([
    ['npm error code ENOTFOUND', '连不上 npm 软件源'],
    ['npm error code EACCES', '没有写入权限'],
    ['npm error code EINTEGRITY', '摘要不符'],
    ['npm error code ENOSPC', '磁盘已满'],
    ['npm error code EUSAGE', '不一致'],
    ['别的', '见上方'],
  ])('把 %s 说成人话', (output, words) => {
    expect(explainNpmFailure(output)).toContain(words);
  });

  it('由 npm 启动时用同一个 npm,由别的工具启动时不用那个工具', () => {
    writeFileSync(at('npm-cli.js'), '');
    writeFileSync(at('yarn.js'), '');
    const alone = at('node');
    expect(npmCommand({ npm_execpath: at('npm-cli.js') }, alone)).toMatchObject({ args: [at('npm-cli.js')] });
    expect(npmCommand({ npm_execpath: at('yarn.js') }, alone)).toMatchObject({ args: [] });
  });
});

describe('测试结果的最后一行', () => {
  const report = (...testResults: object[]) => {
    writeFileSync(at('结果.json'), JSON.stringify({ testResults }));
    return at('结果.json');
  };
  const file = (status: string, ...statuses: string[]) => ({
    name: path.join(root, 'core/src/a.test.ts'),
    status,
    assertionResults: statuses.map((each) => ({ status: each })),
  });

  it('数出通过、失败与跳过', () => {
    const total = tallyResults(
      report(file('failed', 'passed', 'failed', 'skipped'), file('passed', 'passed')),
      1,
    );
    expect(closingLine(total)).toBe('2 passed, 1 failed, 1 skipped');
  });

  it('没有跳过的就不提', () => {
    expect(closingLine(tallyResults(report(file('passed', 'passed')), 0))).toBe('1 passed, 0 failed');
  });

  it('加载不了的文件、测试之外的失败、没有结果,都算失败', () => {
    expect(tallyResults(report(file('failed')), 1).failed).toBe(1);
    expect(tallyResults(report(file('passed', 'passed')), 1).failed).toBe(1);
    expect(tallyResults(at('没有.json'), 0).failed).toBe(1);
  });

  it('留下的结果里没有本机路径', () => {
    const results = report(file('passed', 'passed'));
    tallyResults(results, 0);
    expect(JSON.parse(readFileSync(results, 'utf8')).testResults[0].name).toBe('core/src/a.test.ts');
  });
});
