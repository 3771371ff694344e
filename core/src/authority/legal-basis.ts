import { yuanText } from '../money.ts';
import type { Day } from '../time/index.ts';
import type { DiscretionFactor } from './discretion-factors.ts';
import type { AgencyState } from './state.ts';

/** One article of one edition of an instrument, as the agency keeps it: what may be founded on it, and since when. */
export interface LegalBasis {
  readonly id: string;
  readonly instrument: string;
  readonly article: string;
  readonly edition: string;
  /** Code of the set `basis-rank`. */
  readonly rank: string;
  /** Where and when it was made public; absent while it has not been. */
  readonly publishedOn?: Day | undefined;
  readonly publishedIn?: string | undefined;
  readonly from: Day;
  /** Last day in force; absent while nothing has ended it. */
  readonly until?: Day | undefined;
  /** Kinds of penalty it allows, codes of the set `sanction-kind`; none where it only says how a sum is reckoned. */
  readonly kinds: readonly string[];
  /** Range of the fine in fen, both ends included; an end it does not name is absent. */
  readonly fineFrom?: number | undefined;
  readonly fineUpTo?: number | undefined;
}

/** One step of a benchmark: the range of fines, in fen, for conduct of that gravity. */
export interface BenchmarkLevel {
  readonly id: string;
  readonly label: string;
  readonly from: number;
  readonly upTo: number;
  /** Conduct it is meant for: the circumstances that lead to it, in words. */
  readonly when?: string | undefined;
  /** Answers that lead to it; a level of an edition with factors that says nothing is for whatever no other fits. */
  readonly needs?: readonly FactorNeed[] | undefined;
  /** Code of the set `factor-match`: whether each factor named must be as needed or one is enough; absent is each. */
  readonly match?: string | undefined;
  /** Where the benchmark adds up points: the sums that lead to it, both ends included. */
  readonly pointsFrom?: number | undefined;
  readonly pointsUpTo?: number | undefined;
}

/** One answer that leads to a level, by the labels of the factor and of its option. */
export interface FactorNeed {
  readonly factor: string;
  readonly option: string;
}

/** 裁量基准 (处罚法第三十四条): one edition of how the range of one basis is narrowed, level by level. */
export interface DiscretionBenchmark {
  readonly id: string;
  readonly title: string;
  readonly edition: string;
  readonly basis: string;
  readonly from: Day;
  readonly until?: Day | undefined;
  /** Where and when it was made public; absent while it has not been. */
  readonly publishedOn?: Day | undefined;
  readonly publishedIn?: string | undefined;
  readonly levels: readonly BenchmarkLevel[];
  /** What it looks at to find the level; absent where the level is chosen by the words of the levels alone. */
  readonly factors?: readonly DiscretionFactor[] | undefined;
}

export function basesOf(agency: AgencyState): readonly LegalBasis[] {
  return Object.values(agency.bases ?? {});
}

export function basisById(agency: AgencyState, id: string): LegalBasis | undefined {
  return Object.hasOwn(agency.bases ?? {}, id) ? agency.bases?.[id] : undefined;
}

export function benchmarksOf(agency: AgencyState): readonly DiscretionBenchmark[] {
  return Object.values(agency.benchmarks ?? {});
}

export function benchmarkById(agency: AgencyState, id: string): DiscretionBenchmark | undefined {
  return Object.hasOwn(agency.benchmarks ?? {}, id) ? agency.benchmarks?.[id] : undefined;
}

/** 示例市民政局裁量基准（2025 年版） */
export function benchmarkTitle({ title, edition }: DiscretionBenchmark): string {
  return `${title}（${edition}）`;
}

/** 10,000.00 元至 20,000.00 元 */
export function levelRange({ from, upTo }: Pick<BenchmarkLevel, 'from' | 'upTo'>): string {
  return `${yuanText(from)}至 ${yuanText(upTo)}`;
}

/** 第一档（10,000.00 元至 20,000.00 元） */
export function levelTitle(level: Pick<BenchmarkLevel, 'label' | 'from' | 'upTo'>): string {
  return `${level.label}（${levelRange(level)}）`;
}

/** A level chosen on a form, written `benchmark/level`. */
export function levelById(
  agency: AgencyState,
  chosen: string,
): { readonly benchmark: DiscretionBenchmark; readonly level: BenchmarkLevel } | undefined {
  const [of = '', id] = chosen.split('/');
  const benchmark = benchmarkById(agency, of);
  const level = benchmark?.levels.find((one) => one.id === id);
  return benchmark === undefined || level === undefined ? undefined : { benchmark, level };
}

/** 《社会团体登记管理条例》（2016 年修订）第三十条 */
export function basisTitle({ instrument, edition, article }: LegalBasis): string {
  return `《${instrument}》（${edition}）${article}`;
}
