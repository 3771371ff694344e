import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestInstance } from './test-instance.ts';

/** Every file below a directory. */
export function filesUnder(directory: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    return entry.isDirectory() ? filesUnder(path) : entry.isFile() ? [path] : [];
  });
}

/**
 * What an installation has written of its own. The law it keeps is a copy of what comes with the product, and its examples
 * are told of the same invented people as the tests.
 */
export function writtenBy({ dataDir }: Pick<TestInstance, 'dataDir'>): readonly string[] {
  return filesUnder(dataDir).filter((path) => !path.startsWith(join(dataDir, 'law-kept')));
}
