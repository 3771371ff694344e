import type { Law, TableRow } from '@zhaozhang/core';

/** A law that hears which of the words it defines are looked at. */
export interface Listening {
  readonly law: Law;
  /** Does something under it, and tells the words looked at meanwhile. */
  during<T>(work: () => T): { readonly value: T; readonly words: ReadonlySet<string> };
}

/**
 * The same law, its words overheard. Whatever did not look at a word comes out the same however the word is defined: up to
 * the first look nothing could know of the change. To ask for the name of a word is no look, for the rows are sorted by it.
 */
export function listening(law: Law): Listening {
  let words = new Set<string>();
  const heard = ({ defines }: TableRow, key?: PropertyKey): void => {
    if (key !== 'defines') words.add(defines);
  };
  const overheard = (row: TableRow): TableRow =>
    new Proxy(row, {
      get: (of, key) => {
        heard(of, key);
        return Reflect.get(of, key) as unknown;
      },
      has: (of, key) => {
        heard(of, key);
        return Reflect.has(of, key);
      },
      ownKeys: (of) => {
        heard(of);
        return Reflect.ownKeys(of);
      },
    });
  return {
    law: { ...law, tables: law.tables.map(overheard) },
    during: (work) => {
      words = new Set();
      const value = work();
      return { value, words };
    },
  };
}
