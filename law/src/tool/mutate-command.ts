import { readExamples } from '../examples/read-examples.ts';
import { faultSentence } from '../fault.ts';
import type { Fault } from '../fault.ts';
import { readLibrary } from '../library.ts';
import { readEquivalents } from '../mutation/equivalents.ts';
import { mutate } from '../mutation/mutate.ts';
import type { Mutation, Survivor } from '../mutation/mutate.ts';

/** Of all mutants, at most this share may be named equivalent, in percent. */
const mostEquivalent = 2;

/**
 * Do the examples notice every way of spoiling the law? Fails when one goes unnoticed. `only` names the beginnings of
 * the rules to try; what share of those is equivalent says nothing of the whole, but is told all the same.
 */
export async function mutateCommand(
  dir: string,
  json: boolean,
  only: readonly string[] = [],
): Promise<{ lines: readonly string[]; exitCode: number }> {
  const library = await readLibrary(dir);
  const { standard, examples, faults: ofExamples } = await readExamples(dir, library);
  const faults: Fault[] = [...library.faults, ...ofExamples];
  const equivalents = await readEquivalents(dir, faults);
  if (standard === undefined || faults.length > 0) return { lines: faults.map(faultSentence), exitCode: 1 };
  const { faults: stale, ...result } = mutate(library, standard, examples, equivalents, only);
  if (!json) return mutationTold({ ...result, faults: stale });
  return {
    lines: [JSON.stringify(result, undefined, 2)],
    exitCode: mutationTold({ ...result, faults: stale }).exitCode,
  };
}

/** What came of it in sentences: what survived and what to write, then the sum. */
export function mutationTold({ mutants, killed, equivalent, survived, faults }: Mutation): {
  lines: readonly string[];
  exitCode: number;
} {
  const share = mutants === 0 ? 0 : (equivalent / mutants) * 100;
  const wrong = [
    ...faults.map(faultSentence),
    ...survived.map(survivorSentence),
    ...(share > mostEquivalent ? [`等价的变体超过 ${mostEquivalent}%，补写示例或者改写规则。`] : []),
  ];
  const sum = `变体 ${mutants} 个，杀死 ${killed} 个，等价 ${equivalent} 个（${share.toFixed(1)}%），存活 ${survived.length} 个`;
  return { lines: [...wrong, sum], exitCode: wrong.length === 0 ? 0 : 1 };
}

/** One mutant nobody noticed: which rule, what was done to it, and what to write. */
function survivorSentence({ rule, operator, at, says, write }: Survivor): string {
  return `存活：${rule} ${operator}${at === '' ? '' : `（${at}）`}：${says}，没有示例看得出来。${write}。`;
}
