import type { Actor, AgencyState, CaseSummary, Delegation, Law, Role } from '@zhaozhang/core';
import { delegationsTo, rolesOn } from '@zhaozhang/core';
import { addDays, dayOf, weekday } from '@zhaozhang/core/time';
import type { Instant } from '@zhaozhang/core/time';
import type { ObligationRow, Store } from '@zhaozhang/store';
import type { Worklist, WorklistRow } from '../contract/index.ts';
import { obligationOf, obligationView } from './obligation.ts';
import { isRaisedTo, raisedRows, raisedView, seesRaised } from './raised.ts';

const mineAtMost = 300;
const othersAtMost = 100;

/** The law of today, and with the bindings yet to begin: by that one the agency's own rows stand. */
export interface Laws {
  readonly today: Law;
  readonly foreseen: Law;
}

/**
 * What one officer owes, soonest first; what lies on heads they sign for; what has risen to them; and what others owe in
 * the cases they handle. The lists are asked for together: one wait, however many there are.
 */
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
  const given = delegationsTo(agency, officer, now);
  const lent = given.flatMap((one) => rolesOn(agency, one.delegator, dayOf(now)));
  const [mine, waiting, signing, risen] = await Promise.all([
    store.obligations(agency.id, { assignee: officer ?? '', roles, openOnly: true, limit: mineAtMost }),
    store.obligations(agency.id, {
      roles: ['party', 'agency-head', 'unit-head'],
      openOnly: true,
      limit: othersAtMost,
    }),
    lent.length === 0
      ? []
      : store.obligations(agency.id, { roles: lent, assignee: '', openOnly: true, limit: mineAtMost }),
    seesRaised(roles) ? raisedRows(store, agency, laws.today, now) : [],
  ]);
  const isMine = (row: ObligationRow): boolean => mine.some((one) => same(one, row));
  const forOthers = signing
    .filter((row) => !isMine(row))
    .flatMap((row) => {
      const delegation = given.find((one) => lends(one, row, agency, now));
      return delegation === undefined ? [] : [{ row, delegation }];
    });
  const raised = risen.filter(
    (one) =>
      isRaisedTo(one, officer, roles) &&
      !isMine(one.row.row) &&
      !forOthers.some(({ row }) => same(row, one.row.row)),
  );
  const others = waiting.filter(
    (row) =>
      officer !== undefined &&
      !isOwn(row) &&
      !(obligationOf(row).lapses && now > obligationOf(row).lawfulDue) &&
      (row.summary as unknown as CaseSummary).handlers.includes(officer) &&
      !isMine(row) &&
      !forOthers.some((one) => same(one.row, row)) &&
      !raised.some((one) => same(one.row.row, row)),
  );
  return {
    now,
    rows: [
      ...mine.map((row) => rowView(row, agency, laws, now, officer, false)),
      ...forOthers.map(({ row, delegation }) => ({
        ...rowView(row, agency, laws, now, officer, false),
        inPlaceOf: agency.officers[delegation.delegator]?.name ?? delegation.delegator,
      })),
      ...raised.map((one) => ({
        ...rowView(one.row.row, agency, laws, now, officer, false),
        group: 'raised' as const,
        raised: raisedView(one, agency, now),
      })),
      ...others.map((row) => rowView(row, agency, laws, now, officer, true)),
    ],
  };
}

/** Does a delegation let its holder do this for whoever gave it? Up to which sum is seen when the case is opened. */
function lends(delegation: Delegation, row: ObligationRow, agency: AgencyState, now: Instant): boolean {
  const { owedBy, matter } = obligationOf(row);
  return (
    matter !== undefined &&
    delegation.matters.includes(matter) &&
    rolesOn(agency, delegation.delegator, dayOf(now)).some((role) => role === owedBy)
  );
}

function same(one: ObligationRow, other: ObligationRow): boolean {
  return one.stream === other.stream && one.id === other.id;
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
