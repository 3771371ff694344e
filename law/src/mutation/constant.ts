import type { Condition } from '@zhaozhang/core';

/** Conditions that always and never hold: every case has itself as its one subject. */
export const alwaysTrue: Condition = { some: { per: 'case' } };
export const alwaysFalse: Condition = { none: { per: 'case' } };

/** A reference to what never becomes known: no parameter bears this name. */
export const never = 'param.never-set';

/** Folds constants and double negations away, so that two ways of writing one change are seen to be one. */
export function folded(condition: Condition): Condition {
  if (typeof condition === 'string') return condition;
  if ('not' in condition) {
    const inner = folded(condition.not);
    if (inner === alwaysTrue) return alwaysFalse;
    if (inner === alwaysFalse) return alwaysTrue;
    return typeof inner === 'object' && 'not' in inner ? inner.not : { not: inner };
  }
  if ('all' in condition) return joined(condition.all, alwaysFalse, alwaysTrue, (parts) => ({ all: parts }));
  if ('any' in condition) return joined(condition.any, alwaysTrue, alwaysFalse, (parts) => ({ any: parts }));
  return condition;
}

function joined(
  parts: readonly Condition[],
  decisive: Condition,
  idle: Condition,
  join: (parts: readonly Condition[]) => Condition,
): Condition {
  const rest = parts.map(folded).filter((part) => part !== idle);
  if (rest.includes(decisive)) return decisive;
  const [first, ...others] = rest;
  if (first === undefined) return idle;
  return others.length === 0 ? first : join(rest);
}
