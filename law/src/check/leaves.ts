import type { Condition, PlainText } from '@zhaozhang/core';

export type Leaf = Exclude<
  Condition,
  string | { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }
>;
type Path = readonly PropertyKey[];

export interface PlacedLeaf {
  readonly leaf: Leaf;
  readonly path: Path;
}

/** Every comparison in the conditions of a rule, however deep it lies. */
export function leavesOf(rule: PlainText): readonly PlacedLeaf[] {
  return (['when', 'unless', 'instead'] as const).flatMap((key) => {
    const condition = (rule as Partial<Record<typeof key, Condition>>)[key];
    return condition === undefined ? [] : within(condition, [key]);
  });
}

function within(condition: Condition, path: Path): readonly PlacedLeaf[] {
  if (typeof condition === 'string') return [];
  if ('all' in condition)
    return condition.all.flatMap((part, index) => within(part, [...path, 'all', index]));
  if ('any' in condition)
    return condition.any.flatMap((part, index) => within(part, [...path, 'any', index]));
  if ('not' in condition) return within(condition.not, [...path, 'not']);
  const inner = (['every', 'some', 'none', 'count'] as const).flatMap((word) => {
    const over = (condition as Partial<Record<typeof word, { where?: Condition; that?: Condition }>>)[word];
    return over === undefined
      ? []
      : (['where', 'that'] as const).flatMap((part) => {
          const one = over[part];
          return one === undefined ? [] : within(one, [...path, word, part]);
        });
  });
  return [{ leaf: condition, path }, ...inner];
}
