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

/** Is the test titled with the clause? The whole id, which may hold parentheses, not the beginning of a longer one. */
export function isTitledWith(test: PassedTest, clause: string): boolean {
  const { fullName } = test;
  for (let at = fullName.indexOf(clause); at >= 0; at = fullName.indexOf(clause, at + 1))
    if (separates(fullName[at - 1]) && separates(fullName[at + clause.length])) return true;
  return false;
}

function separates(character: string | undefined): boolean {
  return character === undefined || /[\s,、，。：:()（）]/.test(character);
}

/** Does it go through HTTP or a browser? */
export function isThroughTheDoor(test: PassedTest): boolean {
  return /^(api|scenarios)\//.test(test.file) || test.file.includes('.browser.test.');
}
