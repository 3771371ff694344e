import type { DraftPlace } from './draft.ts';
import type { DraftLock, Kept } from './draft-lock.ts';

/** One draft as it lies in the browser: whose, when, and locked what and where. */
export interface Shelved {
  readonly account: string;
  /** When it was last written, in milliseconds of the machine's own clock: only ever shown. */
  readonly at: number;
  readonly kept: Kept;
}

/** Where drafts lie. */
export interface Shelf {
  get: (key: string) => Promise<Shelved | undefined>;
  set: (key: string, value: Shelved) => Promise<void>;
  del: (key: string) => Promise<void>;
  entries: () => Promise<[string, Shelved][]>;
}

/** A draft that waits to be gone on with. */
export interface Unfinished extends DraftPlace {
  readonly name: string;
  readonly at: number;
}

/** The drafts of one account in this browser. */
export interface DraftStore {
  readonly safe: boolean;
  load: (name: string) => Promise<unknown>;
  /** Tells whether it could be kept: the browser may refuse. */
  save: (name: string, content: unknown, place?: DraftPlace) => Promise<boolean>;
  clear: (name: string) => Promise<void>;
  /** The contents of all whose names begin so. */
  all: (prefix: string) => Promise<readonly unknown[]>;
  /** Those that say where they stand, last written first. */
  unfinished: () => Promise<readonly Unfinished[]>;
  /** Takes a draft away for good, or until what is answered is called. */
  drop: (name: string) => Promise<() => Promise<void>>;
}

interface Content {
  readonly content: unknown;
  readonly place?: DraftPlace;
}

export function draftStore(shelf: Shelf, lock: DraftLock, account: string): DraftStore {
  const keyOf = (name: string): string => `${encodeURIComponent(account)}/${name}`;
  // Writes follow each other: a slow one must not come in after a newer one, nor after the draft was cleared.
  let last: Promise<unknown> = Promise.resolve();
  const inOrder = <T>(next: () => Promise<T>): Promise<T> => {
    const done = last.then(next, next);
    last = done.catch(() => undefined);
    return done;
  };
  const read = async (name: string): Promise<Content | undefined> => {
    try {
      const found = await shelf.get(keyOf(name));
      return found === undefined ? undefined : ((await lock.open(found.kept)) as Content | undefined);
    } catch {
      return undefined;
    }
  };
  const shelvedUnder = async (prefix: string): Promise<readonly [string, Shelved][]> => {
    const shelved = await shelf.entries().catch((): [string, Shelved][] => []);
    return shelved.filter(([key, one]) => one.account === account && key.startsWith(keyOf(prefix)));
  };
  return {
    safe: lock.safe,
    load: (name) => inOrder(async () => (await read(name))?.content),
    save: (name, content, place) =>
      inOrder(async () => {
        try {
          const kept = await lock.close({ content, ...(place === undefined ? {} : { place }) });
          await shelf.set(keyOf(name), { account, at: Date.now(), kept });
          return true;
        } catch {
          return false;
        }
      }),
    // A browser that keeps nothing has nothing to remove.
    clear: (name) => inOrder(() => shelf.del(keyOf(name)).catch(() => undefined)),
    all: (prefix) =>
      inOrder(async () => {
        const mine = await shelvedUnder(prefix);
        const opened = await Promise.all(mine.map(([, one]) => lock.open(one.kept)));
        return opened.flatMap((one) => (one === undefined ? [] : [(one as Content).content]));
      }),
    unfinished: () =>
      inOrder(async () => {
        const mine = await shelvedUnder('');
        const opened = await Promise.all(
          mine.map(async ([key, one]) => {
            const place = ((await lock.open(one.kept)) as Content | undefined)?.place;
            return place === undefined
              ? undefined
              : { ...place, name: key.slice(keyOf('').length), at: one.at };
          }),
        );
        return opened
          .filter((one): one is Unfinished => one !== undefined)
          .sort((left, right) => right.at - left.at);
      }),
    drop: (name) =>
      inOrder(async () => {
        const key = keyOf(name);
        const held = await shelf.get(key).catch(() => undefined);
        await shelf.del(key).catch(() => undefined);
        return async () => {
          if (held !== undefined) await inOrder(() => shelf.set(key, held).catch(() => undefined));
        };
      }),
  };
}
