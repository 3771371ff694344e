import type { Area } from '../areas.ts';
import { allRules, clausesOf, isException } from '../check/rule-texts.ts';
import { isPlanned } from '../check/planned.ts';
import type { Traced } from '../examples/trace.ts';
import type { Library } from '../library.ts';
import type { ClauseRow } from '../texts.ts';
import { isThroughTheDoor, titledWith } from './test-results.ts';
import type { PassedTest } from './test-results.ts';

/** How one clause is carried, as the last test run showed it. */
export interface ClauseCoverage {
  readonly id: string;
  readonly status: 'carried' | 'open' | 'later';
  readonly how: ClauseRow['status'];
  /** What it belongs to, where it is listed as carried later. */
  readonly area?: Area;
  /** Rules that carry it, or the page that shows it. */
  readonly carriers: readonly string[];
  /** `file:title` of each passed test titled with it. */
  readonly tests: readonly string[];
}

const examplesFile = 'law/src/examples/examples.test.ts';

/**
 * Judges every clause by what passed: a rule must have been seen refusing or owing, and allowing or met, in examples
 * titled with the clause; a feature by two tests, one of them through the door; a principle by the page that shows it.
 */
export function coverage(
  library: Library,
  traces: readonly Traced[],
  passed: readonly PassedTest[],
): readonly ClauseCoverage[] {
  const shown = new Set(passed.filter((test) => test.file === examplesFile).map((test) => test.title));
  const valid = traces.filter((trace) => shown.has(trace.title));
  const rules = allRules(library).map(({ rule }) => rule.value);
  const standing = new Set(rules.map(({ id }) => id));
  const byClause = grouped(rules, clausesOf);
  const seen = grouped(valid, ({ clauses }) => clauses);
  const clauses = [...library.packs.values()].flatMap((pack) => pack.clauses.map(({ value }) => value));
  const tests = titledWith(passed, new Set(clauses.map(({ id }) => id)));
  return clauses.map((value) => {
    const titled = tests.get(value.id) ?? [];
    const citing = byClause.get(value.id) ?? [];
    // A clause borne only by rules on acts that are not there yet is borne later.
    const later = citing.length > 0 && citing.every(isPlanned);
    // An exception bears its clause by the gate it lifts: without the gate it bears nothing.
    const bearers = citing
      .map((rule) => (isException(rule) ? rule.exceptionTo : rule.id))
      .filter((id) => standing.has(id));
    const carriers = [
      ...new Set(value.status === 'rule' ? bearers : value.where === undefined ? [] : [value.where]),
    ];
    return {
      id: value.id,
      status: later ? ('later' as const) : statusOf(value, carriers, titled, seen.get(value.id) ?? []),
      how: value.status,
      ...(value.area === undefined ? {} : { area: value.area }),
      carriers,
      tests: titled.map((test) => `${test.file}:${test.title}`),
    };
  });
}

/** Each thing under every key it names, once, in the order of the things. */
function grouped<T>(
  things: readonly T[],
  keysOf: (thing: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const thing of things)
    for (const key of new Set(keysOf(thing))) {
      const same = found.get(key);
      if (same === undefined) found.set(key, [thing]);
      else same.push(thing);
    }
  return found;
}

function statusOf(
  clause: ClauseRow,
  carriers: readonly string[],
  titled: readonly PassedTest[],
  traces: readonly Traced[],
): ClauseCoverage['status'] {
  const touches = (rules: readonly string[]) => rules.some((rule) => carriers.includes(rule));
  switch (clause.status) {
    case 'later':
      return 'later';
    case 'display':
      return carriers.length > 0 ? 'carried' : 'open';
    case 'feature':
      return titled.length >= 2 && titled.some(isThroughTheDoor) ? 'carried' : 'open';
    case 'rule':
      return traces.some((trace) => touches(trace.refused) || touches(trace.owed)) &&
        traces.some((trace) => touches(trace.allowed) || touches(trace.met))
        ? 'carried'
        : 'open';
  }
}
