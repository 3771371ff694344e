import type { Value } from '../canonical.ts';
import { computeLimit, dayOf, latestDayBefore, parseInstant } from '../time/index.ts';
import type { Instant } from '../time/index.ts';
import { amountOf } from './amount.ts';
import type { Comparison, Condition, Literal, OverSubjects } from './condition.ts';
import type { FactUse } from './fact-use.ts';
import type { Scene } from './fact.ts';
import type { Subject } from './subject.ts';
import { literalSide, resolve } from './resolve.ts';
import { subjectsOf } from './vocabulary.ts';

export type Truth = 'true' | 'false' | 'unknown';

/** The outcome of a condition. */
export interface Verdict {
  readonly truth: Truth;
  /** Not decided only because the form has not been filled in yet. */
  readonly open: boolean;
  /** Every fact that told; worked out when somebody asks, for hundreds of conditions are asked of each act. */
  facts(): readonly FactUse[];
  /** When it is only a matter of time: the last day to wait for. */
  until?(): Instant | undefined;
}

/**
 * Three-valued evaluation (Kleene): unknown is neither true nor false and says what would settle it. A part that settles
 * the whole ends it; what the others would have told is looked at only where the facts are asked for.
 */
export function evaluate(condition: Condition, scene: Scene, subject: Subject): Verdict {
  if (typeof condition === 'string') return compare(condition, scene, subject, (value) => value === true);
  if ('all' in condition) return every(ofParts(condition.all, scene, subject));
  if ('any' in condition) return some(ofParts(condition.any, scene, subject));
  if ('not' in condition) return negate(evaluate(condition.not, scene, subject));
  if ('elapsed' in condition) return elapsed(condition.elapsed, scene, subject);
  if ('leadTime' in condition) return leadTime(condition.leadTime, scene, subject);
  if ('duty' in condition) return ofDuty(condition.duty, condition.is, scene, subject);
  if ('known' in condition) {
    const { reading, shown, ofInput } = resolve(condition.known, scene, subject);
    return {
      truth: reading.known ? 'true' : 'false',
      open: !reading.known && ofInput,
      facts: () => [shown()],
    };
  }
  if ('every' in condition) {
    const { where, that } = eachOf(condition.every, scene);
    return every({ count: where.length, at: (n) => some(pair(negate(verdictAt(where, n)), () => that(n))) });
  }
  if ('some' in condition) return some(both(condition.some, scene));
  if ('none' in condition) return negate(some(both(condition.none, scene)));
  if ('count' in condition) return count(condition.count, scene, subject);
  return comparison(condition, scene, subject);
}

/** Parts of a whole, each worked out when it is come to. */
interface Parts {
  readonly count: number;
  at(n: number): Verdict;
}

function ofParts(conditions: readonly Condition[], scene: Scene, subject: Subject): Parts {
  return {
    count: conditions.length,
    at: (n) => evaluate(conditions[n] as Condition, scene, subject),
  };
}

function pair(first: Verdict, second: () => Verdict): Parts {
  const parts = [() => first, second];
  return { count: parts.length, at: (n) => parts[n]?.() ?? certainlyNot };
}

function verdictAt(verdicts: readonly Verdict[], n: number): Verdict {
  return verdicts[n] ?? certainlyNot;
}

