import { hasFactors } from '../../authority/discretion-factors.ts';
import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { dayOf } from '../../time/index.ts';
import { departs, leavesWeighed, outsideLevel } from '../deciding/departure.ts';
import { entriesOf } from '../state.ts';
import { approved } from './approved.ts';
import { fineRules, finesOf, hasBenchmark, standsIn } from '../opening/founding.ts';
import type { PlacedFine } from '../opening/founding.ts';
import { fact, happened } from './word.ts';

/** Words about the fines proposed: the rule each is set by, its range, and the level of the benchmark. */
export const ofFine: readonly FactDefinition[] = [
  some('act.fineByLowerRule', '有罚款没有按罚款数额较高的规定', ({ rule }, scene) => {
    const [highest] = fineRules(scene);
    return rule !== undefined && highest !== undefined && !sameRange(rule, highest);
  }),
  some('act.fineAboveRange', '有罚款高于法定幅度', ({ amount, rule }) => amount > (rule?.fineUpTo ?? amount)),
  some('act.fineBelowRange', '有罚款低于法定幅度', ({ amount, rule }) => amount < (rule?.fineFrom ?? amount)),
  some('act.levelMissing', '有罚款没有引用有效的裁量基准档次', ({ rule, level }, scene) => {
    if (rule === undefined || scene.refs === undefined) return false;
    return level === undefined && hasBenchmark(scene, rule.id);
  }),
  some(
    'act.levelEnded',
    '有罚款引用的裁量基准办理之日无效',
    ({ benchmark }, scene) => benchmark !== undefined && !standsIn(scene, benchmark),
  ),
  // 第三十四条: what the public cannot read binds nobody it is applied to.
  some(
    'act.levelUnpublished',
    '有罚款引用的裁量基准办理之日尚未公布',
    ({ benchmark }, scene) =>
      benchmark !== undefined &&
      (benchmark.publishedOn === undefined || benchmark.publishedOn > dayOf(scene.asOf)),
  ),
  some(
    'act.levelOfAnother',
    '有罚款引用的裁量基准不是所依据条款的',
    ({ benchmark, rule }) => benchmark !== undefined && benchmark.basis !== rule?.id,
  ),
  some('act.outsideLevel', '有罚款越出所选的档次', outsideLevel),
  some(
    'act.factorsUnweighed',
    '有罚款引用的裁量基准列有裁量因素而没有认定',
    ({ benchmark, weighed }) => benchmark !== undefined && hasFactors(benchmark) && weighed === undefined,
  ),
  some('act.levelOtherThanWeighed', '有罚款没有用按裁量因素认定的档次', leavesWeighed),
  some('act.departsFromBenchmark', '有罚款偏离裁量基准', departs),
  fact(
    'case.departureApproved',
    'case',
    'bool',
    '负责人已批准偏离裁量基准',
    'case.approve',
    (scene): Reading => approved(scene, 'departure'),
  ),
  fact(
    'party.factorsWeighed',
    'party',
    'bool',
    '已认定裁量因素',
    'case.weigh-factors',
    ({ state, asOf }, { id }) =>
      happened(
        entriesOf(state, 'factor-weighing').findLast((entry) => entry.data.party === id && entry.at <= asOf),
      ),
  ),
];

function sameRange(a: NonNullable<PlacedFine['rule']>, b: NonNullable<PlacedFine['rule']>): boolean {
  return a.fineUpTo === b.fineUpTo && a.fineFrom === b.fineFrom;
}

/** True when it is so of one of the fines that the form holds. */
function some(id: string, label: string, holds: (fine: PlacedFine, scene: Scene) => boolean): FactDefinition {
  return fact(
    id,
    'act',
    'bool',
    label,
    'agency.register-benchmark',
    (scene): Reading =>
      scene.act === undefined
        ? unknownReading
        : { known: true, value: finesOf(scene).some((fine) => holds(fine, scene)) },
    true,
  );
}
