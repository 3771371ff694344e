import { describe, expect, it } from 'vitest';
import { impurities } from './impurities.ts';
import { filesOfTree, readTree } from './tree.ts';

describe('core 不依赖何时、何地、在哪台机器上运行', () => {
  it.each([
    ['new Date()', 'Date'],
    ['Date.now()', 'Date'],
    ['Math.random()', 'Math.random'],
    ['new Intl.NumberFormat("zh")', 'Intl'],
    ['"甲".localeCompare("乙")', 'localeCompare'],
    ['(1000).toLocaleString()', 'toLocaleString'],
    ['globalThis.Date', 'globalThis'],
    ['crypto.randomUUID()', 'crypto'],
    ['fetch("/")', 'fetch'],
    ['import("node:fs")', 'node:fs'],
  ])('看得出 %s', (code, name) => {
    expect(impurities(`export const planted = ${code};`)).toEqual([expect.stringContaining(`1 ${name}:`)]);
  });

  it('看得出对 node: 的静态引入', () => {
    expect(impurities("import { readFileSync } from 'node:fs';")).toHaveLength(1);
  });

  it('容许同名的字段、方法和注释', () => {
    const code =
      '/** new Date() */ export const it = (event: { process: string }) => ({ crypto: event.process });';
    expect(impurities(code)).toEqual([]);
  });

  it('今天的 core 是纯的', () => {
    const sources = filesOfTree().filter(
      (file) => /^core\/src\/.*\.ts$/.test(file) && !/\.(test|contract)\.ts$/.test(file),
    );
    const found = sources.flatMap((file) => impurities(readTree(file)).map((what) => `${file}:${what}`));
    expect(sources.length).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });
});
