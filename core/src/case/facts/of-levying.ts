import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { levyOf, paidSoFar, shareOf, valuationOf } from '../levying/levies.ts';
import { presentParties } from '../parties/present-parties.ts';
import { entriesOf } from '../state.ts';
import type { CaseState } from '../state.ts';
import { fact, happened, lastOf, no } from './word.ts';

/** Words about what is levied, by which right, and whether it was paid for. */
export const ofLevying: readonly FactDefinition[] = [
  fact('case.levyForm', 'case', 'enum', '征收征用的种类', 'case.open-levy', ({ state }) => {
    const opening = levyOf(state);
    return opening === undefined
      ? unknownReading
      : { known: true, value: opening.data.form, since: opening.at };
  }),
  fact('case.levyOpened', 'case', 'bool', '已启动征收征用', 'case.open-levy', ({ state }) =>
    happened(levyOf(state)),
  ),
  fact('case.allValued', 'case', 'bool', '已评估每名当事人的财产', 'case.value-property', ({ state }) =>
    lastOf(presentParties(state).map(({ id }) => valuationOf(state, id))),
  ),
  fact('case.levyPaid', 'case', 'bool', '费用已经缴清', 'case.record-levy-payment', ({ state }) =>
    ofAll(state, (party) => paid(state, 'levy-payment', party)),
  ),
  fact('case.compensated', 'case', 'bool', '补偿已经付清', 'case.pay-compensation', ({ state }) =>
    ofAll(state, (party) => paid(state, 'compensation-payment', party)),
  ),
  fact('case.possessionTaken', 'case', 'bool', '已接收财产', 'case.take-possession', ({ state }) =>
    happened(entriesOf(state, 'possession')[0]),
  ),
  fact('case.propertyReturned', 'case', 'bool', '已返还征用的财产', 'case.return-property', ({ state }) =>
    happened(entriesOf(state, 'property-return')[0]),
  ),
  fact('party.valued', 'party', 'bool', '财产已经评估', 'case.value-property', ({ state }, { id }) =>
    happened(valuationOf(state, id)),
  ),
  fact('party.levyPaid', 'party', 'bool', '费用已经缴清', 'case.record-levy-payment', ({ state }, { id }) =>
    paid(state, 'levy-payment', id),
  ),
  fact('party.compensated', 'party', 'bool', '补偿已经付清', 'case.pay-compensation', ({ state }, { id }) =>
    paid(state, 'compensation-payment', id),
  ),
  fact('party.propertyTaken', 'party', 'bool', '财产已被接收', 'case.take-possession', ({ state }, { id }) =>
    happened(entriesOf(state, 'possession').find(({ data }) => data.party === id)),
  ),
  fact(
    'party.propertyReturned',
    'party',
    'bool',
    '财产已经返还',
    'case.return-property',
    ({ state }, { id }) =>
      happened(entriesOf(state, 'property-return').find(({ data }) => data.party === id)),
  ),
  fact(
    'act.compensatesParty',
    'act',
    'bool',
    '所选当事人的补偿已经付清',
    undefined,
    (scene) => {
      const party = (scene.act?.input as { party?: string } | undefined)?.party;
      return party === undefined ? unknownReading : paid(scene.state, 'compensation-payment', party);
    },
    true,
  ),
  ofForm('act.levyBases', '写明的依据数', (scene) => basesOf(scene).length),
  ofForm(
    'act.bindingBases',
    '规范性文件以外的依据数',
    (scene) => basesOf(scene).filter(({ rank }) => rank !== 'normative-document').length,
  ),
  ofForm('act.sharesBelowValue', '低于评估的补偿数', (scene) => {
    const { shares } = (scene.act?.input ?? {}) as { shares?: unknown };
    if (!Array.isArray(shares)) return 0;
    return (shares as readonly { party: string; amount: number }[]).filter(
      ({ party, amount }) => amount < (valuationOf(scene.state, party)?.data.amount ?? 0),
    ).length;
  }),
];

function basesOf(scene: Scene): readonly { readonly rank: string }[] {
  const { bases } = (scene.act?.input ?? {}) as { bases?: unknown };
  return Array.isArray(bases) ? (bases as readonly { rank: string }[]) : [];
}

function ofForm(id: string, label: string, count: (scene: Scene) => number): FactDefinition {
  return fact(id, 'act', 'int', label, undefined, (scene) => ({ known: true, value: count(scene) }), true);
}

/** In full: since the last of what was paid. */
function paid(state: CaseState, kind: 'levy-payment' | 'compensation-payment', party: string): Reading {
  const due = shareOf(state, party);
  const last = entriesOf(state, kind).findLast((entry) => entry.data.party === party);
  return due > 0 && paidSoFar(state, kind, party) >= due ? happened(last) : no;
}

function ofAll(state: CaseState, read: (party: string) => Reading): Reading {
  const each = presentParties(state).map(({ id }) => read(id));
  const last = each.at(-1);
  return last !== undefined && each.every((one) => one.known && one.value === true) ? last : no;
}
