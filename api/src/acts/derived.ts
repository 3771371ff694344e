import { aggregateOf, markedSummary, obligationsOver } from '@zhaozhang/core';
import type { AgencyState, CaseState, Law, Obligation, OwedOver, State } from '@zhaozhang/core';
import type { LookedDays, NewObligation, SearchEntry } from '@zhaozhang/store';
import { bigrams } from '@zhaozhang/store';
import { searchTextOf } from '../finding/search-text.ts';

/** What is stored beside a state: its line in lists, its duties, its searchable text. */
export interface Derived {
  readonly summary?: unknown;
  readonly openedAt?: string;
  readonly obligations?: readonly NewObligation[];
  readonly search?: SearchEntry;
}

/**
 * Everything derived from a state by a law. An act writes it, a rebuilding writes it again, a verification compares: one
 * function, so that the three cannot differ.
 */
export function derivedOf(state: State, law: Law): Derived {
  const kind = aggregateOf(state.stream);
  if (kind === 'case') return caseRows(state as CaseState, law);
  if (kind !== 'agency') return {};
  const { obligations, looked } = dutiesOf(state as AgencyState, law);
  return { obligations, summary: { looked } };
}

function caseRows(state: CaseState, law: Law): Derived {
  const summary = markedSummary(state, law);
  const text = searchTextOf(state);
  const { obligations, looked } = dutiesOf(state, law);
  return {
    // Beside what lists show: by which days one finds the cases that a changed day can touch.
    summary: { ...summary, looked },
    ...(summary.opened === undefined ? {} : { openedAt: summary.opened }),
    obligations,
    search: { text, grams: bigrams(text) },
  };
}

/** Rests on no day at all: lies outside every span of days. */
const nowhere: LookedDays = { first: '9999-12-31', last: '0001-01-01' };

/** Duties as they are stored, with the days of the calendar they rest on. */
export interface DutyRows {
  readonly obligations: readonly NewObligation[];
  readonly looked: LookedDays;
}

/** The duties of a case, or of the agency itself, under a law. */
export function dutiesOf(state: CaseState | AgencyState, law: Law): DutyRows {
  return dutyRows(obligationsOver(state, law));
}

/** The same of what has been worked out already. */
export function dutyRows({ rows, looked }: Pick<OwedOver, 'rows' | 'looked'>): DutyRows {
  return { obligations: rows.map(rowOf), looked: looked ?? nowhere };
}

function rowOf(owed: Obligation): NewObligation {
  return {
    id: owed.id,
    duty: owed.duty,
    label: owed.label,
    per: owed.per,
    subject: owed.subject,
    owedBy: owed.owedBy,
    roles: [owed.owedBy],
    assignees: owed.assignees,
    fromAt: owed.from,
    dueAt: owed.due,
    lawfulDueAt: owed.lawfulDue,
    remindAt: owed.remind,
    ...(owed.met === undefined ? {} : { metAt: owed.met }),
    provisional: owed.provisional,
    clauses: owed.clauses,
    derivation: {
      subjectLabel: owed.subjectLabel,
      lapses: owed.lapses,
      suspended: owed.suspended,
      act: owed.act,
      ...(owed.matter === undefined ? {} : { matter: owed.matter }),
      readings: owed.derivation.readings,
    },
  };
}
