import { entriesOf, formerNames } from '@zhaozhang/core';
import type { CaseState } from '@zhaozhang/core';
import { entryTexts } from './entry-texts.ts';

/** Everything by which a case is found, a line each. */
export function searchTextOf(state: CaseState): string {
  // By a name borne before, too: that is what papers of that time say.
  const former = entriesOf(state, 'party').flatMap((party) => formerNames(state, party.id));
  return [...new Set([...state.entries.flatMap(entryTexts), ...former])].join('\n');
}
