import { examplePlayer } from '../examples/play-example.ts';
import type { ExampleRun } from '../examples/play-example.ts';
import { faultSentence } from '../fault.ts';
import { examplesOfTheLaw, library } from './the-law.ts';

let runs: Promise<readonly ExampleRun[]> | undefined;

/** Every example of the law, played once for all test files of a worker. */
export function runsOfTheLaw(): Promise<readonly ExampleRun[]> {
  runs ??= played();
  return runs;
}

async function played(): Promise<readonly ExampleRun[]> {
  const { standard, examples, faults } = await examplesOfTheLaw();
  if (standard === undefined) throw new Error(faults.map(faultSentence).join('\n'));
  return examples.map(examplePlayer(library, standard));
}
