import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the parts of the program that are not code lie: beside the bundle, or in the source tree. */
export interface Places {
  readonly law: string;
  readonly migrations: string;
  readonly stories: string;
  readonly workbench: string;
  /** The program inside a proof file. */
  readonly proofCheck: string;
}

export function placesOf(moduleUrl: string): Places {
  const here = dirname(fileURLToPath(moduleUrl));
  if (existsSync(join(here, 'law', 'packs')))
    return {
      law: join(here, 'law'),
      migrations: join(here, 'migrations'),
      stories: join(here, 'scenarios'),
      workbench: join(here, 'workbench'),
      proofCheck: join(here, 'proof-check.js'),
    };
  const root = join(here, '..', '..', '..');
  return {
    law: join(root, 'law'),
    migrations: join(root, 'store', 'src', 'migrations'),
    stories: join(root, 'scenarios', 'stories'),
    workbench: join(root, 'dist', 'workbench'),
    proofCheck: join(root, 'dist', 'proof-check.js'),
  };
}
