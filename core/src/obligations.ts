import { endOf, takenAfterEnd } from './case/course/over.ts';
import type { CaseEnd } from './case/course/over.ts';
import { cessionOf } from './case/ceding/ceding.ts';
import { openDepartures } from './case/handlers/handing-over.ts';
import { handlersOf } from './case/reading.ts';
import { agencyPers } from './authority/subjects.ts';
import type { AgencyState } from './authority/state.ts';
import { openingOf } from './case/kind.ts';
import { emptyCase } from './case/state.ts';
import type { CaseState } from './case/state.ts';
import { addDays, addMinutes, dayOf, endOfDay, startOfDay } from './time/index.ts';
import type { Day, Instant } from './time/index.ts';
import { amountOf } from './rules/amount.ts';
import { borrowedFor } from './rules/edition.ts';
import type { Scene } from './rules/fact.ts';
import type { Per, Subject } from './rules/subject.ts';
import type { Law } from './rules/law.ts';
import type { CountedExtension, DutyReading, OwedDuty } from './rules/owed.ts';
import type { Owed } from './rules/primitive.ts';
import { sceneOfAll } from './rules/scene.ts';
import { subjectsOf } from './rules/vocabulary.ts';

/** One thing owed. Rows change when the file or the law changes, never because time passes. */
export interface Obligation {
  readonly id: string;
  readonly duty: string;
  readonly label: string;
  readonly per: string;
  readonly subject: string;
  readonly subjectLabel: string;
  readonly owedBy: Owed;
  /** Officers it lies on by name; empty when it lies on a role. */
  readonly assignees: readonly string[];
  /** A window somebody may use: when it ends nothing is late. */
  readonly lapses: boolean;
  /** The act that discharges it, and of an approval the matter. */
  readonly act?: string;
  readonly matter?: string;
  readonly from: Instant;
  /** End of the nominal day: what warnings look at. */
  readonly due: Instant;
  /** End of the lawful day: late from the moment after. */
  readonly lawfulDue: Instant;
  readonly remind: Instant;
  readonly met?: Instant;
  readonly provisional: boolean;
  /** The limit stands still for now: nothing of it is late. */
  readonly suspended: boolean;
  readonly clauses: readonly string[];
  readonly derivation: Derivation;
}

/** How a date came about: every rule that speaks to it, the governing one first. */
export interface Derivation {
  readonly readings: readonly DerivedReading[];
}

export interface DerivedReading {
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly startLabel: string;
  readonly from: Instant;
  readonly n: number;
  readonly unit: string;
  readonly unitBasis: string;
  readonly roll: 'party' | 'agency' | 'restraint';
  /** The unit by which it is late, where the text leaves the unit open. */
  readonly lateBy?: string;
  readonly firstDay: Day;
  readonly due: Day;
  readonly lawfulDue: Day;
  readonly skipped: readonly { readonly day: Day; readonly kind: string; readonly name?: string }[];
  readonly makeupCounted: readonly { readonly day: Day; readonly name?: string }[];
  readonly rolledOver: readonly { readonly day: Day; readonly kind: string; readonly name?: string }[];
  readonly provisional: boolean;
  /** The last day as it would be without extensions and suspensions. */
  readonly plainDue: Day;
  readonly extensions: readonly CountedExtension[];
  readonly suspensions: readonly { readonly from: Instant; readonly to?: Instant; readonly label: string }[];
  readonly suspendedDays: number;
  /** The last day by the present calendar, where the one told to the party is later and stays. */
  readonly shorter?: Day;
  readonly assumption?: string;
  /** Of a rule that another kind of enforcement lends (参照): why it is followed here. */
  readonly borrowed?: string;
}

/** Everything owed in a case, or by an agency on its own account, under a law; met or not. */
export function obligations(of: CaseState | AgencyState, law: Law): readonly Obligation[] {
  const own = !('entries' in of);
  const state = own ? emptyCase(of.stream, of.id) : of;
  const scene = sceneOfAll(state, law, own ? { agency: of, series: {} } : undefined);
  const end = endOf(state);
  const rows: Obligation[] = [];
  const subjects = new Map<Per, readonly Subject[]>();
  for (const { duty, per } of dutiesBySubject(law.duties)) {
    if (agencyPers.includes(per) !== own) continue;
    // Dozens of duties ask for the same subjects, and their labels are written out in words.
    const those = subjects.get(per) ?? subjectsOf(per, scene);
    subjects.set(per, those);
    for (const subject of those) {
      const owed = scene.owed(duty, scene, subject);
      if (owed !== undefined) rows.push(rowOf(state, scene, subject, owed));
    }
  }
  const ended = end === undefined ? rows : rows.flatMap((row) => endedWith(end, row));
  // What is still owed is owed by whoever has the file.
  return cessionOf(state) === undefined ? ended : ended.filter(({ met }) => met !== undefined);
}

