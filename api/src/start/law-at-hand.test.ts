import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lawAtHand } from './law-at-hand.ts';
import { placesOf } from './places.ts';
import { StartRefused } from './refused.ts';

const { law } = placesOf(import.meta.url);
const rules = 'packs/npc/penalty-law/2021-07-15/pack.yaml';
const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'zhaozhang-law-'));
  folders.push(made);
  return made;
};
/** What comes with a product: a copy that may be spoiled. */
function shipped(): string {
  const copy = folder();
  for (const part of ['vocabulary', 'packs', 'calendar', 'examples'])
    cpSync(join(law, part), join(copy, part), { recursive: true });
  return copy;
}
/** A rule that reads well and names a fact nobody knows: only the check of meaning finds it. */
const senseless = `
- kind: gate
  id: senseless.gate
  cites: [NAT-CF-57-1]
  acts: [case.decide]
  per: case
  unless: case.thereIsNoSuchFact
  effect: void
  code: SENSELESS
  because: 没有这个事实
  remedy: { says: 改正规则 }
`;
const spoil = (copy: string) =>
  appendFileSync(join(copy, 'packs/npc/penalty-law/2021-07-15/rules/deciding.yaml'), senseless);

describe('规则包有错，不顶替在用的规则', () => {
  let dataDir: string;
  let sound: string;
  beforeAll(async () => {
    dataDir = folder();
    sound = shipped();
    await lawAtHand(sound, dataDir, { keep: true });
  });
  afterAll(() => {
    for (const one of folders) rmSync(one, { recursive: true, force: true });
  });

  it('没有错的就采用', async () => {
    const { folder: used, refused } = await lawAtHand(sound, dataDir, { keep: true });
    expect([used, refused]).toEqual([sound, []]);
  });

  it('新装的有一条规则引了没有的事实：照旧用原来的，写明文件、行和改法', async () => {
    const spoiled = shipped();
    spoil(spoiled);
    const { library, folder: used, refused } = await lawAtHand(spoiled, dataDir, { keep: true });
    expect(used).toBe(join(dataDir, 'law-kept'));
    expect(refused.join()).toMatch(/rules\/deciding\.yaml 第 \d+ 行.*case\.thereIsNoSuchFact/);
    const pack = library.packs.get('npc/penalty-law/2021-07-15');
    expect(pack?.rules.some(({ value }) => value.id === 'senseless.gate')).toBe(false);
    // What is not taken is not kept either: the next start falls back on the same.
    expect((await lawAtHand(spoiled, dataDir, { keep: true })).refused).toEqual(refused);
  });

  it('文件读不懂的同样；改正之后采用新的，并留作以后的退路', async () => {
    const spoiled = shipped();
    const file = join(spoiled, rules);
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace('title:', 'titel:'));
    expect((await lawAtHand(spoiled, dataDir, { keep: true })).folder).not.toBe(spoiled);
    writeFileSync(file, `${before}\n# 改正\n`);
    const taken = await lawAtHand(spoiled, dataDir, { keep: true });
    expect([taken.folder, taken.refused]).toEqual([spoiled, []]);
    expect(readFileSync(join(dataDir, 'law-kept', rules), 'utf8')).toContain('# 改正');
  });

  it('从来没有用过的，没有退路：不启动，说明错在哪里', async () => {
    const spoiled = shipped();
    spoil(spoiled);
    const starting = lawAtHand(spoiled, folder(), { keep: true });
    await expect(starting).rejects.toThrow(StartRefused);
    await expect(starting).rejects.toThrow(/规则包有误，没有启动：.*第 \d+ 行/);
  });

  it('只是来看的，不留下什么', async () => {
    const own = folder();
    await lawAtHand(sound, own, { keep: false });
    expect(() => readFileSync(join(own, 'law-kept', 'digest'))).toThrow('ENOENT');
  });
});
