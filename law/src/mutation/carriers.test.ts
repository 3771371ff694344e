import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { partsOf } from '@zhaozhang/core';
import type { RuleText } from '@zhaozhang/core';
import { clausesOf, isException } from '../check/rule-texts.ts';
import { coverage } from '../clause-coverage/coverage.ts';
import { examplePlayer } from '../examples/play-example.ts';
import type { ExampleRun, Player } from '../examples/play-example.ts';
import { readExamples } from '../examples/read-examples.ts';
import { traced } from '../examples/trace.ts';
import { readLibrary } from '../library.ts';
import type { Library } from '../library.ts';

const dir = fileURLToPath(new URL('../../', import.meta.url));
const library = await readLibrary(dir);
const { standard, examples } = await readExamples(dir, library);
if (standard === undefined) throw new Error('标准案读不出来');
const runs = examples.map(examplePlayer(library, standard));
const rules = [...library.packs.values()]
  .flatMap((pack) => pack.rules.map(({ value }) => value))
  .filter((rule) => !plainOf(rule).every(isException));

function plainOf(rule: RuleText) {
  return partsOf(rule).map((part) => part.rule);
}

/** What a run of the tests would tell of the law if its examples came out like this. */
function covered(of: Library, played: readonly ExampleRun[]) {
  const file = 'law/src/examples/examples.test.ts';
  const passed = played
    .filter((run) => run.problems.length === 0)
    .map(({ example: { name } }) => ({ file, title: name, fullName: name }));
  return coverage(of, played.map(traced), passed);
}

/** A copy of the law without one rule. */
function without(id: string): Library {
  const packs = [...library.packs].map(
    ([name, pack]) => [name, { ...pack, rules: pack.rules.filter(({ value }) => value.id !== id) }] as const,
  );
  return { ...library, packs: new Map(packs) };
}

/** A word no rule defines any more is no word: the check would refuse such a library, and no example holds under it. */
function replay(play: Player, run: ExampleRun): ExampleRun {
  try {
    return play(run.example);
  } catch (error) {
    return { ...run, problems: [String(error)] };
  }
}

describe('少了任何一条规则，条款的落实就少一处', () => {
  const before = covered(library, runs);

  for (const rule of rules)
    it(`去掉 ${rule.id}`, { timeout: 300_000 }, () => {
      const copy = without(rule.id);
      const play = examplePlayer(copy, standard);
      const clauses = plainOf(rule).flatMap(clausesOf);
      // Examples that have nothing to do with its clauses come out as they did, or cite other clauses.
      const again = runs.map((run) =>
        run.example.value.cites.some((clause) => clauses.includes(clause)) ? replay(play, run) : run,
      );
      expect(again.some((run) => run.problems.length > 0)).toBe(true);
      const after = covered(copy, again);
      const fallen = before.filter((was, index) => {
        const is = after[index];
        return (
          is !== undefined && (is.carriers.length < was.carriers.length || is.tests.length < was.tests.length)
        );
      });
      const ids = plainOf(rule).map(({ id }) => id);
      expect(fallen.map(({ id }) => id)).toEqual(
        expect.arrayContaining(plainOf(rule).flatMap(({ cites }) => cites)),
      );
      for (const was of before.filter(
        (one) => one.carriers.length > 0 && one.carriers.every((carrier) => ids.includes(carrier)),
      ))
        expect(after.find((one) => one.id === was.id)?.status).toBe('open');
    });
});
