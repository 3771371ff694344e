import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileBundle } from './bundle.ts';
import { folderDigest, lawParts } from './folder-digest.ts';
import { keepLibrary, keptLibrary } from './kept-library.ts';
import { readLibrary } from './library.ts';
import type { Library } from './library.ts';
import { lawFolder, library } from './testing/the-law.ts';

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'zhaozhang-kept-'));
  for (const part of lawParts) await cp(join(lawFolder, part), join(dir, part), { recursive: true });
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function kept(): Promise<Library> {
  const found = await keptLibrary(dir, folderDigest(dir));
  if (found === undefined) throw new Error('没有记下的规则包');
  return found;
}

/** A library without the functions that tell lines: two of them are the same if they say the same. */
const plain = (of: Library): unknown =>
  JSON.parse(JSON.stringify({ ...of, packs: [...of.packs], plannedActs: [...of.plannedActs] }));

describe('构建时记下的规则包', () => {
  it('与从文件读出的相同，编出的规则束摘要也相同', async () => {
    expect(await keepLibrary(dir, library)).toBe(true);
    const again = await kept();
    expect(plain(again)).toEqual(plain(library));
    const packs = [...library.packs.keys()];
    expect(compileBundle(again, packs).digest).toBe(compileBundle(library, packs).digest);
  });

  it('每条所在的行照样说得出', async () => {
    const again = await kept();
    const lines = (of: Library) =>
      [...of.packs.values()].flatMap((pack) => [
        pack.at(['title']),
        ...pack.rules.map((rule) => [rule.line, rule.at([]), rule.at(['because'])]),
        ...pack.clauses.map((clause) => clause.at(['gist'])),
        ...pack.params.map((param) => param.at(['value'])),
      ]);
    expect(lines(again)).toEqual(lines(library));
    expect(again.fieldRows.map((row) => row.at(['label']))).toEqual(
      library.fieldRows.map((row) => row.at(['label'])),
    );
    expect([...again.plannedActs.values()].map((row) => row.at(['name']))).toEqual(
      [...library.plannedActs.values()].map((row) => row.at(['name'])),
    );
  });

  it('改过的不用记下的；有错的不记，启动时说得出', async () => {
    await appendFile(join(dir, 'packs/npc/penalty-law/2021-07-15/pack.yaml'), 'unknown: 1\n');
    expect(await keptLibrary(dir, folderDigest(dir))).toBeUndefined();
    expect(await keepLibrary(dir, await readLibrary(dir))).toBe(false);
    expect(await keptLibrary(dir, folderDigest(dir))).toBeUndefined();
  });
});
