import type { DiscretionBenchmark } from '../../authority/legal-basis.ts';
import type { AgencyState } from '../../authority/state.ts';
import { inForceOn } from '../../authority/in-force.ts';
import type { Day, Instant } from '../../time/index.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** The latest finding by then of what a benchmark looks at in a party: a new one stands in the place of those before it. */
export function weighingOf(
  state: CaseState,
  party: string,
  benchmark: string,
  at?: Instant,
): EntryOf<'factor-weighing'> | undefined {
  return entriesOf(state, 'factor-weighing').findLast(
    (entry) =>
      entry.data.party === party &&
      entry.data.benchmark === benchmark &&
      (at === undefined || entry.at <= at),
  );
}

/** The level found, as a form names it: `benchmark/level`. */
export function levelWeighed({ data }: EntryOf<'factor-weighing'>): string {
  return `${data.benchmark}/${data.level}`;
}

/**
 * Does an edition stand for what is done on a day? It is in force that day; or it narrows a rule that has ended since the
 * conduct and was then in force with it: 从旧兼从轻 (处罚法第三十七条) brings back the old rule as it was applied.
 */
export function editionStands(
  agency: AgencyState,
  edition: DiscretionBenchmark,
  { day, conductBy }: { readonly day: Day; readonly conductBy: Day | undefined },
): boolean {
  const rule = agency.bases?.[edition.basis];
  const old = rule !== undefined && !inForceOn(rule, day);
  return inForceOn(edition, old ? (conductBy ?? day) : day);
}

/** The findings that stand: of each party and benchmark the latest. */
export function standingWeighings(state: CaseState): readonly EntryOf<'factor-weighing'>[] {
  return entriesOf(state, 'factor-weighing').filter(
    (entry) => weighingOf(state, entry.data.party, entry.data.benchmark) === entry,
  );
}
