import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadOrCreateSigner, readBlobs, readLog } from '@zhaozhang/evidence';
import type { Library } from '@zhaozhang/law';
import { DataDirectoryLocked, openLedger, runningOwnerUrl, startDatabase } from '@zhaozhang/store';
import { keptAgencyKey } from '../acts/agency-key.ts';
import { lawBook } from '../acts/law-book.ts';
import type { Verified } from '../proving/verified.ts';
import { lawAtHand } from '../start/law-at-hand.ts';
import { logOrigin } from '../start/log-origin.ts';
import type { Places } from '../start/places.ts';
import { StartRefused } from '../start/refused.ts';

/** An installation as whoever keeps it reaches it: all of it, running or not. */
export interface Reached extends Verified {
  readonly dataDir: string;
  readonly library: Library;
  close(): Promise<void>;
}

/**
 * Reaches an installation that is there: a running one through its own database, a stopped one by starting that alone.
 * Never founds one where somebody mistyped a folder.
 * @param read the law's library, if it has been read already
 */
export async function reachInstallation(
  dataDir: string,
  places: Places,
  externalUrl: string | undefined,
  read?: Library,
): Promise<Reached> {
  const secrets = join(dataDir, 'secrets');
  if (!existsSync(join(secrets, 'log.key')))
    throw new StartRefused(`${dataDir} 里没有照章的数据。请核对 --data`);
  const { ownerUrl, stop } = await databaseOf(dataDir, places, externalUrl);
  try {
    const ledger = await openLedger(ownerUrl);
    const signer = await loadOrCreateSigner(join(secrets, 'log.key'), logOrigin);
    const library = read ?? (await lawAtHand(places.law, dataDir, { keep: false })).library;
    return {
      ...{ dataDir, ledger, library },
      log: readLog(join(dataDir, 'log'), signer.verifierKey),
      blobs: readBlobs(join(dataDir, 'blobs')),
      // Who only looks adds no law to what the installation has kept.
      lawBook: lawBook(library, { bundle: ledger.bundle, putBundle: async () => undefined }),
      keyOf: (agency) => keptAgencyKey(secrets, agency),
      close: async () => {
        await ledger.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Does something with an installation and lets go of it, however it ended. */
export async function withInstallation<T>(
  which: Parameters<typeof reachInstallation>,
  work: (reached: Reached) => Promise<T>,
): Promise<T> {
  const reached = await reachInstallation(...which);
  try {
    return await work(reached);
  } finally {
    await reached.close();
  }
}

async function databaseOf(
  dataDir: string,
  places: Places,
  externalUrl: string | undefined,
): Promise<{ readonly ownerUrl: string; stop(): Promise<void> }> {
  try {
    const database = await startDatabase({
      ...{ dataDir, migrationsDir: places.migrations },
      ...(externalUrl === undefined ? {} : { externalUrl }),
    });
    return { ownerUrl: database.ownerUrl, stop: () => database.stop() };
  } catch (error) {
    if (!(error instanceof DataDirectoryLocked)) throw error;
    return { ownerUrl: runningOwnerUrl(dataDir, externalUrl), stop: async () => undefined };
  }
}
