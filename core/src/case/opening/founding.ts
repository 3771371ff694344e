import type { Structural } from '../../act.ts';
import { basisById, benchmarksOf, levelById } from '../../authority/legal-basis.ts';
import type { BenchmarkLevel, DiscretionBenchmark, LegalBasis } from '../../authority/legal-basis.ts';
import type { AgencyState } from '../../authority/state.ts';
import type { Scene } from '../../rules/fact.ts';
import { dayOf, parseDay } from '../../time/index.ts';
import type { Day } from '../../time/index.ts';
import { editionStands, weighingOf } from '../inquiry/weighing.ts';
import { filingOf } from '../reading.ts';
import { entriesOf, entryById } from '../state.ts';
import type { CaseState, EntryOf, Sanction } from '../state.ts';

/** What a penalty is founded on: the articles named, which of them sets the fine, and the level of its benchmark. */

export interface Founded {
  readonly outcome?: string | undefined;
  readonly notice?: string | undefined;
  /** Ids of registered bases; a decision that names none rests on those of its notice. */
  readonly bases?: readonly string[] | undefined;
  /** The one basis of an act that rests on a single one. */
  readonly basis?: string | undefined;
  readonly sanctions?: readonly Sanction[] | undefined;
}

export function foundedInput(scene: Scene): Founded {
  return (scene.act?.input ?? {}) as Founded;
}

/** Ids of the bases the act rests on: those it names, else those of the notice it carries out or has reviewed. */
export function basesNamed({
  state,
  act,
}: {
  readonly state: CaseState;
  readonly act?: { readonly name: string; readonly input: unknown } | undefined;
}): readonly string[] {
  const { bases, basis, notice } = (act?.input ?? {}) as Founded;
  if (Array.isArray(bases)) return bases;
  if (typeof basis === 'string') return [basis];
  if (act?.name !== 'case.decide' && act?.name !== 'case.submit-review') return [];
  const told = notice === undefined ? entriesOf(state, 'notice').at(-1) : entryById(state, notice);
  return told?.kind === 'notice' ? (told.data.bases ?? []) : [];
}

export function sanctionsOf(scene: Scene): readonly Sanction[] {
  const { sanctions } = foundedInput(scene);
  return Array.isArray(sanctions) ? sanctions : [];
}

/**
 * The last day on which the conduct can have happened: as the filing says, else when it came to be known. What is
 * decided on the spot is decided where it was seen: no later than that day.
 */
export function conductBy({ state, act }: Pick<Scene, 'state' | 'act'>): Day | undefined {
  const lead = entriesOf(state, 'lead')[0];
  const known = filingOf(state)?.data.conductOn ?? (lead === undefined ? undefined : dayOf(lead.at));
  if (act?.name !== 'case.decide-on-spot') return known;
  const { conductOn } = act.input as { readonly conductOn?: unknown };
  return parseDay(conductOn) ?? known ?? dayOf(act.occurredAt);
}

/** Named bases on which a penalty can be founded, as the law defines them. */
export function penalBases(scene: Scene): readonly LegalBasis[] {
  const { refs } = scene;
  if (refs === undefined) return [];
  return basesNamed(scene)
    .map((id) => basisById(refs.agency, id))
    .filter((basis) => basis !== undefined)
    .filter((basis) => {
      const word = scene.defined('basis.penal', scene, { per: 'basis', id: basis.id, label: basis.article });
      return word?.reading.known === true && word.reading.value === true;
    });
}

/** Rules that set a fine, the higher one first: by the upper end, where that is the same by the lower one. */
export function fineRules(scene: Scene): readonly LegalBasis[] {
  const top = ({ fineUpTo = Number.MAX_SAFE_INTEGER }: LegalBasis) => fineUpTo;
  return penalBases(scene)
    .filter((basis) => basis.kinds.includes('fine'))
    .sort((a, b) => top(b) - top(a) || (b.fineFrom ?? 0) - (a.fineFrom ?? 0));
}

export interface PlacedFine {
  readonly party: string;
  readonly amount: number;
  /** The rule it is set by: the one chosen, else the higher one. */
  readonly rule?: LegalBasis | undefined;
  readonly benchmark?: DiscretionBenchmark | undefined;
  readonly level?: BenchmarkLevel | undefined;
  /** What was found by then of the factors of that benchmark. */
  readonly weighed?: EntryOf<'factor-weighing'> | undefined;
}

export function finesOf(scene: Scene): readonly PlacedFine[] {
  const { refs } = scene;
  if (refs === undefined) return [];
  const rules = fineRules(scene);
  return sanctionsOf(scene)
    .filter((one) => one.kind === 'fine')
    .map((one) => {
      const chosen = one.level === undefined ? undefined : levelById(refs.agency, one.level);
      const rule = one.basis === undefined ? rules[0] : rules.find((basis) => basis.id === one.basis);
      const weighed =
        chosen === undefined
          ? undefined
          : weighingOf(scene.state, one.party, chosen.benchmark.id, scene.asOf);
      return { party: one.party, amount: one.amount ?? 0, rule, weighed, ...chosen };
    });
}

/** Does the agency have a benchmark for the basis that stands for what is done? */
export function hasBenchmark(scene: Scene, basis: string): boolean {
  const { refs } = scene;
  return (
    refs !== undefined && benchmarksOf(refs.agency).some((one) => one.basis === basis && standsIn(scene, one))
  );
}

/** Is the edition in force when the act is done, or with the old rule that it narrows? */
export function standsIn(scene: Scene, edition: DiscretionBenchmark): boolean {
  const { refs, asOf } = scene;
  return (
    refs !== undefined &&
    editionStands(refs.agency, edition, { day: dayOf(asOf), conductBy: conductBy(scene) })
  );
}

/** What is named must be in the register, and a level must belong to the rule by which the fine is set. */
export function notInRegister(input: Founded, agency: AgencyState): readonly Structural[] {
  const known = (id: string): boolean => basisById(agency, id) !== undefined;
  const unknown = (because: string, field: string): Structural => ({
    code: 'BASIS_UNKNOWN',
    because,
    field: `input.${field}`,
    remedy: { says: '先登记，再从机关登记的依据中选择', act: 'agency.register-basis' },
  });
  const sanctions = input.sanctions ?? [];
  if (!(input.bases ?? []).every(known)) return [unknown('所选依据没有登记', 'bases')];
  if (input.basis !== undefined && !known(input.basis)) return [unknown('所选依据没有登记', 'basis')];
  if (sanctions.some((one) => one.basis !== undefined && !known(one.basis)))
    return [unknown('罚款所依据的条款没有登记', 'sanctions')];
  return sanctions.some((one) => one.level !== undefined && levelById(agency, one.level) === undefined)
    ? [unknown('所选裁量基准的档次没有登记', 'sanctions')]
    : [];
}
