import type { RefusalView } from '@zhaozhang/api/contract';
import type { Law, Refusal } from '@zhaozhang/core';
import { actDefinitions, actLabel, sentenceOf } from '@zhaozhang/core';

/** A refusal found here as the server would show it. */
export function refusalView(refusal: Refusal, law: Law): RefusalView {
  const { remedy } = refusal;
  return {
    code: refusal.code,
    sentence: sentenceOf(refusal, law),
    because: refusal.because,
    effect: refusal.effect,
    clauses: refusal.clauses.flatMap((id) => law.clauses[id] ?? []),
    field: refusal.field,
    remedy:
      remedy === undefined
        ? undefined
        : {
            says: remedy.says,
            act: remedy.act,
            actLabel: remedy.act === undefined ? undefined : actLabel(remedy.act),
            until: remedy.until,
          },
    // As `decide` sees it: what a rule demands of something that has happened can be admitted, nothing else.
    admissible:
      refusal.rule !== undefined &&
      refusal.effect !== 'advise' &&
      actDefinitions.get(refusal.act)?.nature === 'factual',
    difference: refusal.difference?.map((one) => ({ what: one.what, at: one.at })),
  };
}
