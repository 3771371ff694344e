import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { faultSentence } from '../fault.ts';
import type { Fault } from '../fault.ts';
import { readLibrary } from '../library.ts';
import { checkLibrary } from './check-library.ts';

const law = fileURLToPath(new URL('../../', import.meta.url));
const broken = join(law, 'broken');

/** Lays a case over the sound library and the real calendar, and asks the checker. */
async function faultsOf(name: string): Promise<readonly Fault[]> {
  const dir = await mkdtemp(join(tmpdir(), 'zhaozhang-law-'));
  try {
    await cp(join(law, 'calendar'), join(dir, 'calendar'), { recursive: true });
    await cp(join(broken, 'sound'), dir, { recursive: true });
    await cp(join(broken, name), dir, { recursive: true });
    return checkLibrary(await readLibrary(dir));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

const cases = (await readdir(broken, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory() && entry.name !== 'sound')
  .map((entry) => entry.name)
  .sort();

describe('写错的规则包', () => {
  it('作底的规则包没有问题', async () => {
    expect(await faultsOf('sound')).toEqual([]);
  });

  it('参数未取值的，程序也认得出', async () => {
    expect((await faultsOf('param-unset')).map((fault) => fault.code)).toEqual(['PARAM_UNSET']);
  });

  it('写错的例子不少于四十五种，每句都说出文件、行、问题和改法；规则的还说出条款', async () => {
    expect(cases.length).toBeGreaterThanOrEqual(45);
    for (const name of cases)
      for (const sentence of (await readFile(join(broken, name, 'expected.txt'), 'utf8'))
        .trimEnd()
        .split('\n')) {
        expect(sentence).toMatch(/^\S+ 第 \d+ 行(（[A-Z0-9-]+）)?：.+。.+。$/);
        const ofRule = sentence.includes('：规则 ') && !name.startsWith('rule-id');
        expect(!ofRule || sentence.includes('行（')).toBe(true);
      }
  });

  for (const name of cases)
    it(`${name}：说出的话与存档逐字相同`, async () => {
      const file = join(broken, name, 'expected.txt');
      const sentences = (await faultsOf(name)).map(faultSentence);
      if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(file, `${sentences.join('\n')}\n`);
      expect(sentences).toEqual((await readFile(file, 'utf8')).trimEnd().split('\n'));
      expect(sentences).not.toEqual([]);
    });
});
