import type { Act } from './act.ts';
import type { AgencyState } from './authority/state.ts';
import type { CaseState } from './case/state.ts';
import { definedFor, rowsOf, standingRows as standing } from './rules/definition.ts';
import type { DefinedReading, Reading } from './rules/fact.ts';
import type { Law } from './rules/law.ts';
import { timelessScene } from './rules/scene.ts';
import type { Subject } from './rules/subject.ts';
import { subjectsOf } from './rules/vocabulary.ts';
import type { Instant } from './time/index.ts';

/** A file, the law it stands under, and the moment at which it is asked. */
export interface Asked {
  readonly state: CaseState;
  readonly agency: AgencyState;
  readonly law: Law;
  readonly asOf: Instant;
}

/** What a word the law defines comes to for one subject; undefined when there is no such word or subject. */
export function definedWord(asked: WordAsked): Reading | undefined {
  return wordOf(asked)?.defined.reading;
}

export interface WordAsked extends Asked {
  readonly word: string;
  /** Id of the thing it is asked of; left out where there is one. */
  readonly subject?: string | undefined;
}

/** The same with the subject and the rows it comes from. */
export function wordOf({
  word,
  state,
  agency,
  law,
  asOf,
  subject: id,
}: WordAsked): { readonly subject: Subject; readonly defined: DefinedReading } | undefined {
  const [row] = rowsOf(word, law);
  if (row === undefined) return undefined;
  const scene = timelessScene(state, law, asOf, { agency, series: {} });
  const subject = subjectsOf(row.per, scene).find((one) => id === undefined || one.id === id);
  const defined = subject === undefined ? undefined : definedFor(word, scene, subject);
  return subject === undefined || defined === undefined ? undefined : { subject, defined };
}

/** Which rows of the law's tables apply to something in the file, and which were asked and do not. */
export function standingRows({
  state,
  agency,
  law,
  asOf,
  act,
}: Asked & {
  /** What is proposed: some words depend on it. */
  readonly act?: Act | undefined;
}): ReturnType<typeof standing> {
  const scene = { ...timelessScene(state, law, asOf, { agency, series: {} }), act };
  return standing({ scene, subjects: (per) => subjectsOf(per, scene) });
}
