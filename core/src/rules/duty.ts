import { computeLimit, dayNumber, dayOf, endOfDay, parseDay, parseInstant } from '../time/index.ts';
import type { Calendar, Day, Instant, LimitInput, LimitResult, Span, Suspension } from '../time/index.ts';
import { amountOf } from './amount.ts';
import { byKey } from '../by-key.ts';
import { editionDay, governs } from './edition.ts';
import { evaluate } from './evaluate.ts';
import { onDay, timelessOf } from './moments.ts';
import type { Scene } from './fact.ts';
import type { Subject } from './subject.ts';
import { labelOf, readingOf } from './resolve.ts';
import type { CountedExtension, DutyReading, OwedDuty } from './owed.ts';
import type { Duty, DutyExtension } from './primitive.ts';
import { subjectsOf } from './vocabulary.ts';

const named = byKey<Duty>((rule) => [rule.duty]);

/**
 * The duty of that name for the subject, or undefined while it has not begun. All rules of the name apply together;
 * the earliest lawful day counts and the others stay in the derivation.
 */
export function owedFor(duty: string, scene: Scene, subject: Subject): OwedDuty | undefined {
  const readings: DutyReading[] = [];
  for (const rule of named(scene.law.duties, duty)) {
    if (rule.per !== subject.per) continue;
    const reading = readDuty(rule, scene, subject);
    if (reading !== undefined) readings.push(reading);
  }
  const [first, ...rest] = readings.sort(earliestFirst);
  if (first === undefined) return undefined;
  return {
    duty,
    label: first.rule.label,
    subject,
    from: first.limit.from,
    dueAt: first.limit.dueAt,
    lawfulDueAt: first.limit.lawfulDueAt,
    ...(first.metAt === undefined ? {} : { metAt: first.metAt }),
    provisional: readings.some((reading) => reading.limit.provisional),
    suspended: first.limit.open,
    readings: [first, ...rest],
  };
}

function earliestFirst(a: DutyReading, b: DutyReading): number {
  if (a.limit.lawfulDueAt !== b.limit.lawfulDueAt) return a.limit.lawfulDueAt < b.limit.lawfulDueAt ? -1 : 1;
  return a.rule.id < b.rule.id ? -1 : 1;
}

function readDuty(rule: Duty, scene: Scene, subject: Subject): DutyReading | undefined {
  const timeless = timelessOf(scene);
  const start = startOf(rule, timeless, subject);
  if (start === undefined) return undefined;
  const day = dayOf(start.from);
  if (!governs(rule, scene, day)) return undefined;
  const then = onDay(timeless, editionDay(rule, scene.state, day));
  if (rule.when !== undefined && evaluate(rule.when, then, subject).truth !== 'true') return undefined;
  const n = amountOf(rule.within.n, then, subject);
  if (n === undefined) return undefined;
  const suspensions = suspensionsOf(rule, then, subject);
  const input: LimitInput = {
    from: start.from,
    span: { n, unit: rule.within.unit },
    roll: rule.within.roll,
    suspensions,
    calendar: scene.law.calendar,
  };
  const { limit: nominal, calendar, extensions, shorter } = told(rule, input, then, subject);
  const limit =
    rule.within.lateBy === undefined
      ? nominal
      : lateByUnit(rule.within.lateBy, nominal, { ...input, calendar });
  const metAt = rule.until === undefined ? undefined : momentOf(rule.until, then, subject);
  return {
    rule,
    startLabel: start.label,
    n,
    limit,
    extensions,
    suspensions,
    plainDue:
      extensions.length + suspensions.length === 0
        ? limit.due
        : computeLimit({ ...input, suspensions: [], calendar }).due,
    shorter,
    metAt,
  };
}

interface Counted {
  readonly limit: LimitResult;
  readonly extensions: readonly CountedExtension[];
  readonly calendar: Calendar;
  readonly shorter?: Day;
}

/**
 * The limit by the present calendar. A party was told its last day when the limit began: by a calendar that has been
 * replaced since, that day stays where it is the later one. The agency's own limits follow the present calendar alone.
 */
function told(rule: Duty, input: LimitInput, scene: Scene, subject: Subject): Counted {
  const present: Counted = extended(rule, input, scene, subject);
  if (rule.within.roll !== 'party') return present;
  let latest = present;
  for (const { calendar, until } of scene.law.earlierCalendars ?? []) {
    if (input.from >= until) continue;
    const before: Counted = extended(rule, { ...input, calendar }, scene, subject);
    if (before.limit.lawfulDueAt > latest.limit.lawfulDueAt) latest = before;
  }
  if (latest === present) return present;
  // What is still provisional is so by the present calendar: the one that was replaced has nothing more to expect.
  const { due, provisional } = present.limit;
  return { ...latest, limit: { ...latest.limit, provisional }, shorter: due };
}

/** Two days of an open unit: nobody is late while either reading still leaves time. */
function lateByUnit(unit: Span['unit'], nominal: LimitResult, input: LimitInput): LimitResult {
  const lenient = computeLimit({ ...input, span: { n: input.span.n, unit } });
  return lenient.lawfulDueAt <= nominal.lawfulDueAt
    ? nominal
    : {
        ...nominal,
        lawfulDue: lenient.lawfulDue,
        lawfulDueAt: lenient.lawfulDueAt,
        rolledOver: [],
        provisional: nominal.provisional || lenient.provisional,
      };
}

