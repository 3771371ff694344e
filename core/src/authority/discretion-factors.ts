import type { BenchmarkLevel, DiscretionBenchmark } from './legal-basis.ts';

/** 裁量因素 (处罚法第三十四条): what an edition of a benchmark looks at, and the one level that the answers lead to. */

/** One answer to choose; `points` where the benchmark adds up points. */
export interface FactorOption {
  readonly label: string;
  readonly points?: number | undefined;
}

/** Sums in fen from `from`, itself included, to `below`, which is not; the first has no lower end, the last no upper. */
export interface AmountBand extends FactorOption {
  readonly from?: number | undefined;
  readonly below?: number | undefined;
}

/** Whole numbers from `from` to `upTo`, both included; the first has no lower end, the last no upper. */
export interface CountBand extends FactorOption {
  readonly from?: number | undefined;
  readonly upTo?: number | undefined;
}

export interface DiscretionFactor {
  readonly label: string;
  /** Code of the set `factor-kind`; it says which of the three lists holds the options. */
  readonly kind: string;
  readonly options?: readonly FactorOption[] | undefined;
  readonly amounts?: readonly AmountBand[] | undefined;
  readonly counts?: readonly CountBand[] | undefined;
}

/** What is found of one factor: the option, or the sum in fen or the number that falls into a band. */
export interface FactorAnswer {
  readonly factor: string;
  readonly option?: string | undefined;
  readonly amount?: number | undefined;
  readonly count?: number | undefined;
}

/** An answer in its place: the option it is, or the band it falls into. */
export interface PlacedAnswer {
  readonly factor: string;
  readonly option: string;
  readonly points?: number | undefined;
  /** The sum in fen or the number that was told; absent where an option was chosen. */
  readonly amount?: number | undefined;
  readonly count?: number | undefined;
}

export interface Weighed {
  readonly placed: readonly PlacedAnswer[];
  /** Factors without an answer that has a place, by their labels. */
  readonly unanswered: readonly string[];
  /** What the points add up to; absent where levels say what they need. */
  readonly points?: number | undefined;
  /** Levels the answers lead to: exactly one of a registered edition whose factors are all answered, else none. */
  readonly levels: readonly BenchmarkLevel[];
}

/** Every option of a factor, of whichever kind it is. */
export function optionsOfFactor(factor: DiscretionFactor): readonly FactorOption[] {
  if (factor.kind === 'amount') return factor.amounts ?? [];
  return (factor.kind === 'count' ? factor.counts : factor.options) ?? [];
}

/** Does the level follow from factors, or is it chosen by the words of the levels alone? */
export function hasFactors({ factors = [] }: Pick<DiscretionBenchmark, 'factors'>): boolean {
  return factors.length > 0;
}

/** Does the edition say its levels by points? Else each says what it needs. */
export function byPoints({ levels }: Pick<DiscretionBenchmark, 'levels'>): boolean {
  return levels.some((level) => level.pointsFrom !== undefined || level.pointsUpTo !== undefined);
}

export function weigh(
  benchmark: Pick<DiscretionBenchmark, 'factors' | 'levels'>,
  answers: readonly FactorAnswer[],
): Weighed {
  const factors = benchmark.factors ?? [];
  const placed = factors.flatMap((factor): readonly PlacedAnswer[] => {
    const answer = answers.find((one) => one.factor === factor.label);
    const option = answer === undefined ? undefined : optionFor(factor, answer);
    if (answer === undefined || option === undefined) return [];
    const { amount, count } = answer;
    return [{ factor: factor.label, option: option.label, points: option.points, amount, count }];
  });
  const unanswered = factors
    .filter((factor) => placed.every((one) => one.factor !== factor.label))
    .map((factor) => factor.label);
  const sum = byPoints(benchmark) ? { points: pointsOf(placed) } : {};
  const levels = unanswered.length > 0 || factors.length === 0 ? [] : levelsFor(benchmark, placed);
  return { placed, unanswered, ...sum, levels };
}

/** The level the answers lead to; none while something is unanswered, and none of an edition without factors. */
export function levelOf(
  benchmark: Pick<DiscretionBenchmark, 'factors' | 'levels'>,
  answers: readonly FactorAnswer[],
): BenchmarkLevel | undefined {
  return weigh(benchmark, answers).levels[0];
}

/** Levels that fit. One that says nothing is for whatever no other fits. */
export function levelsFor(
  { levels }: Pick<DiscretionBenchmark, 'levels'>,
  placed: readonly PlacedAnswer[],
): readonly BenchmarkLevel[] {
  if (byPoints({ levels })) return levelsAt(levels, pointsOf(placed));
  const fitting = levels.filter((level) => isMet(level, placed));
  return fitting.length > 0 ? fitting : levels.filter((level) => (level.needs ?? []).length === 0);
}

/** Levels whose points hold a sum. */
export function levelsAt(levels: readonly BenchmarkLevel[], sum: number): readonly BenchmarkLevel[] {
  return levels.filter(
    ({ pointsFrom, pointsUpTo }) => sum >= (pointsFrom ?? sum) && sum <= (pointsUpTo ?? sum),
  );
}

/** Several options of one factor are one need: any of them meets it. */
function isMet({ needs = [], match }: BenchmarkLevel, placed: readonly PlacedAnswer[]): boolean {
  if (needs.length === 0) return false;
  const factors = [...new Set(needs.map(({ factor }) => factor))];
  const met = (factor: string): boolean => {
    const option = placed.find((one) => one.factor === factor)?.option;
    return needs.some((need) => need.factor === factor && need.option === option);
  };
  return match === 'any' ? factors.some(met) : factors.every(met);
}

function pointsOf(placed: readonly PlacedAnswer[]): number {
  return placed.reduce((sum, { points }) => sum + (points ?? 0), 0);
}

function optionFor(factor: DiscretionFactor, answer: FactorAnswer): FactorOption | undefined {
  const { amount, count, option } = answer;
  if (factor.kind === 'amount')
    return amount === undefined
      ? undefined
      : factor.amounts?.find(
          ({ from, below }) => amount >= (from ?? 0) && (below === undefined || amount < below),
        );
  if (factor.kind === 'count')
    return count === undefined
      ? undefined
      : factor.counts?.find(
          ({ from, upTo }) => count >= (from ?? 0) && (upTo === undefined || count <= upTo),
        );
  return factor.options?.find(({ label }) => label === option);
}
