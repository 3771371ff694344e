import { computeLimit, dayOf, endOfDay, parseInstant } from '../time/index.ts';
import type { Instant } from '../time/index.ts';
import { amountOf } from './amount.ts';
import { evaluate } from './evaluate.ts';
import type { Scene, Subject } from './fact.ts';
import { resolve } from './resolve.ts';
import type { DutyReading, OwedDuty } from './owed.ts';
import type { Duty } from './primitive.ts';
import { subjectsOf } from './vocabulary.ts';

/**
 * The duty of that name for the subject, or undefined while it has not begun. All rules of the name apply together;
 * the earliest lawful day counts and the others stay in the derivation.
 */
export function owedFor(duty: string, scene: Scene, subject: Subject): OwedDuty | undefined {
  const readings = scene.law.duties
    .filter((rule) => rule.duty === duty && rule.per === subject.per)
    .map((rule) => readDuty(rule, scene, subject))
    .filter((reading) => reading !== undefined)
    .sort((a, b) =>
      a.limit.lawfulDueAt < b.limit.lawfulDueAt
        ? -1
        : a.limit.lawfulDueAt > b.limit.lawfulDueAt
          ? 1
          : a.rule.id < b.rule.id
            ? -1
            : 1,
    );
  const [first, ...rest] = readings;
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
    readings: [first, ...rest],
  };
}

/** A duty never looks at the clock: what happened, whenever it happened, starts and ends it. */
const always = '9999-12-31T23:59:59+08:00' as Instant;

function readDuty(rule: Duty, scene: Scene, subject: Subject): DutyReading | undefined {
  const timeless: Scene = { ...scene, asOf: always };
  const start = startOf(rule, timeless, subject);
  if (start === undefined) return undefined;
  const day = dayOf(start.from);
  if (day < rule.inForce.from || (rule.inForce.until !== undefined && day > rule.inForce.until))
    return undefined;
  if (rule.when !== undefined && evaluate(rule.when, timeless, subject).truth !== 'true') return undefined;
  const n = amountOf(rule.within.n, timeless, subject);
  if (n === undefined) return undefined;
  const limit = computeLimit({
    from: start.from,
    span: { n, unit: rule.within.unit },
    roll: rule.within.roll,
    calendar: scene.law.calendar,
  });
  const { reading } = resolve(rule.until, timeless, subject);
  const metAt = reading.known && reading.value !== false ? reading.since : undefined;
  return { rule, startLabel: start.label, n, limit, ...(metAt === undefined ? {} : { metAt }) };
}

function startOf(rule: Duty, scene: Scene, subject: Subject): { from: Instant; label: string } | undefined {
  if (typeof rule.start === 'string') {
    const { reading, use } = resolve(rule.start, scene, subject);
    if (!reading.known || reading.value === false) return undefined;
    const from = reading.since ?? parseInstant(reading.value);
    return from === undefined ? undefined : { from, label: use.label };
  }
  // From the end of another duty: when it is kept per subject, from the end of the last one.
  const { endOf } = rule.start;
  const inner = scene.law.duties.find((other) => other.duty === endOf);
  if (inner === undefined) return undefined;
  const ends: Instant[] = [];
  for (const one of subjectsOf(inner.per, scene)) {
    const owed = owedFor(endOf, scene, one);
    if (owed === undefined) return undefined;
    ends.push(
      owed.metAt !== undefined && owed.metAt < owed.lawfulDueAt
        ? owed.metAt
        : endOfDay(dayOf(owed.lawfulDueAt)),
    );
  }
  const last = ends.sort().at(-1);
  return last === undefined ? undefined : { from: last, label: `${inner.label}届满` };
}
