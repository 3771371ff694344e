import { benchmarksOf, byPoints, codeLabel, hasFactors, optionsOfFactor, yuanText } from '@zhaozhang/core';
import type { ActContext, DiscretionBenchmark, DiscretionFactor, Law } from '@zhaozhang/core';
import type { FactorEdition, ItemsView } from '../contract/index.ts';

type Shown = ItemsView['benchmarks'][number];

/** Editions with factors, as the form needs them to tell the level while they are answered. */
export function factorEditions({ refs }: ActContext): FactorEdition[] {
  return benchmarksOf(refs.agency)
    .filter(hasFactors)
    .map(({ id, factors, levels }) => plain({ id, factors, levels }));
}

/** What an edition looks at, in words: each factor with its options and where each begins and ends. */
export function factorsShown(edition: DiscretionBenchmark, law: Law): Shown['factors'] {
  return (edition.factors ?? []).map((factor) => ({
    label: factor.label,
    kind: codeLabel(law, 'factor-kind', factor.kind),
    options: optionsOfFactor(factor).map(({ label, points }, at) => ({
      label,
      ...rangeOf(factor, at),
      ...(points === undefined ? {} : { points }),
    })),
  }));
}

/** How the factors lead to a level, in words; nothing of an edition without factors. */
export function needsShown(
  edition: DiscretionBenchmark,
  level: DiscretionBenchmark['levels'][number],
): { needs?: string } {
  if (!hasFactors(edition)) return {};
  if (byPoints(edition)) return { needs: pointsText(level.pointsFrom, level.pointsUpTo) };
  const needs = level.needs ?? [];
  if (needs.length === 0) return { needs: '其余情形' };
  const factors = [...new Set(needs.map(({ factor }) => factor))];
  const each = factors.map((factor) => {
    const options = needs.filter((one) => one.factor === factor).map(({ option }) => option);
    return `${factor}：${options.join('或者')}`;
  });
  if (each.length === 1) return { needs: each.join('') };
  return {
    needs: `${each.join('；')}（${level.match === 'any' ? '符合其一' : '都符合'}）`,
  };
}

function pointsText(from: number | undefined, upTo: number | undefined): string {
  if (upTo === undefined) return `${from ?? 0} 分以上`;
  return from === undefined ? `${upTo} 分以下` : from === upTo ? `${from} 分` : `${from} 至 ${upTo} 分`;
}

function rangeOf(factor: DiscretionFactor, at: number): { range?: string } {
  if (factor.kind === 'amount') {
    const { from, below } = factor.amounts?.[at] ?? {};
    const lower = from === undefined ? '' : `${yuanText(from)}以上`;
    return { range: `${lower}${below === undefined ? '' : `不满 ${yuanText(below)}`}` };
  }
  if (factor.kind !== 'count') return {};
  const { from, upTo } = factor.counts?.[at] ?? {};
  if (upTo === undefined) return { range: `${from ?? 0} 以上` };
  return { range: from === undefined ? `${upTo} 以下` : from === upTo ? `${from}` : `${from} 至 ${upTo}` };
}

/** Without the keys that hold nothing. */
function plain(edition: object): FactorEdition {
  return JSON.parse(JSON.stringify(edition)) as FactorEdition;
}