function comparison(condition: Comparison, scene: Scene, subject: Subject): Verdict {
  if ('is' in condition) {
    const [reference, literal] = condition.is;
    return against(reference, [literal], scene, subject, (value, [wanted]) => value === wanted);
  }
  if ('in' in condition) {
    const [reference, literals] = condition.in;
    return against(reference, literals, scene, subject, (value, listed) => {
      const allowed = itemsOf(listed);
      return Array.isArray(value) ? value.some((item) => allowed.includes(item)) : allowed.includes(value);
    });
  }
  // Each of several is among them. An empty list has nothing outside, so it is for another rule to ask for something.
  if ('only' in condition) {
    const [reference, literals] = condition.only;
    return against(reference, literals, scene, subject, (value, listed) => {
      const allowed = itemsOf(listed);
      return Array.isArray(value) ? value.every((item) => allowed.includes(item)) : allowed.includes(value);
    });
  }
  if ('atLeast' in condition)
    return bound(condition.atLeast, scene, subject, (value, limit) => value >= limit);
  if ('atMost' in condition) return bound(condition.atMost, scene, subject, (value, limit) => value <= limit);
  if ('before' in condition) return ordered(condition.before, scene, subject, (a, b) => a < b);
  if ('after' in condition) return ordered(condition.after, scene, subject, (a, b) => a > b);
  return ordered(condition.sameAs, scene, subject, (a, b) => a === b);
}

/** What a parameter or fact lists stands for its items. */
function itemsOf(listed: readonly Value[]): readonly Value[] {
  if (!listed.some((one) => Array.isArray(one))) return listed;
  return listed.flatMap((one) => (Array.isArray(one) ? (one as readonly Value[]) : [one]));
}

function compare(
  reference: string,
  scene: Scene,
  subject: Subject,
  holds: (value: Value) => boolean,
): Verdict {
  const { reading, shown, ofInput } = resolve(reference, scene, subject);
  // A fact about what is being filled in reads as something even with an empty form; it stays open until filled.
  return {
    truth: !reading.known ? 'unknown' : holds(reading.value) ? 'true' : 'false',
    open: ofInput,
    facts: () => [shown()],
  };
}

function bound(
  [reference, literal]: readonly [string, Literal],
  scene: Scene,
  subject: Subject,
  holds: (value: number, limit: number) => boolean,
): Verdict {
  return against(
    reference,
    [literal],
    scene,
    subject,
    (value, [limit]) => typeof value === 'number' && typeof limit === 'number' && holds(value, limit),
  );
}

/**
 * Compares with what stands on the right. A parameter without value or a fact not known there leaves the outcome
 * unknown unless another one settles it: taken for false, its negation would open a gate.
 */
function against(
  reference: string,
  literals: readonly Literal[],
  scene: Scene,
  subject: Subject,
  holds: (value: Value, sides: readonly Value[]) => boolean,
): Verdict {
  const sides = literals.map((literal) => literalSide(literal, scene, subject));
  const known = sides.map((side) => side.value).filter((value) => value !== undefined);
  const verdict = compare(reference, scene, subject, (value) => holds(value, known));
  const unsettled = known.length < sides.length && verdict.truth === 'false';
  return {
    ...verdict,
    truth: unsettled ? 'unknown' : verdict.truth,
    open: verdict.open || sides.some((side) => side.ofInput),
  };
}

function ordered(
  [left, right]: readonly [string, string],
  scene: Scene,
  subject: Subject,
  holds: (a: Value, b: Value) => boolean,
): Verdict {
  const a = resolve(left, scene, subject);
  const b = resolve(right, scene, subject);
  const known = a.reading.known && b.reading.known;
  return {
    truth: !known ? 'unknown' : holds(a.reading.value, b.reading.value) ? 'true' : 'false',
    open: a.ofInput || b.ofInput,
    facts: () => [a.shown(), b.shown()],
  };
}

function elapsed(
  rule: Extract<Condition, { elapsed: unknown }>['elapsed'],
  scene: Scene,
  subject: Subject,
): Verdict {
  const { reading, shown, ofInput } = resolve(rule.since, scene, subject);
  const n = amountOf(rule.n, scene, subject);
  const from = reading.known ? (reading.since ?? parseInstant(reading.value)) : undefined;
  if (from === undefined || n === undefined)
    return { truth: 'unknown', open: ofInput, facts: () => [shown()] };
  const limit = computeLimit({
    from,
    span: { n, unit: rule.unit },
    roll: rule.roll,
    calendar: scene.law.calendar,
  });
  const over = scene.asOf > limit.lawfulDueAt;
  return {
    truth: over ? 'true' : 'false',
    open: ofInput,
    facts: () => [shown()],
    ...(over ? {} : { until: () => limit.lawfulDueAt }),
  };
}

