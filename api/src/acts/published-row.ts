import {
  cite,
  decisionOf,
  entriesOf,
  explain,
  obligations,
  publicCourse,
  withdrawalOf,
} from '@zhaozhang/core';
import type { CaseState, EntryOf, Law, Value } from '@zhaozhang/core';
import { dayOf } from '@zhaozhang/core/time';
import type { Day, Instant } from '@zhaozhang/core/time';
import type { NewPublication } from '@zhaozhang/store';
import { bigrams } from '@zhaozhang/store';

/**
 * The public row of a case, made only from the page frozen in its publication, with what changes afterwards in the
 * open: how the decision was served and performed, as it stands at a moment. Nothing else of the file can reach the portal's schema.
 */
export function publishedOf(state: CaseState, at: Instant, law: Law): readonly NewPublication[] {
  const publication = entriesOf(state, 'publication').at(-1);
  if (publication === undefined) return [];
  const { page } = publication.data;
  const withdrawn = withdrawalOf(state, publication.id);
  if (withdrawn !== undefined) return [withdrawnRow(state, page, withdrawn)];
  const decision = decisionOf(state);
  // The page of a decision that is no longer in force stays as it was until it is withdrawn.
  if (decision === undefined || decision.version > publication.version) return [];
  const due = obligations(state, law).find((owed) => owed.duty === 'publish-decision');
  const shown = {
    ...page,
    ...successorOf(state),
    ...publicCourse(state, law, at),
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
      ...rowOf(state, page),
      party:
        names.length > 3 ? `${names.slice(0, 3).join('、')}等 ${names.length} 名当事人` : names.join('、'),
      page: shown,
      text,
      grams: bigrams(text),
    },
  ];
}

/** Who answers for the decision now, where the agency that made it no longer has the power. */
function successorOf(state: CaseState): {
  readonly successor?: { readonly name: string; readonly day: Day };
} {
  const reception = entriesOf(state, 'reception').at(-1);
  const name = entriesOf(state, 'cession').at(-1)?.data.name;
  return reception === undefined || name === undefined
    ? {}
    : { successor: { name, day: dayOf(reception.at) } };
}

function rowOf(state: CaseState, page: Readonly<Record<string, Value>>) {
  return {
    id: state.stream.slice(state.stream.indexOf('/') + 1),
    documentNumber: String(page['documentNumber'] ?? ''),
    title: String(page['cause'] ?? ''),
    publishedDay: String(page['publishedDay'] ?? ''),
    decidedDay: String(page['decidedDay'] ?? ''),
  };
}

/** What is left before the public: that there was a page, when it was taken back and why. */
function withdrawnRow(
  state: CaseState,
  page: Readonly<Record<string, Value>>,
  withdrawn: EntryOf<'withdrawal'>,
): NewPublication {
  return {
    ...rowOf(state, page),
    party: '',
    page: {},
    text: '',
    grams: [],
    withdrawnAt: withdrawn.at,
    withdrawnReason: withdrawn.data.reason,
  };
}
