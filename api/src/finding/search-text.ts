import type { CaseState } from '@zhaozhang/core';
import { entryTexts } from './entry-texts.ts';

/** Everything by which a case is found, a line each. */
export function searchTextOf(state: CaseState): string {
  return [...new Set(state.entries.flatMap(entryTexts))].join('\n');
}
