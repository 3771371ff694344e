import { z } from 'zod';

const reportText = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ title: z.string(), fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** A test that passed. */
export interface PassedTest {
  readonly file: string;
  readonly title: string;
  readonly fullName: string;
}

/** The passed tests of a run, from the report vitest writes. */
export function passedTests(report: unknown): readonly PassedTest[] {
  return reportText
    .parse(report)
    .testResults.flatMap((file) =>
      file.assertionResults
        .filter((test) => test.status === 'passed')
        .map((test) => ({ file: file.name, title: test.title, fullName: test.fullName })),
    );
}

/**
 * The tests titled with each of the clauses: with the whole id, which may hold parentheses, not with the beginning of a
 * longer one. Each title is gone through once, asking wherever a word begins which ids
 * begin there: asking every clause of every title took longer than playing the examples.
 */
export function titledWith(
  tests: readonly PassedTest[],
  clauses: ReadonlySet<string>,
): ReadonlyMap<string, readonly PassedTest[]> {
  const longest = Math.max(0, ...[...clauses].map((id) => id.length));
  const found = new Map<string, PassedTest[]>();
  for (const test of tests) {
    const { fullName } = test;
    const named = new Set<string>();
    for (let from = 0; from < fullName.length; from++) {
      if (!separates(fullName[from - 1])) continue;
      for (let to = from + 1; to <= Math.min(fullName.length, from + longest); to++) {
        const id = separates(fullName[to]) ? fullName.slice(from, to) : undefined;
        if (id !== undefined && clauses.has(id)) named.add(id);
      }
    }
    for (const id of named) {
      const same = found.get(id);
      if (same === undefined) found.set(id, [test]);
      else same.push(test);
    }
  }
  return found;
}

function separates(character: string | undefined): boolean {
  return character === undefined || /[\s,、，。：:()（）]/.test(character);
}

/** Does it go through HTTP or a browser? */
export function isThroughTheDoor(test: PassedTest): boolean {
  return /^(api|scenarios)\//.test(test.file) || test.file.includes('.browser.test.');
}
