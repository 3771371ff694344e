import { actDefinitions } from '@zhaozhang/core';
import type { Law, Primitive } from '@zhaozhang/core';
import { usesParameter } from '../uses-parameter.ts';

/** What a change of the law can touch; all else comes out as it did before. */
export interface Reach {
  readonly acts: ReadonlySet<string>;
  readonly duties: boolean;
}

/** As if anything could have changed: every step is taken again. */
export const everything: Reach = { acts: new Set(actDefinitions.keys()), duties: true };

/**
 * Acts whose decision may differ under the changed law. A correction is always among them, for it judges again by the
 * rules of the act that made the entry; and where a duty changes, the acts of whatever asks about duties. An instrument
 * left without anything that bars acts is no longer asked for its edition of the day: that touches every act.
 */
export function reachOf(law: Law, changed: Law): Reach {
  if (barringPacks(changed) !== barringPacks(law)) return everything;
  const params = Object.keys(law.params).filter((id) => law.params[id] !== changed.params[id]);
  const touched = (before: readonly Primitive[], after: readonly Primitive[]): readonly Primitive[] => [
    ...before.filter((rule) => !after.includes(rule) || params.some((param) => usesParameter(rule, param))),
    ...after.filter((rule) => !before.includes(rule)),
  ];
  const words = touched(law.tables, changed.tables);
  // A word may be read by facts of the file as well, so that any clock and any act may hang on it.
  if (words.length > 0) return everything;
  const duties = touched(law.duties, changed.duties).length > 0;
  // A word may be the end of a duty: whoever reads it asks about that duty.
  const ends = law.tables.filter(({ gives }) => typeof gives === 'object' && 'endOf' in gives);
  const barring = [...law.gates, ...law.needs].filter(
    (rule) => duties && (asksAboutDuty(rule) || ends.some(({ defines }) => reads(rule, defines))),
  );
  const rules = [...touched(law.gates, changed.gates), ...touched(law.needs, changed.needs), ...barring];
  const acts = rules.flatMap((rule) => ('acts' in rule ? rule.acts : []));
  return { acts: new Set(['case.correct-entry', ...acts]), duties };
}

function barringPacks(law: Law): string {
  return [...new Set([...law.gates, ...law.needs].map((rule) => rule.pack))].sort().join(' ');
}

function asksAboutDuty(rule: Primitive): boolean {
  return JSON.stringify(rule).includes('"duty":');
}

function reads(rule: Primitive, word: string): boolean {
  return JSON.stringify(rule).includes(`"${word}"`);
}
