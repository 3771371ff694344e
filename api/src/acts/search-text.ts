import { entriesOf, formerNames, isMarked } from '@zhaozhang/core';
import type { CaseState, FieldMap, Value } from '@zhaozhang/core';

/** Texts by which a case is found: numbers, names, cause, and what the records say. Sealed data are not among them. */
export function searchTextOf(state: CaseState): string {
  const texts: string[] = [];
  for (const filing of entriesOf(state, 'filing')) texts.push(filing.data.number, filing.data.cause);
  for (const party of entriesOf(state, 'party')) texts.push(party.data.name, ...formerNames(state, party.id));
  for (const lead of entriesOf(state, 'lead')) texts.push(lead.data.summary);
  for (const decision of entriesOf(state, 'decision')) texts.push(decision.data.number);
  // A hit would tell what a marked record says to whom it is not shown.
  for (const entry of state.entries) if (!isMarked(entry)) texts.push(...textsOf(entry.record));
  return texts.join('\n');
}

function textsOf(record: FieldMap): readonly string[] {
  return Object.values(record).filter((value: Value): value is string => typeof value === 'string');
}
