import { sentenceOf } from '@zhaozhang/core';
import type { Library } from '../library.ts';
import { playExample } from './play-example.ts';
import { readExamples } from './read-examples.ts';
import type { PackExample } from './read-examples.ts';

/** An example and what the system says where it refuses. */
export interface SaidExample {
  readonly example: PackExample;
  readonly said: readonly string[];
}

/** Reads the examples and plays them, for the words of their refusals. */
export async function saidExamples(dir: string, library: Library): Promise<readonly SaidExample[]> {
  const { standard, examples } = await readExamples(dir, library);
  if (standard === undefined) return examples.map((example) => ({ example, said: [] }));
  return examples.map((example) => {
    if (example.value.expect.refused === undefined) return { example, said: [] };
    const { refusals, law } = playExample(library, standard, example);
    return { example, said: refusals.map((refusal) => sentenceOf(refusal, law)) };
  });
}
