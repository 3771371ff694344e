import { yuanText } from '../money.ts';
import { byPoints, levelsAt, levelsFor, optionsOfFactor } from './discretion-factors.ts';
import type { DiscretionFactor, FactorOption, PlacedAnswer } from './discretion-factors.ts';
import type { DiscretionBenchmark } from './legal-basis.ts';

/** What is wrong with the factors of an edition, where, and how to mend it. */
export interface FactorFault {
  readonly because: string;
  /** Path inside the input. */
  readonly field: string;
  readonly says: string;
}

type Edition = Pick<DiscretionBenchmark, 'factors' | 'levels'>;

/** Combinations that are gone through one by one; an edition with more is refused, since nobody would have checked it. */
const MOST_COMBINATIONS = 20_000;

/**
 * Why an edition cannot be registered: whatever is found of the factors must lead to one level and to no second one,
 * or two officers would fine the same conduct differently. Said in the order in which it is mended.
 */
export function factorFaults(edition: Edition): readonly FactorFault[] {
  const factors = edition.factors ?? [];
  if (factors.length === 0) return withoutFactors(edition);
  const labels = factors.map(({ label }) => label);
  if (new Set(labels).size < labels.length)
    return [fault('两个裁量因素用了同一名称', 'factors', '每个因素各用一个名称')];
  const ofFactors = factors.flatMap(factorFault);
  if (ofFactors.length > 0) return ofFactors;
  const ofLevels = edition.levels.flatMap((level, index) => needFault(level, index, factors));
  if (ofLevels.length > 0) return ofLevels;
  return byPoints(edition) ? pointFaults(edition, factors) : combinationFaults(edition, factors);
}

function fault(because: string, field: string, says: string): FactorFault {
  return { because, field, says };
}

function withoutFactors({ levels }: Edition): readonly FactorFault[] {
  const at = levels.findIndex(
    ({ needs = [], pointsFrom, pointsUpTo }) =>
      needs.length > 0 || pointsFrom !== undefined || pointsUpTo !== undefined,
  );
  return at < 0
    ? []
    : [
        fault(
          `没有列明裁量因素，「${levels[at]?.label}」却写了按因素适用的条件`,
          `levels.${at}`,
          '先列明裁量因素；不按因素裁量的，条件和分数都不填，写在适用的情形里',
        ),
      ];
}

function factorFault(factor: DiscretionFactor, index: number): readonly FactorFault[] {
  const lists = { choice: 'options', amount: 'amounts', count: 'counts' } as const;
  const own = factor.kind === 'amount' || factor.kind === 'count' ? lists[factor.kind] : lists.choice;
  const field = `factors.${index}.${own}`;
  const name = `裁量因素「${factor.label}」`;
  if (Object.values(lists).some((list) => list !== own && (factor[list] ?? []).length > 0))
    return [fault(`${name}写了另一类因素的选项`, `factors.${index}`, '只写与因素的类别相符的选项或者分段')];
  const options = optionsOfFactor(factor);
  if (options.length < 2)
    return [fault(`${name}的选项、分段不足两个，分不出轻重`, field, '至少写两个；不分轻重的不列为因素')];
  if (new Set(options.map(({ label }) => label)).size < options.length)
    return [fault(`${name}有两个选项用了同一名称`, field, '每个选项各用一个名称')];
  if (factor.kind === 'amount')
    return bandFault(
      (factor.amounts ?? []).map(({ label, from, below }) => ({ label, from, next: below })),
      { name, field, text: yuanText },
    );
  return factor.kind === 'count'
    ? bandFault(
        (factor.counts ?? []).map(({ label, from, upTo }) => ({
          ...{ label, from },
          next: upTo === undefined ? undefined : upTo + 1,
        })),
        { name, field, text: String },
      )
    : [];
}

interface Band {
  readonly label: string;
  readonly from?: number | undefined;
  /** Where the next band must begin. */
  readonly next?: number | undefined;
}

/** Bands side by side, whatever the order they are listed in: every number falls into one of them and no other. */
function bandFault(
  bands: readonly Band[],
  { name, field, text }: { name: string; field: string; text: (value: number) => string },
): readonly FactorFault[] {
  const sorted = [...bands].sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
  const turned = sorted.find(({ from = 0, next }) => next !== undefined && next <= from);
  if (turned !== undefined)
    return [fault(`${name}的「${turned.label}」上限不高于下限`, field, '核对这一段的上限和下限')];
  const [first] = sorted;
  if (first?.from !== undefined)
    return [
      fault(`${name}最低的一段「${first.label}」写了下限，更低的没有归处`, field, '最低的一段不写下限'),
    ];
  for (const [at, band] of sorted.entries()) {
    const after = sorted[at + 1];
    if (after === undefined)
      return band.next === undefined
        ? []
        : [fault(`${name}最高的一段「${band.label}」写了上限，更高的没有归处`, field, '最高的一段不写上限')];
    const begins = after.from ?? 0;
    const pair = `${name}的「${band.label}」和「${after.label}」`;
    if (band.next === undefined || begins < band.next)
      return [fault(`${pair}重叠`, field, '前一段的上限和后一段的下限首尾相接')];
    if (begins > band.next)
      return [
        fault(
          `${pair}之间有空档，从 ${text(band.next)} 起没有归处`,
          field,
          '前一段的上限和后一段的下限首尾相接',
        ),
      ];
  }
  return [];
}

