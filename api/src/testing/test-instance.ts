import { chmodSync, cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '@zhaozhang/core/time';
import { httpStoryClient, readStories } from '@zhaozhang/scenarios';
import type { HttpStoryClient, Stories } from '@zhaozhang/scenarios';
import { inject } from 'vitest';
import { startInstance } from '../start/instance.ts';
import type { Instance } from '../start/instance.ts';
import { placesOf } from '../start/places.ts';
import { demonstrationRoles, makeAccounts } from '../start/seed.ts';
import { copyData, removeData } from './copied-data.ts';
import { faultsInto } from './faults-into.ts';

/** A demonstration for one test file: agency, people and law are there, no case yet. */
export interface TestInstance {
  readonly instance: Instance;
  readonly told: Stories;
  readonly client: HttpStoryClient;
  readonly dataDir: string;
  /** Faults the server logged; a test may expect none. */
  readonly faults: readonly unknown[];
  end(): Promise<void>;
}

/**
 * With `packs`, a folder of packs only for this test lies beside the product's own. With `all`, the stories to be told
 * are all there are, also those told of many cases.
 */
export async function testInstance({
  packs,
  all = false,
  databaseUrl,
}: {
  readonly packs?: string;
  readonly all?: boolean;
  /** A database of its own is started unless one is given. */
  readonly databaseUrl?: string;
} = {}): Promise<TestInstance> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zhaozhang-'));
  // The database runs as another user when the tests run as root: it must be able to reach its folder.
  chmodSync(dataDir, 0o755);
  const own = placesOf(import.meta.url);
  const places = packs === undefined ? own : { ...own, law: withPacks(own.law, packs, dataDir) };
  const told = await storiesOf(places.stories, all);
  // In a database of others nothing is prepared.
  const prepared = databaseUrl === undefined;
  if (prepared) copyData(inject('preparedHouse'), dataDir);
  const faults: unknown[] = [];
  const instance = await startInstance({
    dataDir,
    places,
    host: '127.0.0.1',
    port: 0,
    databaseUrl,
    demonstration: { anchor: instant(told.agency.anchor), roles: demonstrationRoles(told) },
    logging: faultsInto(faults),
  });
  const client = httpStoryClient(instance.url, '管理员');
  if (!prepared) {
    await makeAccounts(instance, told, dataDir);
    await client.setUp(told.agency);
  }
  return {
    instance,
    told,
    client,
    dataDir,
    faults,
    end: async () => {
      await instance.stop();
      removeData(dataDir);
    },
  };
}

const read = new Map<boolean, Promise<Stories>>();

/** The stories, read once for all test files of a worker: nobody writes to them. */
function storiesOf(folder: string, all: boolean): Promise<Stories> {
  const known = read.get(all) ?? readStories(folder, { all });
  read.set(all, known);
  return known;
}

/** A copy of the law with further packs in it. */
function withPacks(law: string, packs: string, dataDir: string): string {
  const copy = join(dataDir, 'law-of-test');
  for (const part of ['vocabulary', 'calendar', 'packs', 'examples'])
    cpSync(join(law, part), join(copy, part), { recursive: true });
  cpSync(packs, join(copy, 'packs'), { recursive: true });
  return copy;
}
