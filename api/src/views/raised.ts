import { absenceOn, escalations, nearBy, rolesOn } from '@zhaozhang/core';
import type { AgencyState, CaseSummary, Law, Obligation, Raised, RaisedWhy, Role } from '@zhaozhang/core';
import { dayOf, endOfDay, formatDay } from '@zhaozhang/core/time';
import type { Instant } from '@zhaozhang/core/time';
import type { ObligationRow, Store } from '@zhaozhang/store';
import type { WorklistRow } from '../contract/index.ts';
import { obligationOf } from './obligation.ts';

const atMost = 300;

/** A stored duty as the core looks at it, with the row it stands in. */
export interface RaisedRow {
  readonly owed: Obligation;
  readonly handlers: readonly string[];
  readonly row: ObligationRow;
}

/** Whom one sees what has risen: heads what lies below them, who keeps the records what nobody above can help. */
export function seesRaised(roles: readonly Role[]): boolean {
  return roles.some((role) => role === 'unit-head' || role === 'agency-head' || role === 'administrator');
}

/**
 * Duties that may have risen, in one round trip: those near their day, and, only while somebody is away, those that lie
 * on whoever is. Which have risen, and to whom, the core says.
 */
export async function raisedRows(
  store: Store,
  agency: AgencyState,
  law: Law,
  now: Instant,
): Promise<readonly Raised<RaisedRow>[]> {
  const today = dayOf(now);
  const away = Object.keys(agency.officers).filter(
    (officer) => absenceOn(agency, officer, today) !== undefined,
  );
  const roles = [...new Set(away.flatMap((officer) => rolesOn(agency, officer, today)))];
  const found = await Promise.all([
    store.obligations(agency.id, {
      ...{ openOnly: true, limit: atMost },
      until: endOfDay(nearBy(law, today) ?? today),
    }),
    ...(away.length === 0
      ? []
      : [store.obligations(agency.id, { ...{ openOnly: true, limit: atMost }, assignees: away, roles })]),
  ]);
  const once = new Map(found.flat().map((row) => [`${row.stream} ${row.id}`, row]));
  const rows = [...once.values()].map((row) => ({ owed: obligationOf(row), handlers: handlersIn(row), row }));
  return escalations(rows, agency, law, now);
}

function handlersIn({ stream, summary }: ObligationRow): readonly string[] {
  return stream.startsWith('agency/') ? [] : (summary as unknown as CaseSummary).handlers;
}

/** Is it put before this person? */
export function isRaisedTo(
  { to }: Raised<RaisedRow>,
  officer: string | undefined,
  roles: readonly Role[],
): boolean {
  return to.length === 0 ? roles.includes('administrator') : officer !== undefined && to.includes(officer);
}

/** Why it has risen, and what whoever sees it can do: nobody gains a power by seeing it. */
export function raisedView(
  { row: { owed }, why, bearers }: Raised<RaisedRow>,
  agency: AgencyState,
  now: Instant,
): NonNullable<WorklistRow['raised']> {
  const names = bearers.map((officer) => agency.officers[officer]?.name ?? officer).join('、');
  return { why: whyWords(why, names, bearers, agency, now), help: helpWords(owed, why) };
}

function whyWords(
  why: RaisedWhy,
  names: string,
  bearers: readonly string[],
  agency: AgencyState,
  now: Instant,
): string {
  switch (why) {
    case 'vacant':
      return '现在没有人任这一职位';
    case 'late':
      return `已经逾期，${names}尚未办理`;
    case 'soon':
      return `临近到期，${names}尚未办理`;
    case 'absent': {
      const until = bearers
        .map((officer) => absenceOn(agency, officer, dayOf(now))?.until)
        .filter((day) => day !== undefined)
        .sort()[0];
      return until === undefined
        ? `${names}不在，没有授权他人代签`
        : `${names}不在，到 ${formatDay(until)}，没有授权他人代签`;
    }
  }
}

function helpWords({ owedBy }: Obligation, why: RaisedWhy): string {
  if (owedBy === 'handlers' || owedBy === 'former-handlers' || owedBy === 'registrar')
    return why === 'absent' ? '可以在案卷中另行指派承办人' : '可以催办，或者在案卷中另行指派承办人';
  if (why === 'absent' || why === 'vacant')
    return '可以由其书面授权代签，或者由管理员登记主持工作；本人有权的，可以直接办理';
  return '可以催办；本人有权的，可以直接办理';
}