function needFault(
  { label, needs = [], match }: Edition['levels'][number],
  index: number,
  factors: readonly DiscretionFactor[],
): readonly FactorFault[] {
  const field = `levels.${index}.needs`;
  const stray = needs.find(({ factor }) => factors.every((one) => one.label !== factor));
  if (stray !== undefined)
    return [
      fault(
        `「${label}」的条件写了没有列明的因素「${stray.factor}」`,
        field,
        `因素的名称照写：${factors.map((one) => one.label).join('、')}`,
      ),
    ];
  const wrong = needs.find(({ factor, option }) => {
    const of = factors.find((one) => one.label === factor);
    return of === undefined || optionsOfFactor(of).every((one) => one.label !== option);
  });
  if (wrong !== undefined) {
    const of = factors.find((one) => one.label === wrong.factor);
    const known = of === undefined ? [] : optionsOfFactor(of).map((one) => one.label);
    return [
      fault(
        `「${label}」的条件写了「${wrong.factor}」没有的选项「${wrong.option}」`,
        field,
        `选项的名称照写：${known.join('、')}`,
      ),
    ];
  }
  return match !== undefined && needs.length === 0
    ? [fault(`「${label}」选了条件怎样合起来，却没有写条件`, field, '写明条件；其余情形的档次两栏都不填')]
    : [];
}

function pointFaults({ levels }: Edition, factors: readonly DiscretionFactor[]): readonly FactorFault[] {
  const mixed = levels.findIndex(({ needs = [] }) => needs.length > 0);
  if (mixed >= 0)
    return [
      fault(
        `「${levels[mixed]?.label}」写了条件，别的档次却按分数`,
        `levels.${mixed}.needs`,
        '各档次都按条件，或者都按分数',
      ),
    ];
  const silent = levels.findIndex(({ pointsFrom, pointsUpTo }) => (pointsFrom ?? pointsUpTo) === undefined);
  if (silent >= 0)
    return [
      fault(
        `「${levels[silent]?.label}」没有写分数`,
        `levels.${silent}.pointsFrom`,
        '写明最低分、最高分或者其一',
      ),
    ];
  const turned = levels.findIndex(
    ({ pointsFrom, pointsUpTo }) =>
      pointsFrom !== undefined && pointsUpTo !== undefined && pointsFrom > pointsUpTo,
  );
  if (turned >= 0)
    return [
      fault(
        `「${levels[turned]?.label}」的最低分高于最高分`,
        `levels.${turned}.pointsFrom`,
        '核对最低分和最高分',
      ),
    ];
  for (const [at, factor] of factors.entries()) {
    const without = optionsOfFactor(factor).find(({ points }) => points === undefined);
    if (without !== undefined)
      return [
        fault(
          `裁量因素「${factor.label}」的「${without.label}」没有写分数`,
          `factors.${at}`,
          '每个选项、每一段都写明分数',
        ),
      ];
  }
  // Of all combinations only the sums matter, and of those there are few: nothing has to be left unchecked.
  let sums: ReadonlySet<number> = new Set([0]);
  for (const factor of factors) {
    const points = optionsOfFactor(factor).map((option) => option.points ?? 0);
    sums = new Set([...sums].flatMap((sum) => points.map((more) => sum + more)));
  }
  return [...sums]
    .sort((a, b) => a - b)
    .flatMap((sum) =>
      amiss(
        levelsAt(levels, sum),
        `各因素合计 ${sum} 分时`,
        '调整各档次的最低分和最高分，使每个总分只归一个档次',
      ),
    )
    .slice(0, 1);
}

function combinationFaults(edition: Edition, factors: readonly DiscretionFactor[]): readonly FactorFault[] {
  const rest = edition.levels.filter(({ needs = [] }) => needs.length === 0);
  if (rest.length > 1)
    return [
      fault(
        `${rest.map(({ label }) => `「${label}」`).join('、')}都没有写条件`,
        'levels',
        '只留一个不写条件的档次，适用于其余情形；别的写明条件或者分数',
      ),
    ];
  const count = factors.reduce((product, factor) => product * optionsOfFactor(factor).length, 1);
  if (count > MOST_COMBINATIONS)
    return [
      fault(
        `各因素的选项可以组合成 ${count} 种情形，超过 ${MOST_COMBINATIONS} 种，无法逐一核对是否只归一个档次`,
        'factors',
        '减少因素或者选项，或者改按分数',
      ),
    ];
  for (const placed of combinations(factors)) {
    const when = placed.map(({ factor, option }) => `${factor}为「${option}」`).join('、');
    const found = amiss(
      levelsFor(edition, placed),
      `${when}时`,
      '改写各档次的条件，使这种情形只归一个档次；也可以留一个不写条件的档次，适用于其余情形',
    );
    if (found.length > 0) return found;
  }
  return [];
}

function amiss(fitting: Edition['levels'], when: string, says: string): readonly FactorFault[] {
  if (fitting.length === 1) return [];
  return [
    fault(
      fitting.length === 0
        ? `${when}，没有一个档次适用`
        : `${when}，${fitting.map(({ label }) => `「${label}」`).join('、')}都适用`,
      'levels',
      says,
    ),
  ];
}

/** Every way the factors can be answered, one after another. */
function* combinations(factors: readonly DiscretionFactor[]): Generator<readonly PlacedAnswer[]> {
  const [first, ...others] = factors;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const rest of combinations(others))
    for (const option of optionsOfFactor(first)) yield [placedAs(first, option), ...rest];
}

function placedAs({ label }: DiscretionFactor, option: FactorOption): PlacedAnswer {
  return { factor: label, option: option.label, points: option.points };
}
