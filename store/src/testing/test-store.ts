import { rmSync } from 'node:fs';
import { openStore, type Store } from '../client/store.ts';
import { type Database, startDatabase } from '../launcher/start-database.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A database and store of one test file, in a folder that goes with them. */
export interface TestStore {
  readonly database: Database;
  readonly store: Store;
  end(): Promise<void>;
}

/** Starts a fresh database; call `end` in afterAll. */
export async function testStore(): Promise<TestStore> {
  const dataDir = temporaryFolder();
  const database = await startDatabase({ dataDir });
  const store = openStore(database);
  return {
    database,
    store,
    end: async () => {
      await store.close();
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
