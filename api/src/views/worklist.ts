import type { AgencyState, CaseSummary, Law } from '@zhaozhang/core';
import { rolesOn } from '@zhaozhang/core';
import { addDays, dayOf, weekday } from '@zhaozhang/core/time';
import type { Instant } from '@zhaozhang/core/time';
import type { ObligationRow, Store } from '@zhaozhang/store';
import type { Worklist, WorklistRow } from '../contract/index.ts';
import { obligationOf, obligationView } from './obligation.ts';

const mineAtMost = 300;
const othersAtMost = 100;

/** What one officer owes, soonest first, and what others owe in the cases the officer handles. */
export async function worklistOf(
  store: Store,
  agency: AgencyState,
  officer: string | undefined,
  law: Law,
  now: Instant,
): Promise<Worklist> {
  if (officer === undefined) return { now, rows: [] };
  const roles = [...rolesOn(agency, officer, dayOf(now))];
  const [mine, waiting] = await Promise.all([
    store.obligations(agency.id, { assignee: officer, roles, openOnly: true, limit: mineAtMost }),
    store.obligations(agency.id, {
      roles: ['party', 'agency-head', 'unit-head'],
      openOnly: true,
      limit: othersAtMost,
    }),
  ]);
  const others = waiting.filter(
    (row) =>
      !(obligationOf(row).lapses && now > obligationOf(row).lawfulDue) &&
      (row.summary as unknown as CaseSummary).handlers.includes(officer) &&
      !mine.some((one) => one.stream === row.stream && one.id === row.id),
  );
  return {
    now,
    rows: [
      ...mine.map((row) => rowView(row, agency, law, now, officer, false)),
      ...others.map((row) => rowView(row, agency, law, now, officer, true)),
    ],
  };
}

function rowView(
  row: ObligationRow,
  agency: AgencyState,
  law: Law,
  now: Instant,
  officer: string,
  waiting: boolean,
): WorklistRow {
  const owed = obligationOf(row);
  const summary = row.summary as unknown as CaseSummary;
  const others = owed.assignees.filter((id) => id !== officer).map((id) => agency.officers[id]?.name ?? id);
  return {
    ...obligationView(owed, row.stream, law, agency, now),
    caseTitle: summary.title,
    ...(summary.number === undefined ? {} : { caseNumber: summary.number }),
    parties: [...summary.parties],
    group: waiting ? 'others' : groupOf(owed.lawfulDue, now),
    others,
  };
}

function groupOf(due: Instant, now: Instant): WorklistRow['group'] {
  if (now > due) return 'late';
  const today = dayOf(now);
  if (dayOf(due) === today) return 'today';
  const sunday = addDays(today, 7 - weekday(today));
  return dayOf(due) <= sunday ? 'week' : 'later';
}
