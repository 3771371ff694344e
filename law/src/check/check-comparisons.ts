import { factDefinitions } from '@zhaozhang/core';
import type { Fault } from '../fault.ts';
import type { Library } from '../library.ts';
import { paramOf } from './check-spans.ts';
import type { Leaf, PlacedLeaf } from './leaves.ts';
import { leavesOf } from './leaves.ts';
import { ruleFault } from './rule-fault.ts';
import { allRules } from './rule-texts.ts';
import type { PackRule } from './rule-texts.ts';

type Sort = 'bool' | 'number' | 'moment' | 'word' | 'list';

const sortWords: Readonly<Record<Sort, string>> = {
  bool: '是非',
  number: '数目',
  moment: '日期',
  word: '选项或者文字',
  list: '清单',
};

const ofTypes: Readonly<Record<string, Sort>> = {
  bool: 'bool',
  int: 'number',
  money: 'number',
  day: 'moment',
  instant: 'moment',
  enum: 'word',
  text: 'word',
  longtext: 'word',
  list: 'list',
};

/** Comparisons that can never come out true, because the two sides are of different sorts. */
export function checkComparisons(library: Library): readonly Fault[] {
  return allRules(library).flatMap((one) =>
    leavesOf(one.rule.value).flatMap((placed) => ofLeaf(library, one, placed)),
  );
}

function ofLeaf(library: Library, one: PackRule, { leaf, path }: PlacedLeaf): readonly Fault[] {
  const told = (word: string, index: number, what: string, remedy: string): Fault =>
    ruleFault(one, [...path, word, index], what, remedy);
  const bound =
    'atLeast' in leaf
      ? { word: 'atLeast', sides: leaf.atLeast }
      : 'atMost' in leaf
        ? { word: 'atMost', sides: leaf.atMost }
        : undefined;
  if (bound !== undefined) {
    const { word, sides } = bound;
    const [left, right] = sides;
    return [
      ...unlike(library, left, ['number'], (label, sort) =>
        told(word, 0, `把${sort}“${label}”与数目比大小`, '大小只能比数目；先后写 before 或者 after'),
      ),
      ...wrongLiteral(library, one, right, 'number', (label, sort) =>
        told(word, 1, `拿${sort}${label}比大小`, '改为数目，或者类型为 int 的参数'),
      ),
    ];
  }
  if ('before' in leaf || 'after' in leaf) {
    const [word, sides] =
      'before' in leaf ? (['before', leaf.before] as const) : (['after', leaf.after] as const);
    return sides.flatMap((side, index) =>
      unlike(library, side, ['moment', 'bool'], (label, sort) =>
        told(word, index, `把${sort}“${label}”比先后`, '先后只能比日期，或者有发生日期的事'),
      ),
    );
  }
  if ('is' in leaf && !('duty' in leaf)) {
    const [left, right] = leaf.is;
    const sort = sortOf(library, left);
    return sort === undefined
      ? []
      : wrongLiteral(library, one, right, sort, (label, other) =>
          told('is', 1, `拿${sortWords[sort]}与${other}${label}比较`, `写成${sortWords[sort]}`),
        );
  }
  return ofDates(leaf, library, one, path);
}

/** What a span is counted from or back from has to have a day. */
function ofDates(leaf: Leaf, library: Library, one: PackRule, path: PlacedLeaf['path']): readonly Fault[] {
  const [word, key, reference] =
    'elapsed' in leaf
      ? (['elapsed', 'since', leaf.elapsed.since] as const)
      : 'leadTime' in leaf
        ? (['leadTime', 'before', leaf.leadTime.before] as const)
        : (['', '', undefined] as const);
  if (reference === undefined) return [];
  return unlike(library, reference, ['moment', 'bool', 'word'], (label, sort) =>
    ruleFault(one, [...path, word, key], `自${sort}“${label}”计算日数，而它没有日期`, '改为有发生日期的事'),
  );
}

function unlike(
  library: Library,
  reference: string,
  wanted: readonly Sort[],
  fault: (label: string, sort: string) => Fault,
): readonly Fault[] {
  const sort = sortOf(library, reference);
  if (sort === undefined || wanted.includes(sort)) return [];
  const rest = reference.slice(reference.indexOf('.') + 1);
  const label = factDefinitions.get(reference)?.label ?? library.fields[rest]?.label ?? reference;
  return [fault(label, sortWords[sort])];
}

function wrongLiteral(
  library: Library,
  one: PackRule,
  literal: Extract<Leaf, { is: unknown }>['is'][1],
  wanted: Sort,
  fault: (label: string, sort: string) => Fault,
): readonly Fault[] {
  if (typeof literal === 'object') {
    if (!('param' in literal)) return [];
    const param = paramOf(library, one, literal.param);
    const sort = param === undefined ? undefined : ofTypes[param.type];
    return param === undefined || sort === undefined || sort === wanted
      ? []
      : [fault(`参数“${param.label}”（${param.id}）`, sortWords[sort])];
  }
  const sort: Sort = typeof literal === 'boolean' ? 'bool' : typeof literal === 'number' ? 'number' : 'word';
  // A day is written as a text.
  return sort === wanted || (wanted === 'moment' && sort === 'word') || wanted === 'list'
    ? []
    : [fault(` ${String(literal)} `, sortWords[sort])];
}

function sortOf(library: Library, reference: string): Sort | undefined {
  if (reference.startsWith('record.')) {
    const type = library.fields[reference.slice('record.'.length)]?.type;
    return type === undefined ? undefined : ofTypes[type];
  }
  const type = factDefinitions.get(reference)?.type;
  return type === undefined ? undefined : ofTypes[type];
}
