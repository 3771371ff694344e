import { keepSaid } from '../examples/said.ts';
import { readLibrary } from '../library.ts';

/** Plays the examples and leaves what is said where they are refused beside the law, for the page of the law. */
export async function saidCommand(dir: string): Promise<{ lines: readonly string[]; exitCode: number }> {
  const count = await keepSaid(dir, await readLibrary(dir));
  return { lines: [`已记下 ${count} 个示例被拒时说的话`], exitCode: 0 };
}
