import type { AgencyState, Contradiction } from './state.ts';

/** Contradictions put before the legal office on which it has not ruled: the very rules, all of them, count. */
export function openContradictions(agency: AgencyState): readonly Contradiction[] {
  return agency.contradictions.filter(
    ({ rules }) =>
      !agency.settlements.some(
        ({ prevails, over }) =>
          rules.includes(prevails) && rules.every((rule) => rule === prevails || over.includes(rule)),
      ),
  );
}
