import type { Value } from '../canonical.ts';
import { computeLimit, dayOf, instant, latestDayBefore, parseInstant } from '../time/index.ts';
import type { Instant } from '../time/index.ts';
import { amountOf } from './amount.ts';
import type { Comparison, Condition, Literal, OverSubjects } from './condition.ts';
import type { FactUse } from './fact-use.ts';
import type { Scene } from './fact.ts';
import type { Subject } from './subject.ts';
import { literalSide, resolve } from './resolve.ts';
import { subjectsOf } from './vocabulary.ts';

export type Truth = 'true' | 'false' | 'unknown';

/** The outcome of a condition with every fact it looked at. */
export interface Verdict {
  readonly truth: Truth;
  /** Not decided only because the form has not been filled in yet. */
  readonly open: boolean;
  readonly facts: readonly FactUse[];
  /** When it is only a matter of time: the last day to wait for. */
  readonly until?: Instant;
}

/** Three-valued evaluation (Kleene): unknown is neither true nor false and says what would settle it. */
export function evaluate(condition: Condition, scene: Scene, subject: Subject): Verdict {
  if (typeof condition === 'string') return compare(condition, scene, subject, (value) => value === true);
  if ('all' in condition) return every(condition.all.map((part) => evaluate(part, scene, subject)));
  if ('any' in condition) return some(condition.any.map((part) => evaluate(part, scene, subject)));
  if ('not' in condition) return negate(evaluate(condition.not, scene, subject));
  if ('elapsed' in condition) return elapsed(condition.elapsed, scene, subject);
  if ('leadTime' in condition) return leadTime(condition.leadTime, scene, subject);
  if ('duty' in condition) return ofDuty(condition.duty, condition.is, scene, subject);
  if ('known' in condition) {
    const { reading, use, ofInput } = resolve(condition.known, scene, subject);
    return { truth: reading.known ? 'true' : 'false', open: !reading.known && ofInput, facts: [use] };
  }
  if ('every' in condition)
    return every(over(condition.every, scene).map(({ where, that }) => some([negate(where), that])));
  if ('some' in condition) return some(both(condition.some, scene));
  if ('none' in condition) return negate(some(both(condition.none, scene)));
  if ('count' in condition) return count(condition.count, scene, subject);
  return comparison(condition, scene, subject);
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
  return listed.flatMap((one) => (Array.isArray(one) ? (one as readonly Value[]) : [one]));
}

function compare(
  reference: string,
  scene: Scene,
  subject: Subject,
  holds: (value: Value) => boolean,
): Verdict {
  const { reading, use, ofInput } = resolve(reference, scene, subject);
  if (!reading.known) return { truth: 'unknown', open: ofInput, facts: [use] };
  // A fact about what is being filled in reads as something even with an empty form; it stays open until filled.
  return { truth: holds(reading.value) ? 'true' : 'false', open: ofInput, facts: [use] };
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
  const facts = [a.use, b.use];
  if (!a.reading.known || !b.reading.known) return { truth: 'unknown', open: a.ofInput || b.ofInput, facts };
  return {
    truth: holds(a.reading.value, b.reading.value) ? 'true' : 'false',
    open: a.ofInput || b.ofInput,
    facts,
  };
}

function elapsed(
  rule: Extract<Condition, { elapsed: unknown }>['elapsed'],
  scene: Scene,
  subject: Subject,
): Verdict {
  const { reading, use, ofInput } = resolve(rule.since, scene, subject);
  const n = amountOf(rule.n, scene, subject);
  const from = reading.known ? (reading.since ?? parseInstant(reading.value)) : undefined;
  if (from === undefined || n === undefined) return { truth: 'unknown', open: ofInput, facts: [use] };
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
    facts: [use],
    ...(over ? {} : { until: limit.lawfulDueAt }),
  };
}

function leadTime(
  rule: Extract<Condition, { leadTime: unknown }>['leadTime'],
  scene: Scene,
  subject: Subject,
): Verdict {
  const { reading, use, ofInput } = resolve(rule.before, scene, subject);
  const n = amountOf(rule.n, scene, subject);
  const event = reading.known ? (reading.since ?? parseInstant(reading.value)) : undefined;
  if (event === undefined || n === undefined) return { truth: 'unknown', open: ofInput, facts: [use] };
  const last = latestDayBefore(dayOf(event), { n, unit: rule.unit }, scene.law.calendar);
  return { truth: dayOf(scene.asOf) <= last ? 'true' : 'false', open: ofInput, facts: [use] };
}

