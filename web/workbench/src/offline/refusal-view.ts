import type { RefusalView } from '@zhaozhang/api/contract';
import type { Law, Refusal } from '@zhaozhang/core';
import { actLabel, isAdmissible, sentenceOf } from '@zhaozhang/core';

/** A refusal found here as the server would show it. */
export function refusalView(refusal: Refusal, law: Law): RefusalView {
  const { remedy } = refusal;
  return {
    code: refusal.code,
    sentence: sentenceOf(refusal, law),
    because: refusal.because,
    effect: refusal.effect,
    clauses: refusal.clauses.flatMap((id) => {
      const clause = law.clauses[id];
      return clause === undefined
        ? []
        : [{ id, cite: `${clause.instrument}${clause.article}`, gist: clause.gist }];
    }),
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
    admissible: isAdmissible(refusal, law),
    reference: refusal.reference,
    difference: refusal.difference?.map((one) => ({ what: one.what, at: one.at })),
  };
}