/**
 * What can no longer be done in a case that ended without a decision is no longer owed. A day that was missed before stays
 * missed: it ended with the case, late.
 */
function endedWith(end: CaseEnd, row: Obligation): readonly Obligation[] {
  if (row.met !== undefined || row.act === undefined) return [row];
  if (takenAfterEnd.includes(row.act)) return [row];
  return row.lawfulDue < end.at && !row.lapses ? [{ ...row, met: end.at }] : [];
}

interface DutyOf {
  readonly duty: string;
  readonly per: Per;
}

const listed = new WeakMap<Law['duties'], readonly DutyOf[]>();

/** Names of duties with what they are per, each once; a law is asked for every case there is. */
function dutiesBySubject(duties: Law['duties']): readonly DutyOf[] {
  let found = listed.get(duties);
  if (found === undefined) {
    const names = new Map(duties.map(({ duty, per }) => [`${duty} ${per}`, { duty, per }]));
    found = [...names.values()];
    listed.set(duties, found);
  }
  return found;
}

function rowOf(state: CaseState, scene: Scene, subject: Subject, owed: OwedDuty): Obligation {
  const [governing] = owed.readings;
  const { rule } = governing;
  return {
    id: `${owed.duty}/${subject.id}`,
    duty: owed.duty,
    label: owed.label,
    per: subject.per,
    subject: subject.id,
    subjectLabel: subject.label,
    owedBy: rule.owedBy,
    assignees: namedFor(rule.owedBy, state, subject),
    lapses: rule.lapses === true,
    ...(rule.act === undefined ? {} : { act: rule.act }),
    ...(rule.matter === undefined ? {} : { matter: rule.matter }),
    from: owed.from,
    due: owed.dueAt,
    lawfulDue: owed.lawfulDueAt,
    remind: remindAt(governing, scene, subject),
    ...(owed.metAt === undefined ? {} : { met: owed.metAt }),
    provisional: owed.provisional,
    suspended: owed.suspended,
    clauses: [...new Set(owed.readings.flatMap((reading) => reading.rule.clauses))],
    derivation: { readings: owed.readings.map((reading) => derived(reading, state)) },
  };
}

/** Officers a duty lies on by name. */
function namedFor(owedBy: Owed, state: CaseState, subject: Subject): readonly string[] {
  if (owedBy === 'handlers') return handlersOf(state);
  if (owedBy === 'former-handlers')
    return openDepartures(state)
      .filter(({ assignment }) => assignment.id === subject.id)
      .map(({ officer }) => officer);
  const registrar = owedBy === 'registrar' ? openingOf(state)?.by.officer : undefined;
  return registrar === undefined ? [] : [registrar];
}

const minutesInHour = 60;

/**
 * When to begin to warn: so many days before the nominal day, counted back in the rule's own unit; of a limit that ends
 * at a moment, so many hours before it.
 */
function remindAt(reading: DutyReading, scene: Scene, subject: Subject): Instant {
  const due = reading.limit.due;
  const before = reading.rule.remind;
  const n = before === undefined ? undefined : amountOf(before.n, scene, subject);
  const { from, dueAt } = reading.limit;
  if (before === undefined || n === undefined) return endOfDay(due) < dueAt ? endOfDay(due) : dueAt;
  if (before.unit === 'hour') {
    const moment = addMinutes(dueAt, -n * minutesInHour);
    return moment < from ? from : moment;
  }
  const day = before.unit === 'workday' ? scene.law.calendar.nthWorkdayBefore(due, n) : addDays(due, -n);
  const begin = dayOf(reading.limit.from);
  if (day < begin) return startOfDay(begin);
  return startOfDay(day);
}

function derived(reading: DutyReading, state: CaseState): DerivedReading {
  const { rule, limit } = reading;
  const borrowed = borrowedFor(rule, state);
  return {
    rule: rule.id,
    clauses: rule.clauses,
    startLabel: reading.startLabel,
    from: limit.from,
    n: reading.n,
    unit: rule.within.unit,
    unitBasis: rule.within.unitBasis,
    roll: rule.within.roll,
    ...(rule.within.lateBy === undefined ? {} : { lateBy: rule.within.lateBy }),
    firstDay: limit.firstDay,
    due: limit.due,
    lawfulDue: limit.lawfulDue,
    skipped: limit.skipped,
    makeupCounted: limit.makeupCounted,
    rolledOver: limit.rolledOver,
    provisional: limit.provisional,
    plainDue: reading.plainDue,
    extensions: reading.extensions,
    suspensions: reading.suspensions,
    suspendedDays: limit.suspendedDays,
    ...(reading.shorter === undefined ? {} : { shorter: reading.shorter }),
    ...(rule.assumption === undefined ? {} : { assumption: rule.assumption }),
    ...(borrowed === undefined ? {} : { borrowed }),
  };
}