function ofDuty(duty: string, is: 'late' | 'ended' | 'met', scene: Scene, subject: Subject): Verdict {
  const owed = scene.owed(duty, scene, subject);
  if (owed === undefined) return { truth: 'unknown', open: false, facts: [] };
  const met = owed.metAt !== undefined && owed.metAt <= scene.asOf;
  const over = !owed.suspended && scene.asOf > owed.lawfulDueAt;
  const facts: FactUse[] = [
    {
      fact: `duty.${duty}`,
      label: owed.label,
      ...(subject.per === 'case' ? {} : { subject: subject.label }),
      value: met ? 'met' : over ? 'late' : 'open',
      since: owed.from,
    },
  ];
  const holds = is === 'met' ? met : is === 'late' ? !met && over : met || over;
  const waiting = is === 'ended' && !holds ? { until: owed.lawfulDueAt } : {};
  return { truth: holds ? 'true' : 'false', open: false, facts, ...waiting };
}

/** Each subject with whether it belongs and whether it holds. One that may belong counts as perhaps, never as absent. */
function over(rule: OverSubjects, scene: Scene): { where: Verdict; that: Verdict }[] {
  return subjectsOf(rule.per, scene)
    .map((item) => ({
      where: rule.where === undefined ? truth(true) : evaluate(rule.where, scene, item),
      that: rule.that === undefined ? truth(true) : evaluate(rule.that, scene, item),
    }))
    .filter(({ where }) => where.truth !== 'false' || where.open);
}

function both(rule: OverSubjects, scene: Scene): Verdict[] {
  return over(rule, scene).map(({ where, that }) => every([where, that]));
}

function count(
  rule: OverSubjects & { readonly atLeast?: Literal; readonly atMost?: Literal },
  scene: Scene,
  subject: Subject,
): Verdict {
  const items = both(rule, scene);
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
    truth: every(parts).truth,
    open: items.some((item) => item.open) || least?.ofInput === true || most?.ofInput === true,
    facts: items.flatMap((item) => item.facts),
  };
}

/** Surely within the limit, perhaps, or surely not; a limit not known leaves it unknown. */
function within(
  limit: Value | undefined,
  sure: (limit: number) => boolean,
  perhaps: (limit: number) => boolean,
): Verdict {
  if (typeof limit !== 'number') return { truth: 'unknown', open: false, facts: [] };
  return { truth: sure(limit) ? 'true' : perhaps(limit) ? 'unknown' : 'false', open: false, facts: [] };
}

function truth(value: boolean): Verdict {
  return { truth: value ? 'true' : 'false', open: false, facts: [] };
}

function negate(verdict: Verdict): Verdict {
  const flipped: Truth = verdict.truth === 'true' ? 'false' : verdict.truth === 'false' ? 'true' : 'unknown';
  return { truth: flipped, open: verdict.open, facts: verdict.facts };
}

function every(parts: readonly Verdict[]): Verdict {
  return joined(parts, 'false', 'true');
}

function some(parts: readonly Verdict[]): Verdict {
  return joined(parts, 'true', 'false');
}

/** `decisive` settles the whole at once; otherwise an unknown part leaves it unknown. Facts of decisive parts only. */
function joined(parts: readonly Verdict[], decisive: Truth, otherwise: Truth): Verdict {
  const firm = parts.filter((part) => part.truth === decisive && !part.open);
  const loose = parts.filter((part) => part.truth === decisive && part.open);
  const unsettled = parts.filter((part) => part.truth === 'unknown');
  const result: Truth =
    firm.length + loose.length > 0 ? decisive : unsettled.length > 0 ? 'unknown' : otherwise;
  const telling = result === decisive ? [...firm, ...loose] : result === 'unknown' ? unsettled : parts;
  const open =
    result === decisive
      ? firm.length === 0
      : result === 'unknown'
        ? unsettled.some((part) => part.open)
        : parts.some((part) => part.open);
  const waits = (decisive === 'false' && result === 'false' ? telling : parts).map((part) => part.until);
  // Of several that must all end the last counts, of several any of which suffices the first.
  const until = waits
    .filter((wait) => wait !== undefined)
    .sort()
    .at(decisive === 'true' ? 0 : -1);
  const onlyTime =
    until !== undefined && (decisive === 'true' ? result !== 'true' : telling.every((part) => part.until));
  return {
    truth: result,
    open,
    facts: telling.flatMap((part) => part.facts),
    ...(onlyTime ? { until: instant(until) } : {}),
  };
}
