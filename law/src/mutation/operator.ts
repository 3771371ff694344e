import type { Law } from '@zhaozhang/core';

/** One way of spoiling a rule: what it does to it, and what example would notice. */
export interface Operator<R> {
  /** Primitive, place and change, such as `gate.unless.leaf-negated`. */
  readonly id: string;
  /** What is changed, in the words of a legal officer. */
  readonly says: string;
  /** The example to write when no example notices. */
  readonly write: string;
  variants(rule: R, params: Law['params']): readonly Variant<R>[];
}

/** One mutant: where in the rule, and the rule as it then stands; undefined when it is taken out. */
export interface Variant<R> {
  /** The spot in the rule, in its own words; empty when it is the rule as a whole. */
  readonly at: string;
  change(rule: R): R | undefined;
}

/** An operator that takes the whole rule out, or changes it in the one way it can be changed. */
export function whole<R>(change: (rule: R) => R | undefined): readonly Variant<R>[] {
  return [{ at: '', change }];
}

/** Taken from a list one at a time; the last one is left alone, for without it the rule itself would be gone. */
export function withoutEach<R, T>(
  items: readonly T[],
  name: (item: T) => string,
  change: (rule: R, rest: readonly T[]) => R,
): readonly Variant<R>[] {
  if (items.length < 2) return [];
  return items.map((item, index) => ({
    at: name(item),
    change: (rule) => change(rule, items.toSpliced(index, 1)),
  }));
}

/** The same thing without one of its properties. */
export function without<T extends object, K extends keyof T>(thing: T, key: K): Omit<T, K> {
  const { [key]: _gone, ...rest } = thing;
  return rest;
}
