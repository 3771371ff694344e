import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where the law lies: the sources where there are sources (they are what is being edited), else the copy that was
 * built beside this program. Never looked for in the folder the caller happens to stand in.
 */
export function lawFolder(given: string | undefined): string {
  if (given !== undefined) return resolve(given);
  const here = dirname(fileURLToPath(import.meta.url));
  const places = [join(here, '../law'), join(here, '..'), join(here, '../..'), join(here, 'law')];
  return (
    places.find((place) => existsSync(join(place, 'packs')) && existsSync(join(place, 'vocabulary'))) ??
    join(here, 'law')
  );
}

/** Where test runs leave their results: beside the law's folder in the sources. */
export function cacheFolder(law: string): string {
  return join(law, '../.cache');
}
