import type { Condition } from '@zhaozhang/core';
import { changesOf, conditionWords } from './condition-changes.ts';
import type { ConditionWord } from './condition-changes.ts';
import { alwaysFalse, alwaysTrue, folded } from './constant.ts';
import type { Operator } from './operator.ts';

/** A condition of a rule and the rule with another in its place. */
export interface Site<R> {
  readonly condition: Condition;
  put(rule: R, condition: Condition): R;
}

/**
 * Every way of spoiling a condition, as operators of the rule it stands in. A condition that comes to always or never
 * is left out where the rule has an operator of its own for that: removing a gate is not counted a second time.
 */
export function conditionOperators<R>(
  id: string,
  place: string,
  sitesOf: (rule: R) => readonly Site<R>[],
  counted: { readonly always: boolean; readonly never: boolean },
): readonly Operator<R>[] {
  return (Object.keys(conditionWords) as ConditionWord[]).map((word) => {
    const [says, write] = conditionWords[word];
    return {
      id: `${id}.${word}`,
      says: `${place}：${says}`,
      write,
      variants: (rule, params) =>
        sitesOf(rule).flatMap(({ condition, put }) =>
          changesOf(condition, params)
            .filter((change) => change.word === word)
            .map((change) => ({ at: change.at, becomes: folded(change.becomes) }))
            .filter(
              ({ becomes }) =>
                (counted.always || becomes !== alwaysTrue) && (counted.never || becomes !== alwaysFalse),
            )
            .map(({ at, becomes }) => ({ at, change: (current) => put(current, becomes) })),
        ),
    };
  });
}
