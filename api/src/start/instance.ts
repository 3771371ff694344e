import { randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { loadOrCreateSigner, openBlobStore, openLog } from '@zhaozhang/evidence';
import {
  acquireInstanceLock,
  leaveRuntimeNote,
  newestRecord,
  openStore,
  startDatabase,
} from '@zhaozhang/store';
import { agencyKeys } from '../acts/agency-key.ts';
import { lawBook } from '../acts/law-book.ts';
import { sequencer } from '../proving/sequencer.ts';
import { startsBehind, watchClock } from '../operation/clock-watch.ts';
import type { Logging } from '../operation/logging.ts';
import { metricsOf } from '../operation/metrics.ts';
import { operationsServer } from '../operation/operations-server.ts';
import { unfinishedRestore } from '../keeping/unfinished-restore.ts';
import { recomputer } from '../recomputing/recomputer.ts';
import { lawTrials } from '../trying/law-trials.ts';
import { identityProvider } from '../sessions/identity-provider.ts';
import type { IdentitySettings } from '../sessions/identity-settings.ts';
import { sessions } from '../sessions/sessions.ts';
import { signInKey } from '../sessions/sign-in-key.ts';
import type { Demonstration, FirstAdministrator, World } from '../world.ts';
import { appOf } from './app.ts';
import { demonstrationClock, systemClock } from './clock.ts';
import { takeDoor } from './door.ts';
import type { Places } from './places.ts';
import { logOrigin } from './log-origin.ts';
import { lawAtHand } from './law-at-hand.ts';
import { StartRefused } from './refused.ts';
import type { Instant } from '@zhaozhang/core/time';

export interface InstanceOptions {
  readonly dataDir: string;
  readonly places: Places;
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  readonly databaseUrl?: string | undefined;
  /** Present = a demonstration whose clock begins there. */
  readonly demonstration?: { readonly anchor: Instant; readonly roles: Demonstration['roles'] } | undefined;
  /** Present = people may also sign in by an identity provider. */
  readonly identity?: IdentitySettings | undefined;
  /** A port that only this machine reaches, for its keeper; 0 = any free one, absent = none. */
  readonly operationsPort?: number | undefined;
  readonly logging: Logging;
  /** Starts although the machine's clock lies behind what has been recorded: somebody has looked at it. */
  readonly clockChecked?: boolean;
  /** A one-time token is printed by which one more agency is set up. */
  readonly anotherAgency?: boolean;
}

export interface Instance {
  readonly url: string;
  /** Where its keeper asks; absent unless it was asked for. */
  readonly operationsUrl?: string;
  readonly world: World;
  /** Settles if the database ends by itself: then the server must not go on. */
  readonly databaseGone: Promise<void>;
  /** Printed once at the first production start; absent when there is an administrator. */
  readonly firstToken?: string;
  stop(): Promise<void>;
}

/**
 * Starts everything in the order in which things rest on each other: lock, database, law, evidence, log, then the
 * door. Whatever fails, what was started before is stopped again.
 */
export async function startInstance(options: InstanceOptions): Promise<Instance> {
  const undo: (() => Promise<void> | void)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    makePrivate(options.dataDir);
    if (existsSync(unfinishedRestore(options.dataDir)))
      throw new StartRefused(
        `${options.dataDir} 的恢复没有做完，没有启动。请清空这个目录，重新运行 npm run restore`,
      );
    const release = await acquireInstanceLock(options.dataDir);
    undo.push(release);
    const door = await takeDoor(options);
    undo.push(() => door.close());
    const database = await startDatabase({
      dataDir: options.dataDir,
      migrationsDir: options.places.migrations,
      ...(options.databaseUrl === undefined ? {} : { externalUrl: options.databaseUrl }),
    });
    undo.push(() => database.stop());
    const store = openStore(database);
    undo.push(() => store.close());
    const behind = startsBehind(Date.now(), await newestRecord(database.ownerUrl));
    if (behind !== undefined && options.clockChecked !== true)
      throw new StartRefused(`${behind}，没有启动。请校准时钟；确认无误的，加 --clock-checked 启动`);
    leaveRuntimeNote(options.dataDir, database);
    const law = await lawAtHand(options.places.law, options.dataDir, { keep: true });
    const { library } = law;
    const secrets = join(options.dataDir, 'secrets');
    const signer = await loadOrCreateSigner(join(secrets, 'log.key'), logOrigin);
    const blobs = await openBlobStore(join(options.dataDir, 'blobs'));
    const log = await openLog(join(options.dataDir, 'log'), { origin: logOrigin, signer });
    const { logging } = options;
    for (const one of law.refused) logging.note(`规则包有误，没有采用，照旧用原来的：${one}`);
    const sequencing = sequencer(store, log, logging.fault);
    undo.push(() => sequencing.stop());
    const first = await firstAdministrator(store, {
      production: options.demonstration === undefined,
      another: options.anotherAgency === true,
    });
    const signingIn = signInKey(join(secrets, 'sign-in.key'));
    const book = lawBook(library, store);
    const clock =
      options.demonstration === undefined
        ? systemClock
        : demonstrationClock(join(options.dataDir, 'clock.json'), options.demonstration.anchor);
    const recomputing = recomputer({ store, lawBook: book, clock }, logging.fault);
    undo.push(() => recomputing.stop());
    const trying = lawTrials({ store, lawBook: book, clock }, logging.fault);
    undo.push(() => trying.stop());
    const world: World = {
      store,
      blobs,
      log,
      logKey: signer.verifierKey,
      sequencer: sequencing,
      recomputer: recomputing,
      lawTrials: trying,
      library,
      lawFolder: law.folder,
      lawRefused: law.refused,
      lawBook: book,
      sessions: sessions(store, signingIn),
      signInKey: signingIn,
      ...(options.identity === undefined ? {} : { identityProvider: identityProvider(options.identity) }),
      clock,
      clockWatch: watchClock(),
      dataDir: options.dataDir,
      places: options.places,
      keyOf: agencyKeys(secrets),
      firstAdministrator: first,
      ...(options.demonstration === undefined
        ? {}
        : {
            demonstration: {
              token: randomBytes(24).toString('base64url'),
              roles: options.demonstration.roles,
            },
          }),
    };
    const metrics = metricsOf(world);
    const app = appOf(world, {
      onError: logging.fault,
      onRequest: (told) => {
        metrics.request(told);
        logging.request(told);
      },
    });
    door.server.on('request', getRequestListener(app.fetch, { overrideGlobalObjects: false }));
    const operations =
      options.operationsPort === undefined
        ? undefined
        : await operationsServer(world, metrics, options.operationsPort);
    if (operations !== undefined) undo.push(() => operations.stop());
    sequencing.start();
    void recomputing.start();
    // Opened last and closed first: who is inside still needs all the rest.
    undo.push(() => door.close());
    return {
      url: `http://${options.host}:${door.port}`,
      ...(operations === undefined ? {} : { operationsUrl: operations.url }),
      world,
      databaseGone: database.gone,
      ...(first.token === undefined ? {} : { firstToken: first.token }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The data directory itself may be entered by others, for the database is another user when we are root; what it holds
 * of secrets and of people's files may not.
 */
function makePrivate(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  for (const inner of ['secrets', 'blobs']) {
    mkdirSync(join(dataDir, inner), { recursive: true, mode: 0o700 });
    chmodSync(join(dataDir, inner), 0o700);
  }
}

async function firstAdministrator(
  store: ReturnType<typeof openStore>,
  { production, another }: { readonly production: boolean; readonly another: boolean },
): Promise<FirstAdministrator & { readonly token?: string }> {
  // Whoever keeps the machine says that one more agency comes in; nobody of the others can.
  if (!another && (!production || (await store.accounts.any())))
    return { open: false, accept: () => false, shut: () => undefined };
  const token = randomBytes(24).toString('base64url');
  let open = true;
  return {
    token,
    get open() {
      return open;
    },
    accept: (given) => {
      const a = Buffer.from(given);
      const b = Buffer.from(token);
      return open && a.length === b.length && timingSafeEqual(a, b);
    },
    shut: () => {
      open = false;
    },
  };
}
