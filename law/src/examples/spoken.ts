import { definedWord, explain, explainWord, obligations } from '@zhaozhang/core';
import type { Law, Obligation, Reading } from '@zhaozhang/core';
import { dayOf, endOfTime, instant } from '@zhaozhang/core/time';
import type { Instant } from '@zhaozhang/core/time';
import { agencyOn, caseOn } from '../rehearsal/stage.ts';
import type { Stage } from '../rehearsal/stage.ts';
import { compareOwed } from './compare.ts';
import type { DefinedText, ExampleText } from './example-text.ts';

/** What an example says of dates and defined words, beside what there is. */
export interface Spoken {
  readonly problems: readonly string[];
  /** The obligations it speaks of, and all there are. */
  readonly rows: readonly Obligation[];
  readonly all: readonly Obligation[];
  readonly sentences: readonly string[];
}

/** Reads what an example speaks of from where it has come to. Nothing is worked out that it does not ask about. */
export function spokenOf({ expect }: ExampleText, stage: Stage, law: Law, everything: boolean): Spoken {
  const { owed = [], notOwed = [], defined = [] } = expect;
  const asked = everything || owed.length + notOwed.length > 0;
  const all = asked ? owedOn(stage, law) : [];
  const spoken = owed.map((expected) => {
    const subject = named(expected.subject, stage);
    return {
      expected,
      row: all.find(
        (row) => row.duty === expected.duty && (subject === undefined || row.subject === subject),
      ),
    };
  });
  const rows = spoken.flatMap(({ row }) => (row === undefined ? [] : [row]));
  return {
    rows,
    all,
    sentences: [
      ...rows.map((row) => `${row.label}（${row.subjectLabel}）：${explain(row, law).join('')}`),
      ...defined.flatMap((one) => explainWord(askedOf(one, stage, law)) ?? []),
    ],
    problems: [
      ...spoken.flatMap(({ expected, row }) => compareOwed(expected, row)),
      ...notOwed.filter((duty) => all.some((row) => row.duty === duty)).map((duty) => `不应有期限 ${duty}`),
      ...defined.flatMap((one) => compareDefined(one, stage, law)),
    ],
  };
}

/** Everything owed in the case and by the agency itself. */
export function owedOn(stage: Stage, law: Law): readonly Obligation[] {
  return [...obligations(caseOn(stage), law), ...obligations(agencyOn(stage), law)];
}

function askedOf(expected: DefinedText, stage: Stage, law: Law) {
  return {
    word: expected.word,
    state: caseOn(stage),
    agency: agencyOn(stage),
    law,
    asOf: expected.at === undefined ? endOfTime : instant(expected.at),
    subject: named(expected.subject, stage),
  };
}

function compareDefined(expected: DefinedText, stage: Stage, law: Law): readonly string[] {
  const found = definedWord(askedOf(expected, stage, law));
  const said = expected.is === null ? '未知' : String(expected.is);
  const is = shown(found, said);
  return is === said ? [] : [`${expected.word} 应为 ${said}，实为 ${is}`];
}

/** A moment is compared by its day where only a day is said. */
function shown(found: Reading | undefined, said: string): string {
  if (found === undefined) return '没有这个词或者对象';
  if (!found.known) return found.conflict === undefined ? '未知' : '冲突';
  const value = String(found.value);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(value)) return value;
  return /^\d{4}-\d{2}-\d{2}$/.test(said) ? dayOf(value as Instant) : value.slice(0, said.length);
}

/** A subject by the name of the step that made it; `$step/1` is the first of several things it made. */
function named(subject: string | undefined, stage: Stage): string | undefined {
  if (subject?.startsWith('$') !== true) return subject;
  const [step = '', ...rest] = subject.slice(1).split('/');
  const made = stage.names.get(step);
  return made === undefined ? undefined : [made, ...rest].join('/');
}
