import { canonical } from '../canonical.ts';
import { governsOn } from './edition.ts';
import type { Law } from './law.ts';
import type { Primitive } from './primitive.ts';

/** Rules that govern on a day, each under what it says. Since when it does is not asked: two laws may differ in that alone. */
export function saidOn<R extends Primitive>(rules: readonly R[], day: string): ReadonlyMap<string, R> {
  return new Map(
    rules
      .filter(({ inForce }) => governsOn(inForce, day))
      .map((rule) => {
        const { inForce: _, ...says } = rule;
        const exceptions =
          rule.primitive === 'gate'
            ? rule.exceptions
                .filter((one) => governsOn(one.inForce, day))
                .map(({ inForce: __, ...lifts }) => lifts)
            : [];
        return [canonical({ ...says, exceptions } as never), rule];
      }),
  );
}

/** Rules of the one that the other has not. */
export function without<R>(rules: ReadonlyMap<string, R>, others: ReadonlyMap<string, R>): readonly R[] {
  return [...rules].filter(([says]) => !others.has(says)).map(([, rule]) => rule);
}

/** What one law asks on a day that the other does not, and the other way round; a rule that reads otherwise is in both. */
export function ruleDifference(
  before: Law,
  after: Law,
  day: string,
): { readonly added: readonly Primitive[]; readonly dropped: readonly Primitive[] } {
  const [was, is] = [before, after].map(({ gates, needs, duties, tables }) =>
    saidOn<Primitive>([...gates, ...needs, ...duties, ...tables], day),
  );
  return was === undefined || is === undefined
    ? { added: [], dropped: [] }
    : { added: without(is, was), dropped: without(was, is) };
}
