import { cite } from '@zhaozhang/core';
import type { Law } from '@zhaozhang/core';
import type { ContradictingRule } from '../../contract/index.ts';
import { exceptionWords, ruleWords } from './rule-words.ts';

/** A rule that contradicts another, by its article and in a sentence: a definition, or the exception to a gate. */
export function contradictingRule(id: string, law: Law): ContradictingRule {
  const row = law.tables.find((one) => one.id === id);
  if (row !== undefined)
    return { rule: id, cite: cite(row.clauses, law), sentence: ruleWords(row, law).sentence };
  for (const gate of law.gates) {
    const exception = gate.exceptions.find((one) => one.id === id);
    if (exception !== undefined)
      return {
        rule: id,
        cite: cite(exception.clauses, law),
        sentence: `${ruleWords(gate, law).sentence}${exceptionWords(gate, exception, law)}。`,
      };
  }
  return { rule: id, cite: '', sentence: '现在适用的规则中已经没有这一条。' };
}
