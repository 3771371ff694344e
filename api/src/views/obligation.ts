import { actLabel, explain, roleLabels, status } from '@zhaozhang/core';
import type { AgencyState, DerivedReading, Law, Obligation, Owed } from '@zhaozhang/core';
import { dayOf, daysBetween, endOfTime } from '@zhaozhang/core/time';
import type { Instant } from '@zhaozhang/core/time';
import type { ObligationRow } from '@zhaozhang/store';
import type { ObligationView } from '../contract/index.ts';
import { clausesView } from './refusal.ts';

/** A stored duty as the core's obligation. */
export function obligationOf(row: ObligationRow): Obligation {
  const derivation = row.derivation as unknown as {
    subjectLabel: string;
    lapses: boolean;
    suspended: boolean;
    act?: string;
    matter?: string;
    readings: readonly DerivedReading[];
  };
  const at = (text: string | undefined): Instant => (text ?? endOfTime) as Instant;
  return {
    id: row.id,
    duty: row.duty,
    label: row.label,
    per: row.per,
    subject: row.subject,
    subjectLabel: derivation.subjectLabel,
    owedBy: row.owedBy as Owed,
    assignees: row.assignees,
    lapses: derivation.lapses,
    suspended: derivation.suspended,
    ...(derivation.act === undefined ? {} : { act: derivation.act }),
    ...(derivation.matter === undefined ? {} : { matter: derivation.matter }),
    from: at(row.fromAt),
    due: at(row.dueAt),
    lawfulDue: at(row.lawfulDueAt),
    remind: at(row.remindAt),
    ...(row.metAt === undefined ? {} : { met: row.metAt as Instant }),
    provisional: row.provisional,
    clauses: row.clauses,
    derivation: { readings: derivation.readings },
  };
}

/** A duty as people see it, with its standing at the legal clock. */
export function obligationView(
  owed: Obligation,
  stream: string,
  law: Law,
  agency: AgencyState,
  now: Instant,
): ObligationView {
  return {
    id: owed.id,
    stream,
    label: owed.label,
    subject: owed.per === 'case' ? '' : owed.subjectLabel,
    owedBy: owedByLabel(owed, agency),
    ...(owed.act === undefined ? {} : { act: owed.act, actLabel: actLabel(owed.act) }),
    from: owed.from,
    due: owed.due,
    lawfulDue: owed.lawfulDue,
    ...(owed.met === undefined ? {} : { met: owed.met }),
    status: status(owed, now),
    left: leftWords(owed, law, now),
    provisional: owed.provisional,
    lapses: owed.lapses,
    clauses: clausesView(owed.clauses, law),
    derivation: {
      sentences: [...explain(owed, law)],
      readings: owed.derivation.readings.map((reading) => ({
        startLabel: reading.startLabel,
        from: reading.from,
        n: reading.n,
        unit: reading.unit,
        roll: reading.roll,
        firstDay: reading.firstDay,
        due: reading.due,
        lawfulDue: reading.lawfulDue,
        skipped: [...reading.skipped],
        makeupCounted: [...reading.makeupCounted],
        rolledOver: [...reading.rolledOver],
        provisional: reading.provisional,
        clauses: clausesView(reading.clauses, law),
      })),
    },
  };
}

function owedByLabel(owed: Obligation, agency: AgencyState): string {
  if (owed.owedBy === 'party') return '当事人';
  const { owedBy } = owed;
  if (owedBy !== 'handlers' && owedBy !== 'former-handlers' && owedBy !== 'registrar')
    return roleLabels[owedBy];
  const names = owed.assignees.map((id) => agency.officers[id]?.name ?? id);
  if (names.length > 0) return names.join('、');
  return owedBy === 'former-handlers' ? '原承办人' : '承办人';
}

/** Counted in hours: it ends at a moment, not with a day. */
function isClock(owed: Obligation): boolean {
  const unit = owed.derivation.readings[0]?.unit;
  return unit === 'hour' || unit === 'minute';
}

function clockWords(owed: Obligation, now: Instant): string {
  return now > owed.lawfulDue
    ? '今天已经逾期'
    : `今天 ${owed.lawfulDue.slice('2026-01-01T'.length, '2026-01-01T00:00'.length)} 到期`;
}

/** 今天到期 · 剩 2 个工作日 · 逾期 1 日, counted to the lawful day in the unit of the rule that governs. */
export function leftWords(owed: Obligation, law: Law, now: Instant): string {
  if (owed.met !== undefined) return owed.met > owed.lawfulDue ? '已办（逾期）' : '已办';
  const today = dayOf(now);
  const last = dayOf(owed.lawfulDue);
  if (owed.suspended) return '中止计算';
  if (owed.lapses && now > owed.lawfulDue) return '已届满';
  if (today > last) return `逾期 ${daysBetween(last, today)} 日`;
  if (today === last) return isClock(owed) ? clockWords(owed, now) : '今天到期';
  if (now < owed.from) return `${daysBetween(today, dayOf(owed.from))} 日后开始`;
  const workdays = owed.derivation.readings[0]?.unit === 'workday';
  return workdays
    ? `剩 ${law.calendar.workdaysBetween(today, last)} 个工作日`
    : `剩 ${daysBetween(today, last)} 日`;
}
