import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { isLater, partsOf } from '@zhaozhang/core';
import { clausesOf, isException } from '../check/rule-texts.ts';
import { examplePlayer } from '../examples/play-example.ts';
import { readExamples } from '../examples/read-examples.ts';
import { traced } from '../examples/trace.ts';
import { readLibrary } from '../library.ts';
import { checkCommand } from '../tool/check-command.ts';
import { coverageCommand } from '../tool/coverage-command.ts';
import { lawFolder, library } from '../testing/the-law.ts';

/**
 * The first rule of each kind, with the file it stands in. Every rule is taken out in memory elsewhere; here each kind is
 * once taken out of real files, and the examples are played again for it.
 */
const kinds = new Set<string>();
/** The clauses those rules carry. The copy is played with the examples that cite them: no other tells of these rules. */
const told = new Set<string>();
const picked = [...library.packs.values()].flatMap((pack) => {
  return pack.rules.flatMap(({ value, file }) => {
    const plain = partsOf(value).map((part) => part.rule);
    if (isLater(value) || plain.every(isException) || kinds.has(value.kind)) return [];
    kinds.add(value.kind);
    for (const clause of plain.flatMap(clausesOf)) told.add(clause);
    const parts = plain.map((rule) => rule.id);
    return [{ id: value.id, kind: value.kind, pack: pack.text.title, file, parts }];
  });
});

let home: string;
let law: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'zhaozhang-copy-'));
  law = join(home, 'law');
  for (const part of ['packs', 'vocabulary', 'calendar', 'examples', 'equivalent-mutants.yaml'])
    await cp(join(lawFolder, part), join(law, part), { recursive: true });
  await mkdir(join(home, '.cache'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** Plays the examples of the copy, leaves the results as a test run would, and asks the command for the coverage. */
async function carried(): Promise<ReadonlySet<string>> {
  const copy = await readLibrary(law);
  const { standard, examples } = await readExamples(law, copy);
  const asked = examples.filter(({ value }) => value.cites.some((clause) => told.has(clause)));
  const runs = standard === undefined ? [] : asked.map(examplePlayer(copy, standard));
  const report = {
    testResults: [
      {
        name: 'law/src/examples/examples.test.ts',
        assertionResults: runs.map(({ example: { name }, problems }) => ({
          title: name,
          fullName: name,
          status: problems.length === 0 ? 'passed' : 'failed',
        })),
      },
    ],
  };
  await writeFile(join(home, '.cache/test-results.json'), JSON.stringify(report));
  await writeFile(join(home, '.cache/law-trace.json'), JSON.stringify(runs.map(traced)));
  const { lines } = await coverageCommand(law, true);
  const { clauses } = JSON.parse(lines.join('\n')) as {
    clauses: { id: string; carriers: string[]; tests: string[] }[];
  };
  return new Set(
    clauses.flatMap(({ id, carriers, tests }) => [
      ...carriers.map((carrier) => `${id} ← ${carrier}`),
      ...tests.map((test) => `${id} · ${test}`),
    ]),
  );
}

describe('在法律文件夹的副本里删去一条规则', () => {
  let before: ReadonlySet<string>;

  it('原样的副本没有问题', { timeout: 300_000 }, async () => {
    expect((await checkCommand(law)).exitCode).toBe(0);
    before = await carried();
    expect(before.size).toBeGreaterThan(told.size);
  });

  for (const { id, kind, pack, file, parts } of picked)
    it(`《${pack}》的 ${kind} ${id}：落实少了，文件放回去又恢复`, { timeout: 300_000 }, async () => {
      const path = join(law, file);
      const text = await readFile(path, 'utf8');
      const document = parseDocument(text);
      const index = (document.toJS() as { id: string }[]).findIndex((rule) => rule.id === id);
      document.deleteIn([index]);
      try {
        await writeFile(path, document.toString());
        const after = await carried();
        const lost = [...before].filter((one) => !after.has(one));
        expect(lost).not.toEqual([]);
        expect([...after].filter((one) => parts.some((part) => one.endsWith(`← ${part}`)))).toEqual([]);
      } finally {
        await writeFile(path, text);
      }
    });

  it('放回之后与原来相同', { timeout: 300_000 }, async () => {
    expect(await carried()).toEqual(before);
  });
});