function leadTime(
  rule: Extract<Condition, { leadTime: unknown }>['leadTime'],
  scene: Scene,
  subject: Subject,
): Verdict {
  const { reading, shown, ofInput } = resolve(rule.before, scene, subject);
  const n = amountOf(rule.n, scene, subject);
  const event = reading.known ? (reading.since ?? parseInstant(reading.value)) : undefined;
  if (event === undefined || n === undefined)
    return { truth: 'unknown', open: ofInput, facts: () => [shown()] };
  const last = latestDayBefore(dayOf(event), { n, unit: rule.unit }, scene.law.calendar);
  return { truth: dayOf(scene.asOf) <= last ? 'true' : 'false', open: ofInput, facts: () => [shown()] };
}

function ofDuty(duty: string, is: 'late' | 'ended' | 'met', scene: Scene, subject: Subject): Verdict {
  const owed = scene.owed(duty, scene, subject);
  if (owed === undefined) return { truth: 'unknown', open: false, facts: noFacts };
  const met = owed.metAt !== undefined && owed.metAt <= scene.asOf;
  const over = !owed.suspended && scene.asOf > owed.lawfulDueAt;
  const facts = (): readonly FactUse[] => [
    {
      fact: `duty.${duty}`,
      label: owed.label,
      ...(subject.per === 'case' ? {} : { subject: subject.label }),
      value: met ? 'met' : over ? 'late' : 'open',
      since: owed.from,
    },
  ];
  const holds = is === 'met' ? met : is === 'late' ? !met && over : met || over;
  const waiting = is === 'ended' && !holds ? { until: () => owed.lawfulDueAt } : {};
  return { truth: holds ? 'true' : 'false', open: false, facts, ...waiting };
}

/**
 * The subjects that belong or may belong, each with whether it does, and whether it holds. One that may belong counts as
 * perhaps, never as absent.
 */
function eachOf(
  rule: OverSubjects,
  scene: Scene,
): { readonly where: readonly Verdict[]; readonly that: (n: number) => Verdict } {
  const items: Subject[] = [];
  const where: Verdict[] = [];
  for (const item of subjectsOf(rule.per, scene)) {
    const belongs = rule.where === undefined ? truth(true) : evaluate(rule.where, scene, item);
    if (belongs.truth === 'false' && !belongs.open) continue;
    items.push(item);
    where.push(belongs);
  }
  const { that } = rule;
  return {
    where,
    that: (n) => (that === undefined ? truth(true) : evaluate(that, scene, items[n] as Subject)),
  };
}

function both(rule: OverSubjects, scene: Scene): Parts {
  const { where, that } = eachOf(rule, scene);
  return { count: where.length, at: (n) => every(pair(verdictAt(where, n), () => that(n))) };
}

function count(
  rule: OverSubjects & { readonly atLeast?: Literal; readonly atMost?: Literal },
  scene: Scene,
  subject: Subject,
): Verdict {
  const items = all(both(rule, scene));
  const sure = items.filter((item) => item.truth === 'true').length;
  const possible = items.filter((item) => item.truth !== 'false').length;
  const least = rule.atLeast === undefined ? undefined : literalSide(rule.atLeast, scene, subject);
  const most = rule.atMost === undefined ? undefined : literalSide(rule.atMost, scene, subject);
  const parts = [
    least === undefined
      ? truth(true)
      : within(
          least.value,
          (limit) => sure >= limit,
          (limit) => possible >= limit,
        ),
    most === undefined
      ? truth(true)
      : within(
          most.value,
          (limit) => possible <= limit,
          (limit) => sure <= limit,
        ),
  ];
  return {
    truth: every({ count: parts.length, at: (n) => verdictAt(parts, n) }).truth,
    open: items.some((item) => item.open) || least?.ofInput === true || most?.ofInput === true,
    facts: () => items.flatMap((item) => item.facts()),
  };
}

