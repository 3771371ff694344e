/**
 * Things sorted under the keys they are asked for by, once for each list: the rules of a law, opened once and asked at
 * every act and clock, and the entries of a file. Such lists are never changed in place, so that the sorting may be kept
 * with the list and goes with it.
 */
export function byKey<T extends object>(
  keysOf: (one: T) => readonly string[],
): (list: readonly T[], key: string) => readonly T[] {
  const sorted = new WeakMap<readonly T[], ReadonlyMap<string, readonly T[]>>();
  return (list, key) => {
    let under = sorted.get(list);
    if (under === undefined) {
      const lists = new Map<string, T[]>();
      for (const one of list)
        for (const each of keysOf(one)) {
          const found = lists.get(each);
          if (found === undefined) lists.set(each, [one]);
          else found.push(one);
        }
      under = lists;
      sorted.set(list, under);
    }
    return under.get(key) ?? nothing;
  };
}

const nothing: readonly never[] = [];
