import { absencesOf, codeLabel, delegationsOf, roleLabels, stands, yuanText } from '@zhaozhang/core';
import type { ActContext } from '@zhaozhang/core';
import { dayOf } from '@zhaozhang/core/time';
import type { AgencyView } from '../contract/index.ts';

/** Who is away or will be, who signs for whom, and who does the work of a vacant post; what is over is left out. */
export function absenceViews({
  refs,
  law,
  now,
}: ActContext): Pick<AgencyView, 'away' | 'delegations' | 'acting'> {
  const { agency } = refs;
  const today = dayOf(now);
  const nameOf = (officer: string): string => agency.officers[officer]?.name ?? officer;
  const byStart = (a: { from: string }, b: { from: string }): number => (a.from < b.from ? -1 : 1);
  return {
    away: absencesOf(agency)
      .filter(({ until }) => until >= today)
      .map(({ id, officer, reason, from, until }) => ({
        ...{ id, officer: nameOf(officer), reason: codeLabel(law, 'absence-reason', reason), from, until },
        now: from <= today,
      }))
      .sort(byStart),
    delegations: delegationsOf(agency)
      .filter(({ until, revokedAt }) => until >= today && revokedAt === undefined)
      .map((one) => ({
        id: one.id,
        delegator: nameOf(one.delegator),
        delegate: nameOf(one.delegate),
        matters: one.matters.map((matter) => codeLabel(law, 'delegated-matter', matter)),
        ...(one.upTo === undefined ? {} : { upTo: yuanText(one.upTo) }),
        from: one.from,
        until: one.until,
        ...(one.document === undefined ? {} : { document: one.document }),
        standing: stands(one, now) ? ('now' as const) : ('ahead' as const),
      }))
      .sort(byStart),
    acting: agency.appointments
      .filter((post) => post.acting === true && (post.until === undefined || post.until >= today))
      .map(({ officer, role, unit, from, until }) => ({
        officer: nameOf(officer),
        post: `${unit === undefined ? '' : (agency.units[unit]?.name ?? '')}${roleLabels[role]}`,
        from,
        ...(until === undefined ? {} : { until }),
      })),
  };
}
