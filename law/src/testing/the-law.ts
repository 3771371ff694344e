import { fileURLToPath } from 'node:url';
import { readExamples } from '../examples/read-examples.ts';
import type { Examples } from '../examples/read-examples.ts';
import { readLibrary } from '../library.ts';

/** The folder of the law, for tests that hand it to a tool. */
export const lawFolder = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The law as it stands, read once for all test files of a worker: nobody writes to it, and reading it took longer than
 * most of the tests that ask it something.
 */
export const library = await readLibrary(lawFolder);

let examples: Promise<Examples> | undefined;

/** The standard case and the examples of every pack, likewise. */
export function examplesOfTheLaw(): Promise<Examples> {
  examples ??= readExamples(lawFolder, library);
  return examples;
}
