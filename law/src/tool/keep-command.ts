import { keepSaid } from '../examples/said.ts';
import { keepLibrary } from '../kept-library.ts';
import { readLibrary } from '../library.ts';

/** Leaves beside the law what takes time to work out: the law as read, and what is said where its examples are refused. */
export async function keepCommand(dir: string): Promise<{ lines: readonly string[]; exitCode: number }> {
  const library = await readLibrary(dir);
  const sound = await keepLibrary(dir, library);
  const count = await keepSaid(dir, library);
  return {
    lines: [sound ? '已记下读出的规则包' : '规则包有误，没有记下', `已记下 ${count} 个示例被拒时说的话`],
    exitCode: 0,
  };
}
