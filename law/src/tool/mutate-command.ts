import { readExamples } from '../examples/read-examples.ts';
import { faultSentence } from '../fault.ts';
import type { Fault } from '../fault.ts';
import { readLibrary } from '../library.ts';
import { readEquivalents } from '../mutation/equivalents.ts';
import { mutate } from '../mutation/mutate.ts';
import type { Survivor } from '../mutation/mutate.ts';

/** Of all mutants, at most this share may be named equivalent, in percent. */
const mostEquivalent = 2;

/** Do the examples notice every way of spoiling the law? Fails when one goes unnoticed. */
export async function mutateCommand(
  dir: string,
  json: boolean,
): Promise<{ lines: readonly string[]; exitCode: number }> {
  const library = await readLibrary(dir);
  const { standard, examples, faults: ofExamples } = await readExamples(dir, library);
  const faults: Fault[] = [...library.faults, ...ofExamples];
  const equivalents = await readEquivalents(dir, faults);
  if (standard === undefined || faults.length > 0) return { lines: faults.map(faultSentence), exitCode: 1 };
  const { faults: stale, ...result } = mutate(library, standard, examples, equivalents);
  const share = result.mutants === 0 ? 0 : (result.equivalent / result.mutants) * 100;
  const sound = result.survived.length === 0 && stale.length === 0 && share <= mostEquivalent;
  const exitCode = sound ? 0 : 1;
  if (json) return { lines: [JSON.stringify(result, undefined, 2)], exitCode };
  return {
    lines: [
      ...stale.map(faultSentence),
      ...result.survived.map(survivorSentence),
      ...(share > mostEquivalent ? [`等价的变体超过 ${mostEquivalent}%，补写示例或者改写规则。`] : []),
      `变体 ${result.mutants} 个，杀死 ${result.killed} 个，等价 ${result.equivalent} 个（${share.toFixed(1)}%），存活 ${result.survived.length} 个`,
    ],
    exitCode,
  };
}

/** One mutant nobody noticed: which rule, what was done to it, and what to write. */
export function survivorSentence({ rule, operator, at, says, write }: Survivor): string {
  return `存活：${rule} ${operator}${at === '' ? '' : `（${at}）`}：${says}，没有示例看得出来。${write}。`;
}
