import { describe, expect, it } from 'vitest';
import { byKey, partsOf } from '@zhaozhang/core';
import type { Law, RuleText } from '@zhaozhang/core';
import { compileBundle } from '../bundle.ts';
import { clausesOf, isException } from '../check/rule-texts.ts';
import { coverage } from '../clause-coverage/coverage.ts';
import { playerUnder } from '../examples/play-example.ts';
import type { ExampleRun, Player } from '../examples/play-example.ts';
import { traced } from '../examples/trace.ts';
import type { Library } from '../library.ts';
import { runsOfTheLaw } from '../testing/runs.ts';
import { examplesOfTheLaw, library } from '../testing/the-law.ts';

const { standard } = await examplesOfTheLaw();
if (standard === undefined) throw new Error('标准案读不出来');
const runs = await runsOfTheLaw();
const citing = byKey<ExampleRun>(({ example }) => example.value.cites);
const rules = [...library.packs.values()]
  .flatMap((pack) => pack.rules.map(({ value }) => value))
  .filter((rule) => !plainOf(rule).every(isException));

function plainOf(rule: RuleText) {
  return partsOf(rule).map((part) => part.rule);
}

/** What a run of the tests would tell of these clauses if the examples that cite them came out like this. */
function covered(of: Library, clauses: ReadonlySet<string>, played: readonly ExampleRun[]) {
  const packs = [...of.packs].map(([name, pack]) => {
    const asked = pack.clauses.filter(({ value }) => clauses.has(value.id));
    return [name, { ...pack, clauses: asked }] as const;
  });
  const file = 'law/src/examples/examples.test.ts';
  const passed = played
    .filter((run) => run.problems.length === 0)
    .map(({ example: { name } }) => ({ file, title: name, fullName: name }));
  return coverage({ ...of, packs: new Map(packs) }, played.map(traced), passed);
}

/** A copy of the rule packs without one rule. */
function without(id: string): Library {
  const packs = [...library.packs].map(
    ([name, pack]) => [name, { ...pack, rules: pack.rules.filter(({ value }) => value.id !== id) }] as const,
  );
  return { ...library, packs: new Map(packs) };
}

const whole = new Map<string, Law>();

/**
 * The law some packs make, without the parts of one rule: compiled once and then left without them, as the compiler would
 * have left it. That the compiler does so with files is asked once for each kind of rule, in the copy of the folder.
 */
function lawWithout(packs: readonly string[], parts: readonly string[]): Law {
  const key = packs.join(' ');
  const law = whole.get(key) ?? compileBundle(library, packs).law;
  whole.set(key, law);
  const rest = <T extends { readonly id: string }>(rules: readonly T[]) =>
    rules.some(({ id }) => parts.includes(id)) ? rules.filter(({ id }) => !parts.includes(id)) : rules;
  return {
    ...law,
    gates: rest(law.gates),
    duties: rest(law.duties),
    needs: rest(law.needs),
    tables: rest(law.tables),
  };
}

/** Has a rule barred something in an example, or made something owed? */
function tells({ refused, owed }: ExampleRun, parts: readonly string[]): boolean {
  return [...refused, ...owed].some((id) => parts.includes(id));
}

/** A word no rule defines any more is no word: the check would refuse such a library, and no example holds under it. */
function replay(play: Player, run: ExampleRun): ExampleRun {
  try {
    return play(run.example);
  } catch (error) {
    return { ...run, problems: [String(error)] };
  }
}

/**
 * Played again up to the first that fails. The rest are taken to hold as before: that can only keep the coverage from
 * falling, never make it fall.
 */
function untilOneFails(play: Player, of: readonly ExampleRun[]): readonly ExampleRun[] {
  const again: ExampleRun[] = [];
  for (const run of of) {
    const replayed = replay(play, run);
    again.push(replayed);
    if (replayed.problems.length > 0) break;
  }
  return [...again, ...of.slice(again.length)];
}

describe('少了任何一条规则，条款的落实就少一处', () => {
  for (const rule of rules)
    it(`去掉 ${rule.id}`, { timeout: 300_000 }, () => {
      const copy = without(rule.id);
      const parts = plainOf(rule).map(({ id }) => id);
      const clauses = new Set(plainOf(rule).flatMap(clausesOf));
      // Those in which the rule had something to say come first: one of them fails, where any does.
      const concerned = [...new Set([...clauses].flatMap((clause) => citing(runs, clause)))].sort(
        (a, b) => Number(tells(b, parts)) - Number(tells(a, parts)),
      );
      const play = playerUnder((packs) => lawWithout(packs, parts), standard);
      const again = untilOneFails(play, concerned);
      expect(again.some((run) => run.problems.length > 0)).toBe(true);
      const before = covered(library, clauses, concerned);
      const after = covered(copy, clauses, again);
      const fallen = before.filter((was, index) => {
        const is = after[index];
        return (
          is !== undefined && (is.carriers.length < was.carriers.length || is.tests.length < was.tests.length)
        );
      });
      expect(fallen.map(({ id }) => id)).toEqual(
        expect.arrayContaining(plainOf(rule).flatMap(({ cites }) => cites)),
      );
      for (const was of before.filter(
        (one) => one.carriers.length > 0 && one.carriers.every((carrier) => parts.includes(carrier)),
      ))
        expect(after.find((one) => one.id === was.id)?.status).toBe('open');
    });
});
