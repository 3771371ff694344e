import type { Day } from '../time/index.ts';
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

/** A level chosen on a form, written `benchmark/level`. */
export function levelById(
  agency: AgencyState,
  chosen: string,
): { readonly benchmark: DiscretionBenchmark; readonly level: BenchmarkLevel } | undefined {
  const [of = '', id] = chosen.split('/');
  const benchmark = Object.hasOwn(agency.benchmarks ?? {}, of) ? agency.benchmarks?.[of] : undefined;
  const level = benchmark?.levels.find((one) => one.id === id);
  return benchmark === undefined || level === undefined ? undefined : { benchmark, level };
}

/** 《社会团体登记管理条例》（2016 年修订）第三十条 */
export function basisTitle({ instrument, edition, article }: LegalBasis): string {
  return `《${instrument}》（${edition}）${article}`;
}
