/**
 * Rules sorted under the keys they are asked for by, once for each list. A law is opened once and asked at every act
 * and clock; its lists are never changed in place, so that the sorting may be kept with the list and goes with it.
 */
export function byKey<R extends object>(
  keysOf: (rule: R) => readonly string[],
): (rules: readonly R[], key: string) => readonly R[] {
  const sorted = new WeakMap<readonly R[], ReadonlyMap<string, readonly R[]>>();
  return (rules, key) => {
    let under = sorted.get(rules);
    if (under === undefined) {
      const lists = new Map<string, R[]>();
      for (const rule of rules)
        for (const one of keysOf(rule)) {
          const list = lists.get(one);
          if (list === undefined) lists.set(one, [rule]);
          else list.push(rule);
        }
      under = lists;
      sorted.set(rules, under);
    }
    return under.get(key) ?? [];
  };
}
