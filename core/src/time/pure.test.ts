import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const here = new URL('./', import.meta.url);
const sources = readdirSync(here).filter((f) => f.endsWith('.ts') && !/\.test(-oracle)?\.ts$/.test(f));

describe('时间模块不碰机器的时钟与时区', () => {
  it.each(sources)('%s 不用 Date、Intl、node、process，也不引测试文件', (file) => {
    const text = readFileSync(new URL(file, here), 'utf8');
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(code).not.toMatch(
      /\bDate\b|\bIntl\b|toLocale|localeCompare|node:|\bprocess\b|\bTemporal\b|test-oracle/,
    );
  });

  it('确实检查到了文件', () => {
    expect(sources.length).toBeGreaterThan(10);
  });
});
