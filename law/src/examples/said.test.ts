import { appendFile, cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderDigest, lawParts } from '../folder-digest.ts';
import { lawFolder, library } from '../testing/the-law.ts';
import { keepSaid, saidExamples } from './said.ts';

const told = 'wuhan-justice/three-systems/2020-06-16';
let dir: string;

/** The law with the examples of one pack only: what is kept does not depend on how many there are. */
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'zhaozhang-said-'));
  for (const part of lawParts) await cp(join(lawFolder, part), join(dir, part), { recursive: true });
  for (const id of library.packs.keys())
    if (id !== told)
      for (const name of await readdir(join(dir, 'packs', id)))
        if (name.startsWith('examples')) await rm(join(dir, 'packs', id, name), { recursive: true });
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const refused = async () =>
  (await saidExamples(dir, library))
    .filter(({ said }) => said.length > 0)
    .map(({ example, said }) => ({ name: example.name, said }));

describe('示例被拒时说的话', () => {
  it('构建时记下的，与当场重演的逐字相同，打开律例时照用', async () => {
    const played = await refused();
    expect(played.length).toBeGreaterThan(3);
    expect(await keepSaid(dir, library)).toBe(played.length);
    expect(await refused()).toEqual(played);
    // Taken over, not played: what stands in the file is what is told.
    const [one] = played;
    if (one === undefined) throw new Error('没有被拒的示例');
    await writeFile(
      join(dir, 'said.json'),
      JSON.stringify({ digest: folderDigest(dir), said: { [one.name]: ['照记下的说。'] } }),
    );
    expect((await refused()).map(({ said }) => said)).toEqual([['照记下的说。']]);
  });

  it('法律改动过的，不用记下的，当场重演', async () => {
    await keepSaid(dir, library);
    await writeFile(join(dir, 'said.json'), JSON.stringify({ digest: folderDigest(dir), said: {} }));
    expect(await refused()).toEqual([]);
    await appendFile(join(dir, 'packs', told, 'pack.yaml'), '# 改动\n');
    expect((await refused()).length).toBeGreaterThan(3);
  });
});
