import { actLabel, explain, sentenceOf, summaryOf } from '@zhaozhang/core';
import type { Law, Obligation, TriedStep } from '@zhaozhang/core';
import type { Library } from '@zhaozhang/law';
import type { LawTrialView } from '../../contract/index.ts';
import type { RunningTrial } from '../../trying/law-trials.ts';

type TriedView = LawTrialView['cases'][number];

/** How far a dry run has come, and what it has found so far. */
export function lawTrialViewOf(trial: RunningTrial, library: Library): LawTrialView {
  const { id, state, from, total, looked, cases, changed, moved, before, after, rules } = trial;
  return {
    ...{ id, state, from, total, looked, counts: { cases, changed, moved } },
    packs: trial.packs.map((pack) => ({ id: pack, title: library.packs.get(pack)?.text.title ?? '' })),
    rules,
    cases: trial.first.map(({ state: file, found }): TriedView => {
      const { title, number } = summaryOf(file);
      return {
        ...{ stream: file.stream, title },
        ...(number === undefined ? {} : { number }),
        duties: found.duties.map((one) => {
          const owed = one.after ?? one.before;
          return {
            label: owed?.label ?? '',
            subject: owed === undefined || owed.per === 'case' ? '' : owed.subjectLabel,
            ...(one.before === undefined ? {} : { before: dates(one.before, before) }),
            ...(one.after === undefined ? {} : { after: dates(one.after, after) }),
          };
        }),
        barred: found.barred.map((one) => step(one, after)),
        freed: found.freed.map((one) => step(one, before)),
      };
    }),
  };
}

function dates(owed: Obligation, law: Law): NonNullable<TriedView['duties'][number]['before']> {
  return { due: owed.due, lawfulDue: owed.lawfulDue, sentences: [...explain(owed, law)] };
}

function step({ act, refusal }: TriedStep, law: Law): TriedView['barred'][number] {
  return { label: actLabel(act), because: sentenceOf(refusal, law) };
}
