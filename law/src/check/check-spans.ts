import { unitLabels } from '@zhaozhang/core';
import type { Fault } from '../fault.ts';
import type { Library } from '../library.ts';
import type { ParamText } from '../texts.ts';
import { ancestryOf } from './ancestry.ts';
import { paramIn } from './check-params.ts';
import { leavesOf } from './leaves.ts';
import { ruleFault } from './rule-fault.ts';
import { allRules } from './rule-texts.ts';
import type { DeadlineText, PackRule } from './rule-texts.ts';

type Amount = DeadlineText['within']['n'];
type Path = readonly PropertyKey[];

/** Numbers of days and the like: of what parameter they are taken, and whether both mean the same unit. */
export function checkSpans(library: Library): readonly Fault[] {
  return allRules(library).flatMap((one) => [
    ...spansOf(one).flatMap(({ n, unit, path }) => ofSpan(library, one, n, unit, path)),
    ...ofReminder(library, one),
  ]);
}

export interface Span {
  readonly n: Amount;
  readonly unit: string;
  /** Where the number stands. */
  readonly path: Path;
}

/** Every number of units a rule writes, with its unit. */
export function spansOf({ rule }: PackRule): readonly Span[] {
  const { value } = rule;
  const ofConditions = leavesOf(value).flatMap(({ leaf, path }): readonly Span[] => {
    if ('elapsed' in leaf)
      return [{ n: leaf.elapsed.n, unit: leaf.elapsed.unit, path: [...path, 'elapsed', 'n'] }];
    if ('leadTime' in leaf)
      return [{ n: leaf.leadTime.n, unit: leaf.leadTime.unit, path: [...path, 'leadTime', 'n'] }];
    return [];
  });
  if (value.kind === 'definition' && typeof value.gives === 'object' && 'after' in value.gives)
    return [...ofConditions, { n: value.gives.n, unit: value.gives.unit, path: ['gives', 'n'] }];
  if (value.kind !== 'deadline') return ofConditions;
  return [
    ...ofConditions,
    { n: value.within.n, unit: value.within.unit, path: ['within', 'n'] },
    ...(value.extend ?? []).flatMap((one, index) =>
      'to' in one ? [] : [{ n: one.n, unit: one.unit, path: ['extend', index, 'n'] }],
    ),
    ...(value.remind === undefined
      ? []
      : [{ n: value.remind.n, unit: value.remind.unit, path: ['remind', 'n'] }]),
  ];
}

function ofSpan(library: Library, one: PackRule, n: Amount, unit: string, path: Path): readonly Fault[] {
  if (typeof n === 'number' || 'fact' in n) return [];
  if ('longest' in n)
    return n.longest.flatMap((part, index) => ofSpan(library, one, part, unit, [...path, 'longest', index]));
  const param = paramOf(library, one, n.param);
  if (param === undefined) return [];
  const named = `参数“${param.label}”（${param.id}）`;
  if (param.type !== 'int')
    return [ruleFault(one, path, `把不是数目的${named}当作日数`, '改用类型为 int 的参数')];
  if (param.unit === undefined || param.unit === unit) return [];
  return [
    ruleFault(
      one,
      path,
      `以${unitWord(unit)}为单位使用${named}，而参数的单位是${unitWord(param.unit)}`,
      '核对条款所说的单位，使规则与参数一致',
    ),
  ];
}

/** A reminder no later than the day on which the limit begins reminds of nothing. */
function ofReminder(library: Library, one: PackRule): readonly Fault[] {
  const { value } = one.rule;
  if (value.kind !== 'deadline' || value.remind === undefined || value.remind.unit !== value.within.unit)
    return [];
  const before = numberOf(library, one, value.remind.n);
  const whole = numberOf(library, one, value.within.n);
  return before === undefined || whole === undefined || before < whole
    ? []
    : [
        ruleFault(
          one,
          ['remind', 'n'],
          `提前 ${before} 个单位提醒，而期限只有 ${whole} 个`,
          '提醒的提前量要小于期限',
        ),
      ];
}

function numberOf(library: Library, one: PackRule, n: Amount): number | undefined {
  if (typeof n === 'number') return n;
  const value = 'param' in n ? paramOf(library, one, n.param)?.value : undefined;
  return typeof value === 'number' ? value : undefined;
}

/** The parameter as the pack nearest to the rule sets it. */
export function paramOf(library: Library, { pack }: PackRule, id: string): ParamText | undefined {
  return paramIn(ancestryOf(library, pack), id);
}

function unitWord(unit: string): string {
  return `“${(unitLabels[unit] ?? unit).replace(/^个/, '')}”`;
}
