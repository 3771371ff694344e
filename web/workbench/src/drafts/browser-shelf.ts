import { createStore, del, entries, get, set } from 'idb-keyval';
import type { Shelf, Shelved } from './draft-store.ts';

/**
 * The browser's own database. What localStorage takes waits in memory for seconds before it reaches the disk: a browser
 * that is killed loses it. What IndexedDB has committed the operating system has.
 */
export function browserShelf(): Shelf {
  const store = createStore('zhaozhang', 'drafts');
  return {
    get: (key) => get<Shelved>(key, store),
    set: (key, value) => set(key, value, store),
    del: (key) => del(key, store),
    entries: () => entries<string, Shelved>(store),
  };
}
