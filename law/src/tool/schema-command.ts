import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLibrary } from '../library.ts';
import { schemaOf } from '../schema/schema.ts';

/** Writes the schema that editors check the law's files by. */
export async function schemaCommand(dir: string): Promise<{ lines: readonly string[]; exitCode: number }> {
  const library = await readLibrary(dir);
  const file = join(dir, 'vocabulary/schema.json');
  await writeFile(file, `${JSON.stringify(schemaOf(library), undefined, 2)}\n`);
  return { lines: [`已写入 ${file}`], exitCode: 0 };
}
