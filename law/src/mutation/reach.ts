import { actDefinitions } from '@zhaozhang/core';
import type { Gate, Law, Need, Primitive } from '@zhaozhang/core';
import { textOf } from '../rule-text-of.ts';
import { usesParameter } from '../uses-parameter.ts';
import type { Moment } from './played.ts';

/** What a change of the law can touch; all else comes out as it did before. */
export interface Reach {
  readonly acts: ReadonlySet<string>;
  readonly duties: boolean;
  /** Words the law defines: whatever looked at one of them may come out otherwise. */
  readonly words: ReadonlySet<string>;
}

/** As if anything could have changed: every step is taken again. */
export const everything: Reach = { acts: new Set(actDefinitions.keys()), duties: true, words: new Set() };

/** As if nothing had changed: every step came out as it did, and only what is said of dates and sentences is read. */
export const dates: Reach = { acts: new Set(), duties: true, words: new Set() };

/** Could a change that reaches so far make this step come out otherwise? */
export function reaches({ acts, words }: Reach, moment: Moment): boolean {
  if (acts.has(moment.step.act)) return true;
  for (const word of words) if (moment.words.has(word)) return true;
  return false;
}

/**
 * Acts whose decision may differ under the changed law. A correction is always among them, for it judges again by the
 * rules of the act that made the entry; and where a duty changes, the acts of whatever asks about duties. An instrument
 * left without anything that bars acts is no longer asked for its edition of the day: that touches every act.
 */
export function reachOf(law: Law, changed: Law): Reach {
  if (barringPacks(changed) !== barringPacks(law)) return everything;
  const params = Object.keys(law.params).filter((id) => law.params[id] !== changed.params[id]);
  const touched = <R extends Primitive>(before: readonly R[], after: readonly R[]): readonly R[] => {
    const using = before.filter((rule) => params.some((param) => usesParameter(rule, param)));
    // What is not changed is the very same list of the very same rules.
    if (before === after) return using;
    const [was, is] = [new Set(before), new Set(after)];
    return [
      ...before.filter((rule) => !is.has(rule) || using.includes(rule)),
      ...after.filter((rule) => !was.has(rule)),
    ];
  };
  // A word may be read by facts of the file as well, so that any clock and any act may hang on it: who looked is known.
  const words = new Set(touched(law.tables, changed.tables).map(({ defines }) => defines));
  const duties = touched(law.duties, changed.duties).length > 0;
  const rules = [
    ...touched(law.gates, changed.gates),
    ...touched(law.needs, changed.needs),
    ...(duties ? barringByDuties(law) : []),
  ];
  const acts = rules.flatMap((rule) => ('acts' in rule ? rule.acts : []));
  return { acts: new Set(['case.correct-entry', ...acts]), duties: duties || words.size > 0, words };
}

const byDuties = new WeakMap<Law, readonly (Gate | Need)[]>();

/** Whatever bars acts and asks about duties, itself or by a word that is the end of one. */
function barringByDuties(law: Law): readonly (Gate | Need)[] {
  let found = byDuties.get(law);
  if (found === undefined) {
    const ends = law.tables.filter(({ gives }) => typeof gives === 'object' && 'endOf' in gives);
    found = [...law.gates, ...law.needs].filter(
      (rule) => asksAboutDuty(rule) || ends.some(({ defines }) => reads(rule, defines)),
    );
    byDuties.set(law, found);
  }
  return found;
}

function barringPacks({ gates, needs }: Law): string {
  const packs = new Set<string>();
  for (const { pack } of gates) packs.add(pack);
  for (const { pack } of needs) packs.add(pack);
  return [...packs].sort().join(' ');
}

function asksAboutDuty(rule: Primitive): boolean {
  return textOf(rule).includes('"duty":');
}

function reads(rule: Primitive, word: string): boolean {
  return textOf(rule).includes(`"${word}"`);
}
