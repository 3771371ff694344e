import { checkLibrary } from '../check/check-library.ts';
import { readExamples } from '../examples/read-examples.ts';
import { faultSentence } from '../fault.ts';
import { readLibrary } from '../library.ts';
import { against } from './against.ts';

/** What is wrong with the law's files, and what a list of clauses has that they have not; or that nothing is. */
export async function checkCommand(
  dir: string,
  list?: string,
): Promise<{ lines: readonly string[]; exitCode: number }> {
  const library = await readLibrary(dir);
  const { faults: ofExamples } = await readExamples(dir, library);
  const faults = [
    ...[...checkLibrary(library), ...ofExamples].map(faultSentence),
    ...(list === undefined ? [] : await against(library, list)),
  ];
  if (faults.length > 0) return { lines: [...faults, `共 ${faults.length} 个问题`], exitCode: 1 };
  const packs = [...library.packs.values()];
  const sum = (count: (pack: (typeof packs)[number]) => number) =>
    packs.reduce((total, pack) => total + count(pack), 0);
  const clauses = sum((pack) => pack.clauses.length);
  const rules = sum((pack) => pack.rules.length);
  return {
    lines: [`规则包 ${packs.length} 个，条款 ${clauses} 条，规则 ${rules} 条，没有发现问题`],
    exitCode: 0,
  };
}