/**
 * Lengthens a limit by what was granted, one after the other. A span granted after the end lengthens nothing: a limit
 * that is over cannot be brought back by it. A day is granted to whoever missed the end, and counts whenever it was.
 */
function extended(rule: Duty, plain: LimitInput, scene: Scene, subject: Subject): Counted {
  let limit = computeLimit(plain);
  const spans: Span[] = [];
  const extensions: CountedExtension[] = [];
  for (const extension of rule.extend ?? []) {
    const at = momentOf(extension.granted, scene, subject);
    const span = spanOf(extension, limit, scene, subject);
    // Nothing to lengthen by: where no law provides for it the number is nought.
    if (at === undefined || span === undefined || span.n < 1) continue;
    if (!('to' in extension) && at > limit.lawfulDueAt) continue;
    spans.push(span);
    limit = computeLimit({ ...plain, extensions: [...spans] });
    extensions.push({ ...span, at, clauses: extension.clauses, due: limit.due });
  }
  return { limit, extensions, calendar: plain.calendar };
}

function spanOf(
  extension: DutyExtension,
  limit: LimitResult,
  scene: Scene,
  subject: Subject,
): Span | undefined {
  if (!('to' in extension)) {
    const n = amountOf(extension.n, scene, subject);
    return n === undefined ? undefined : { n, unit: extension.unit };
  }
  const reading = readingOf(extension.to, scene, subject);
  const day = reading.known ? parseDay(reading.value) : undefined;
  return day === undefined ? undefined : { n: dayNumber(day) - dayNumber(limit.nominal), unit: 'day' };
}

function suspensionsOf(rule: Duty, scene: Scene, subject: Subject): readonly Suspension[] {
  return (rule.suspend ?? []).flatMap(({ from: begin, to: end, label }) => {
    const ends = momentsOf(end, scene, subject);
    return momentsOf(begin, scene, subject).map((from) => {
      const to = ends.find((moment) => moment >= from);
      return to === undefined ? { from, label } : { from, to, label };
    });
  });
}

/** Each moment at which a fact came about, oldest first. */
function momentsOf(reference: string, scene: Scene, subject: Subject): readonly Instant[] {
  const reading = readingOf(reference, scene, subject);
  if (!reading.known || reading.value === false || reading.since === undefined) return [];
  return reading.moments ?? [reading.since];
}

/** When a fact came to hold; undefined while it does not. */
function momentOf(reference: string, scene: Scene, subject: Subject): Instant | undefined {
  const reading = readingOf(reference, scene, subject);
  return reading.known && reading.value !== false ? reading.since : undefined;
}

function startOf(rule: Duty, scene: Scene, subject: Subject): { from: Instant; label: string } | undefined {
  if (typeof rule.start === 'string') {
    const reading = readingOf(rule.start, scene, subject);
    if (!reading.known || reading.value === false) return undefined;
    const from = reading.since ?? parseInstant(reading.value);
    return from === undefined ? undefined : { from, label: labelOf(rule.start, scene, subject) };
  }
  if ('every' in rule.start) {
    // The subject is the period itself, and of this duty only when it is a period of its list.
    if (subject.at === undefined || !subject.id.startsWith(`${rule.start.of}/`)) return undefined;
    return { from: subject.at, label: `${subject.label}结束` };
  }
  const { endOf } = rule.start;
  const ends = (typeof endOf === 'string' ? [endOf] : endOf)
    .map((duty) => endOfDuty(duty, rule, scene, subject))
    .filter((end) => end !== undefined);
  // One that stands still has no end yet from which anything could begin; one that never began is none to wait for.
  if (ends.length === 0 || ends.some((end) => end.at === undefined)) return undefined;
  const last = ends
    .map(({ at, label }) => ({ at: at as Instant, label }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1);
  return last === undefined ? undefined : { from: last.at, label: `${last.label}届满` };
}

/**
 * The end of another duty: the subject's own where both are about the same kind of thing, else of the last of all.
 * Undefined when it has not begun; without `at` when it has no end yet.
 */
function endOfDuty(
  duty: string,
  rule: Duty,
  scene: Scene,
  subject: Subject,
): { readonly at: Instant | undefined; readonly label: string } | undefined {
  const [inner] = named(scene.law.duties, duty);
  if (inner === undefined) return undefined;
  const ends: Instant[] = [];
  for (const one of inner.per === rule.per ? [subject] : subjectsOf(inner.per, scene)) {
    const owed = scene.owed(duty, scene, one);
    if (owed === undefined) return undefined;
    if (owed.suspended && owed.metAt === undefined) return { at: undefined, label: inner.label };
    ends.push(
      owed.metAt !== undefined && owed.metAt < owed.lawfulDueAt
        ? owed.metAt
        : endOfDay(dayOf(owed.lawfulDueAt)),
    );
  }
  const last = ends.sort().at(-1);
  return last === undefined ? undefined : { at: last, label: inner.label };
}
