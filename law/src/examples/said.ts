import { sentenceOf } from '@zhaozhang/core';
import type { Library } from '../library.ts';
import { examplePlayer } from './play-example.ts';
import { readExamples } from './read-examples.ts';
import type { PackExample } from './read-examples.ts';

/** An example and what the system says where it refuses. */
export interface SaidExample {
  readonly example: PackExample;
  readonly said: readonly string[];
}

/**
 * Reads the examples and plays them, for the words of their refusals. All of them take seconds of work: between two
 * handfuls whoever else is served by this process has its turn.
 */
export async function saidExamples(dir: string, library: Library): Promise<readonly SaidExample[]> {
  const { standard, examples } = await readExamples(dir, library);
  if (standard === undefined) return examples.map((example) => ({ example, said: [] }));
  const play = examplePlayer(library, standard);
  const told: SaidExample[] = [];
  for (const example of examples) {
    const refused = example.value.expect.refused !== undefined;
    if (told.length % handful === 0) await new Promise(setImmediate);
    const run = refused ? play(example) : undefined;
    told.push({ example, said: run?.refusals.map((refusal) => sentenceOf(refusal, run.law)) ?? [] });
  }
  return told;
}

const handful = 5;