/** Surely within the limit, perhaps, or surely not; a limit not known leaves it unknown. */
function within(
  limit: Value | undefined,
  sure: (limit: number) => boolean,
  perhaps: (limit: number) => boolean,
): Verdict {
  if (typeof limit !== 'number') return { truth: 'unknown', open: false, facts: noFacts };
  return { truth: sure(limit) ? 'true' : perhaps(limit) ? 'unknown' : 'false', open: false, facts: noFacts };
}

export const noFacts = (): readonly FactUse[] => [];
export const certainly: Verdict = { truth: 'true', open: false, facts: noFacts };
const certainlyNot: Verdict = { truth: 'false', open: false, facts: noFacts };

function truth(value: boolean): Verdict {
  return value ? certainly : certainlyNot;
}

function negate({ truth, open, facts }: Verdict): Verdict {
  return { truth: truth === 'true' ? 'false' : truth === 'false' ? 'true' : 'unknown', open, facts };
}

function every(parts: Parts): Verdict {
  return joined(parts, 'false', 'true');
}

function some(parts: Parts): Verdict {
  return joined(parts, 'true', 'false');
}

function all({ count, at }: Parts, seen: readonly Verdict[] = []): readonly Verdict[] {
  return Array.from({ length: count }, (_, n) => seen[n] ?? at(n));
}

/** `decisive` settles the whole at once; otherwise an unknown part leaves it unknown. */
function joined(parts: Parts, decisive: Truth, otherwise: Truth): Verdict {
  const seen: Verdict[] = [];
  let [loose, unsettled, unsettledOpen, anyOpen] = [false, false, false, false];
  const come = (result: Truth, open: boolean): Verdict => {
    const telling = () => tellingOf(all(parts, seen), result, decisive);
    return {
      truth: result,
      open,
      facts: () => telling().flatMap((part) => part.facts()),
      until: () => untilOf(all(parts, seen), telling(), result, decisive),
    };
  };
  for (let n = 0; n < parts.count; n++) {
    const part = parts.at(n);
    seen.push(part);
    if (part.truth === decisive) {
      if (!part.open) return come(decisive, false);
      loose = true;
    } else if (part.truth === 'unknown') {
      unsettled = true;
      unsettledOpen ||= part.open;
    }
    anyOpen ||= part.open;
  }
  if (loose) return come(decisive, true);
  return unsettled ? come('unknown', unsettledOpen) : come(otherwise, anyOpen);
}

/** The parts that made it come out so: the decisive ones, those that leave it unknown, or all. */
function tellingOf(parts: readonly Verdict[], result: Truth, decisive: Truth): readonly Verdict[] {
  if (result === decisive) {
    const deciding = parts.filter((part) => part.truth === decisive);
    return [...deciding.filter((part) => !part.open), ...deciding.filter((part) => part.open)];
  }
  return result === 'unknown' ? parts.filter((part) => part.truth === 'unknown') : parts;
}

/** Of several that must all end the last counts, of several any of which suffices the first. */
function untilOf(
  parts: readonly Verdict[],
  telling: readonly Verdict[],
  result: Truth,
  decisive: Truth,
): Instant | undefined {
  const waiting = decisive === 'false' && result === 'false' ? telling : parts;
  const until = waiting
    .map((part) => part.until?.())
    .filter((wait) => wait !== undefined)
    .sort()
    .at(decisive === 'true' ? 0 : -1);
  const onlyTime =
    decisive === 'true' ? result !== 'true' : telling.every((part) => part.until?.() !== undefined);
  return onlyTime ? until : undefined;
}
