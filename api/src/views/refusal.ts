import { actLabel, cite, isAdmissible, sentenceOf } from '@zhaozhang/core';
import type { Law, Refusal } from '@zhaozhang/core';
import type { ClauseView, RefusalView } from '../contract/index.ts';
import { contradictingRule } from './law/contradicting-rule.ts';

export function clausesView(clauses: readonly string[], law: Law): ClauseView[] {
  return clauses.flatMap((id) => {
    const clause = law.clauses[id];
    return clause === undefined
      ? []
      : [{ id, cite: `${clause.instrument}${clause.article}`, gist: clause.gist }];
  });
}

/** A refusal as people see it. */
export function refusalView(refusal: Refusal, law: Law): RefusalView {
  return {
    code: refusal.code,
    sentence: sentenceOf(refusal, law),
    because: refusal.because,
    effect: refusal.effect,
    clauses: clausesView(refusal.clauses, law),
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    ...(refusal.remedy === undefined
      ? {}
      : {
          remedy: {
            says: refusal.remedy.says,
            ...(refusal.remedy.act === undefined
              ? {}
              : { act: refusal.remedy.act, actLabel: actLabel(refusal.remedy.act) }),
            ...(refusal.remedy.until === undefined ? {} : { until: refusal.remedy.until }),
          },
        }),
    admissible: isAdmissible(refusal, law),
    ...(refusal.reference === true ? { reference: true } : {}),
    ...(refusal.conflict === undefined
      ? {}
      : { conflict: refusal.conflict.map((rule) => contradictingRule(rule, law)) }),
    ...(refusal.difference === undefined ? {} : { difference: [...refusal.difference] }),
  };
}

export function defectSentence(defect: { because: string; clauses: readonly string[] }, law: Law): string {
  const basis = cite(defect.clauses, law);
  return basis === '' ? defect.because : `${defect.because}(${basis})`;
}
