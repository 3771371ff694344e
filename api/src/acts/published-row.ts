import { cite, decisionOf, entriesOf, explain, obligations, publicCourse } from '@zhaozhang/core';
import type { Act, CaseState, Law, Value } from '@zhaozhang/core';
import { dayOf } from '@zhaozhang/core/time';
import type { NewPublication } from '@zhaozhang/store';
import { bigrams } from '@zhaozhang/store';

/**
 * The public row of a case, made only from the page frozen in its publication, with what changes afterwards in the
 * open: how the decision was served and performed. Nothing else of the file can reach the portal's schema.
 */
export function publishedOf(state: CaseState, act: Act, law: Law): readonly NewPublication[] {
  const publication = entriesOf(state, 'publication')[0];
  const decision = decisionOf(state);
  if (publication === undefined || decision === undefined) return [];
  const due = obligations(state, law).find((owed) => owed.duty === 'publish-decision');
  const { page } = publication.data;
  const shown = {
    ...page,
    ...publicCourse(state, law, act.occurredAt),
    ...(due === undefined
      ? {}
      : {
          publicationDue: {
            day: dayOf(due.lawfulDue),
            sentences: explain(due, law),
            cite: cite(due.clauses, law),
          },
        }),
  };
  const parties = (page['parties'] as readonly { name: string }[] | undefined) ?? [];
  const names = parties.map((party) => party.name);
  const texts = [
    page['documentNumber'],
    page['cause'],
    ...names,
    page['facts'],
    page['basis'],
    page['agency'],
  ];
  const text = texts.filter((value: Value | undefined) => typeof value === 'string').join('\n');
  return [
    {
      id: act.stream.slice(act.stream.indexOf('/') + 1),
      documentNumber: String(page['documentNumber'] ?? ''),
      title: String(page['cause'] ?? ''),
      party:
        names.length > 3 ? `${names.slice(0, 3).join('、')}等 ${names.length} 名当事人` : names.join('、'),
      publishedDay: String(page['publishedDay'] ?? ''),
      decidedDay: String(page['decidedDay'] ?? ''),
      page: shown,
      text,
      grams: bigrams(text),
    },
  ];
}
