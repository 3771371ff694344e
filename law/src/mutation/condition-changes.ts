import type { Condition, Law } from '@zhaozhang/core';
import { amountsBesides } from './amount-changes.ts';
import { alwaysFalse, alwaysTrue } from './constant.ts';
import { otherEnds, otherUnit } from './spans.ts';

/** The ways of spoiling a condition, with the example that notices. */
export const conditionWords = {
  'leaf-negated': ['其中一项反过来', '写这一项成立和不成立的示例各一个'],
  'leaf-true': ['其中一项当作总是成立', '写一个只有这一项不成立的示例'],
  'leaf-false': ['其中一项当作总不成立', '写一个只靠这一项成立的示例'],
  joined: ['“都要”与“有一即可”对调', '写一个只有一部分成立的示例'],
  'choice-removed': ['所列各项去掉一项', '为所列的每一项各写一个示例'],
  bound: ['数目加一、减一', '写恰好等于这个数目和差一个的示例'],
  boundary: ['先后的界限上，相等时的结果反过来', '写两个时刻恰好相等的示例'],
  span: ['日数加一、减一', '写末日当日和次日的示例'],
  'span-unit': ['日数的单位换掉', '写一个跨过周末的示例'],
  'span-roll': [
    '末日遇休息日的处理换掉（按工作日、小时计的不会落在休息日，不换）',
    '写一个末日在休息日的示例',
  ],
  quantifier: ['“每一个”与“有一个”对调', '写一个只有一部分成立的示例'],
  'duty-state': ['期限的状态换掉', '写期限未满、已满和已经履行的示例'],
} as const;
export type ConditionWord = keyof typeof conditionWords;

export interface ConditionChange {
  readonly word: ConditionWord;
  /** The part that is changed, as written. */
  readonly at: string;
  readonly becomes: Condition;
}

type Of<K extends string> = Extract<Condition, { readonly [key in K]: unknown }>;
type Literal = Of<'is'>['is'][1];
type Over = Of<'every'>['every'];

/** Every way of spoiling one part of a condition, however deep it lies. */
export function changesOf(condition: Condition, params: Law['params']): readonly ConditionChange[] {
  if (typeof condition === 'string') return ofLeaf(condition);
  if ('not' in condition) return within(condition.not, params, (not) => ({ not }));
  if ('all' in condition)
    return [
      ...joined(condition, condition.all, { any: condition.all }),
      ...parts(condition.all, params, 'all'),
    ];
  if ('any' in condition)
    return [
      ...joined(condition, condition.any, { all: condition.any }),
      ...parts(condition.any, params, 'any'),
    ];
  return [...ofLeaf(condition), ...ofWord(condition, params)];
}

function ofLeaf(leaf: Condition): readonly ConditionChange[] {
  return [
    { word: 'leaf-negated', at: shown(leaf), becomes: { not: leaf } },
    { word: 'leaf-true', at: shown(leaf), becomes: alwaysTrue },
    { word: 'leaf-false', at: shown(leaf), becomes: alwaysFalse },
  ];
}

type Leaf = Exclude<Condition, string | Of<'not'> | Of<'all'> | Of<'any'>>;

