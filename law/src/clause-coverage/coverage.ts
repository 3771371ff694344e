import type { Area } from '../areas.ts';
import { allRules, clausesOf, isException } from '../check/rule-texts.ts';
import { isPlanned } from '../check/planned.ts';
import type { Traced } from '../examples/trace.ts';
import type { Library } from '../library.ts';
import type { ClauseRow } from '../texts.ts';
import { isThroughTheDoor, isTitledWith } from './test-results.ts';
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
  return [...library.packs.values()].flatMap((pack) =>
    pack.clauses.map(({ value }) => {
      const titled = passed.filter((test) => isTitledWith(test, value.id));
      const citing = rules.filter((rule) => clausesOf(rule).includes(value.id));
      // A clause borne only by rules on acts that are not there yet is borne later.
      const later = citing.length > 0 && citing.every(isPlanned);
      // An exception bears its clause by the gate it lifts: without the gate it bears nothing.
      const bearers = citing
        .map((rule) => (isException(rule) ? rule.exceptionTo : rule.id))
        .filter((id) => rules.some((rule) => rule.id === id));
      const carriers = [
        ...new Set(value.status === 'rule' ? bearers : value.where === undefined ? [] : [value.where]),
      ];
      return {
        id: value.id,
        status: later
          ? ('later' as const)
          : statusOf(
              value,
              carriers,
              titled,
              valid.filter((trace) => trace.clauses.includes(value.id)),
            ),
        how: value.status,
        ...(value.area === undefined ? {} : { area: value.area }),
        carriers,
        tests: titled.map((test) => `${test.file}:${test.title}`),
      };
    }),
  );
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
