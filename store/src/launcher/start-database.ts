import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_ROLE_PREFIX, migrate, portalRole, appRole } from '../migrations/migrate.ts';
import { binaries } from './binaries.ts';
import { clusterLocation } from './cluster-location.ts';
import { createCluster } from './create-cluster.ts';
import { databaseLog } from './database-log.ts';
import { withCredentials } from './database-url.ts';
import { DataDirectoryLocked } from './errors.ts';
import { checkExternalDatabase } from './external-database.ts';
import { foundDatabase } from './found-database.ts';
import { acquireInstanceLock, holdsInstanceLock } from './instance-lock.ts';
import { endOrphan } from './orphan.ts';
import { startPostgres } from './postgres-process.ts';
import { databaseSecrets } from './secrets.ts';

/** A database ready for use: migrated, its roles made. The URLs carry passwords: never log them. */
export interface Database {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly portalUrl: string;
  /** Whether it is our own child process. */
  readonly embedded: boolean;
  readonly pid?: number;
  /** Settles when our database process has ended, asked for or not. Never settles for an external one. */
  readonly gone: Promise<void>;
  /** Ends our own process in order and gives the data directory back; calling it twice does no harm. */
  stop(): Promise<void>;
}

export interface DatabaseOptions {
  /** Holds the cluster, its log, the passwords and the instance lock; made when missing. */
  readonly dataDir: string;
  /** Use this PostgreSQL (15 or newer) instead of starting our own. */
  readonly externalUrl?: string;
  /** Where the SQL files lie; by default beside the sources, or in `migrations/` beside the bundle. */
  readonly migrationsDir?: string;
  /** Distinguishes the roles of several installations on one server. */
  readonly rolePrefix?: string;
}

const inUse = new Set<string>();

/**
 * Starts (or connects to) the database of a data directory and brings its schema up to date. Takes the instance lock
 * unless this process already holds it.
 * @throws DataDirectoryLocked when another instance runs on it; DatabaseUnavailable with what to do otherwise.
 */
export async function startDatabase(options: DatabaseOptions): Promise<Database> {
  const release = holdsInstanceLock(options.dataDir)
    ? () => undefined
    : await acquireInstanceLock(options.dataDir);
  const home = realpathSync(options.dataDir);
  if (inUse.has(home)) throw new DataDirectoryLocked(options.dataDir, process.pid);
  inUse.add(home);
  const giveBack = () => {
    inUse.delete(home);
    release();
  };
  try {
    return options.externalUrl === undefined
      ? await startOwn(home, options, giveBack)
      : await connectExternal(home, options.externalUrl, options, giveBack);
  } catch (error) {
    giveBack();
    throw error;
  }
}

async function startOwn(home: string, options: DatabaseOptions, giveBack: () => void): Promise<Database> {
  const secrets = databaseSecrets(home);
  const place = clusterLocation(home);
  const programs = binaries(place.user);
  await createCluster(place, programs, secrets.superuser);
  await endOrphan(place.cluster);
  const running = await startPostgres(place, programs, databaseLog(join(home, 'postgres.log'), place.user));
  try {
    const ownerUrl = await foundDatabase(running.port, secrets);
    await migrate(ownerUrl, secrets, options);
    let stopping: Promise<void> | undefined;
    return {
      ...urls(ownerUrl, secrets, options),
      embedded: true,
      pid: running.pid,
      gone: running.gone,
      stop: () => (stopping ??= running.stop().finally(giveBack)),
    };
  } catch (error) {
    await running.stop();
    throw error;
  }
}

async function connectExternal(
  home: string,
  ownerUrl: string,
  options: DatabaseOptions,
  giveBack: () => void,
): Promise<Database> {
  await checkExternalDatabase(ownerUrl);
  const secrets = databaseSecrets(home);
  await migrate(ownerUrl, secrets, options);
  return {
    ...urls(ownerUrl, secrets, options),
    embedded: false,
    gone: new Promise(() => undefined),
    stop: async () => giveBack(),
  };
}

function urls(ownerUrl: string, secrets: { app: string; portal: string }, options: DatabaseOptions) {
  const prefix = options.rolePrefix ?? DEFAULT_ROLE_PREFIX;
  return {
    ownerUrl,
    appUrl: withCredentials(ownerUrl, appRole(prefix), secrets.app),
    portalUrl: withCredentials(ownerUrl, portalRole(prefix), secrets.portal),
  };
}
