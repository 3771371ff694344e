import type { Actor, AgencyState, CaseSummary, Law, Role } from '@zhaozhang/core';
import { rolesOn } from '@zhaozhang/core';
import { addDays, dayOf, weekday } from '@zhaozhang/core/time';
import type { Instant } from '@zhaozhang/core/time';
import type { ObligationRow, Store } from '@zhaozhang/store';
import type { Worklist, WorklistRow } from '../contract/index.ts';
import { obligationOf, obligationView } from './obligation.ts';

const mineAtMost = 300;
const othersAtMost = 100;

/** The law of today, and with the bindings yet to begin: by that one the agency's own rows stand. */
export interface Laws {
  readonly today: Law;
  readonly foreseen: Law;
}

/** What one officer owes, soonest first, and what others owe in the cases the officer handles. */
export async function worklistOf(
  store: Store,
  agency: AgencyState,
  { officer, administrator = false }: Pick<Actor, 'officer' | 'administrator'>,
  laws: Laws,
  now: Instant,
): Promise<Worklist> {
  const roles: Role[] = [
    ...rolesOn(agency, officer, dayOf(now)),
    ...(administrator ? (['administrator'] as const) : []),
  ];
  if (officer === undefined && roles.length === 0) return { now, rows: [] };
  const [mine, waiting] = await Promise.all([
    store.obligations(agency.id, { assignee: officer ?? '', roles, openOnly: true, limit: mineAtMost }),
    store.obligations(agency.id, {
      roles: ['party', 'agency-head', 'unit-head'],
      openOnly: true,
      limit: othersAtMost,
    }),
  ]);
  const others = waiting.filter(
    (row) =>
      officer !== undefined &&
      !isOwn(row) &&
      !(obligationOf(row).lapses && now > obligationOf(row).lawfulDue) &&
      (row.summary as unknown as CaseSummary).handlers.includes(officer) &&
      !mine.some((one) => one.stream === row.stream && one.id === row.id),
  );
  return {
    now,
    rows: [
      ...mine.map((row) => rowView(row, agency, laws, now, officer, false)),
      ...others.map((row) => rowView(row, agency, laws, now, officer, true)),
    ],
  };
}

function rowView(
  row: ObligationRow,
  agency: AgencyState,
  laws: Laws,
  now: Instant,
  officer: string | undefined,
  waiting: boolean,
): WorklistRow {
  const owed = obligationOf(row);
  const others = owed.assignees.filter((id) => id !== officer).map((id) => agency.officers[id]?.name ?? id);
  return {
    ...obligationView(owed, row.stream, isOwn(row) ? laws.foreseen : laws.today, agency, now),
    ...(isOwn(row) ? { caseTitle: '机关事项', parties: [] } : ofCase(row)),
    group: waiting ? 'others' : groupOf(owed.lawfulDue, now),
    others,
  };
}

function ofCase(row: ObligationRow): Pick<WorklistRow, 'caseTitle' | 'caseNumber' | 'parties'> {
  const summary = row.summary as unknown as CaseSummary;
  return {
    caseTitle: summary.title,
    ...(summary.number === undefined ? {} : { caseNumber: summary.number }),
    parties: [...summary.parties],
  };
}

/** A duty of the agency itself: no case stands behind it, and no summary. */
function isOwn(row: ObligationRow): boolean {
  return row.stream.startsWith('agency/');
}

function groupOf(due: Instant, now: Instant): WorklistRow['group'] {
  if (now > due) return 'late';
  const today = dayOf(now);
  if (dayOf(due) === today) return 'today';
  const sunday = addDays(today, 7 - weekday(today));
  return dayOf(due) <= sunday ? 'week' : 'later';
}
