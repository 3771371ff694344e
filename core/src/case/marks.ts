import { definedFor } from '../rules/definition.ts';
import type { Law } from '../rules/law.ts';
import { timelessScene } from '../rules/scene.ts';
import { wholeCase } from '../rules/subject.ts';
import { endOfTime } from '../time/index.ts';
import type { CaseState } from './state.ts';
import { summaryOf } from './summary.ts';
import type { CaseSummary } from './summary.ts';

/** 单列: words of the law by which files are listed and counted apart. Which there are is said in the packs alone. */
export interface Mark {
  readonly word: string;
  readonly label: string;
}

const prefix = 'mark.';

/** All a law knows. */
export function marksOfLaw(law: Law): readonly Mark[] {
  const words = law.tables.filter(({ defines }) => defines.startsWith(prefix));
  return [...new Map(words.map(({ defines, label }) => [defines, { word: defines, label }])).values()];
}

/** Those a file bears, read from the file alone. */
function marksOf(state: CaseState, law: Law): readonly Mark[] {
  const scene = timelessScene(state, law, endOfTime);
  return marksOfLaw(law).filter(({ word }) => {
    const reading = definedFor(word, scene, wholeCase)?.reading;
    return reading?.known === true && reading.value === true;
  });
}

/** The line of a file with what it bears under that law. */
export function markedSummary(state: CaseState, law: Law): CaseSummary {
  const marks = marksOf(state, law).map(({ word }) => word);
  return { ...summaryOf(state), ...(marks.length === 0 ? {} : { marks }) };
}