function ofWord(leaf: Leaf, params: Law['params']): readonly ConditionChange[] {
  const at = shown(leaf);
  const turned = (word: ConditionWord, becomes: Condition): ConditionChange => ({ word, at, becomes });
  if ('in' in leaf) {
    const [what, choices] = leaf.in;
    if (choices.length < 2) return [];
    return choices.map((choice, index) => ({
      word: 'choice-removed',
      at: `${at} 去掉 ${shown(choice)}`,
      becomes: { in: [what, choices.toSpliced(index, 1)] },
    }));
  }
  if ('only' in leaf) {
    const [what, choices] = leaf.only;
    if (choices.length < 2) return [];
    return choices.map((choice, index) => ({
      word: 'choice-removed',
      at: `${at} 去掉 ${shown(choice)}`,
      becomes: { only: [what, choices.toSpliced(index, 1)] },
    }));
  }
  if ('atLeast' in leaf) return bounds(leaf.atLeast[1], params, (n) => ({ atLeast: [leaf.atLeast[0], n] }));
  if ('atMost' in leaf) return bounds(leaf.atMost[1], params, (n) => ({ atMost: [leaf.atMost[0], n] }));
  if ('before' in leaf) return [turned('boundary', { not: { after: leaf.before } })];
  if ('after' in leaf) return [turned('boundary', { not: { before: leaf.after } })];
  if ('elapsed' in leaf) return ofElapsed(leaf.elapsed, params, at);
  if ('leadTime' in leaf)
    return [
      ...spans(leaf.leadTime.n, params, (n) => ({ leadTime: { ...leaf.leadTime, n } })),
      turned('span-unit', {
        leadTime: { ...leaf.leadTime, unit: leaf.leadTime.unit === 'day' ? 'workday' : 'day' },
      }),
    ];
  if ('every' in leaf)
    return [turned('quantifier', { some: leaf.every }), ...over(leaf.every, params, (every) => ({ every }))];
  if ('some' in leaf)
    return [turned('quantifier', { every: leaf.some }), ...over(leaf.some, params, (some) => ({ some }))];
  if ('none' in leaf) return over(leaf.none, params, (none) => ({ none }));
  if ('count' in leaf) {
    const { atLeast, atMost } = leaf.count;
    return [
      ...(atLeast === undefined
        ? []
        : bounds(atLeast, params, (n) => ({ count: { ...leaf.count, atLeast: n } }))),
      ...(atMost === undefined
        ? []
        : bounds(atMost, params, (n) => ({ count: { ...leaf.count, atMost: n } }))),
      ...over(leaf.count, params, (counted) => ({ count: { ...leaf.count, ...counted } })),
    ];
  }
  if ('duty' in leaf)
    return (['late', 'ended', 'met'] as const)
      .filter((is) => is !== leaf.is)
      .map((is) => ({ word: 'duty-state', at: `${at} 换成 ${is}`, becomes: { ...leaf, is } }));
  return [];
}

function ofElapsed(
  elapsed: Of<'elapsed'>['elapsed'],
  params: Law['params'],
  at: string,
): readonly ConditionChange[] {
  return [
    ...spans(elapsed.n, params, (n) => ({ elapsed: { ...elapsed, n } })),
    { word: 'span-unit', at, becomes: { elapsed: { ...elapsed, unit: otherUnit[elapsed.unit] } } },
    ...otherEnds(elapsed).map(
      (roll): ConditionChange => ({ word: 'span-roll', at, becomes: { elapsed: { ...elapsed, roll } } }),
    ),
  ];
}

function spans(
  n: Of<'elapsed'>['elapsed']['n'],
  params: Law['params'],
  put: (n: Of<'elapsed'>['elapsed']['n']) => Condition,
): readonly ConditionChange[] {
  return amountsBesides(n, params).map(({ at, becomes }) => ({ word: 'span', at, becomes: put(becomes) }));
}

function bounds(
  limit: Literal,
  params: Law['params'],
  put: (n: number) => Condition,
): readonly ConditionChange[] {
  const n = typeof limit === 'object' && 'param' in limit ? params[limit.param]?.value : limit;
  if (typeof n !== 'number') return [];
  return [n + 1, n - 1].map((other) => ({
    word: 'bound',
    at: `${shown(limit)} 换成 ${other}`,
    becomes: put(other),
  }));
}

function over(rule: Over, params: Law['params'], put: (rule: Over) => Condition): readonly ConditionChange[] {
  return [
    ...(rule.where === undefined ? [] : within(rule.where, params, (where) => put({ ...rule, where }))),
    ...(rule.that === undefined ? [] : within(rule.that, params, (that) => put({ ...rule, that }))),
  ];
}

function joined(whole: Condition, all: readonly Condition[], other: Condition): readonly ConditionChange[] {
  return all.length < 2 ? [] : [{ word: 'joined', at: shown(whole), becomes: other }];
}

function parts(
  all: readonly Condition[],
  params: Law['params'],
  join: 'all' | 'any',
): readonly ConditionChange[] {
  return all.flatMap((part, index) =>
    within(part, params, (changed) => {
      const rest = all.with(index, changed);
      return join === 'all' ? { all: rest } : { any: rest };
    }),
  );
}

function within(
  inner: Condition,
  params: Law['params'],
  put: (inner: Condition) => Condition,
): readonly ConditionChange[] {
  return changesOf(inner, params).map((change) => ({ ...change, becomes: put(change.becomes) }));
}

function shown(part: Condition | Literal): string {
  return typeof part === 'string' ? part : JSON.stringify(part);
}
