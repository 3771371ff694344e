import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { isNamedOnly, partnersAt, partnersOf } from '../joint/partners.ts';
import type { Partner } from '../joint/partners.ts';
import { fact, lastOf, no } from './word.ts';

/** Words about enforcement together with other agencies. Each is read as of the moment asked: who came later is not there yet. */
export const ofJoint: readonly FactDefinition[] = [
  fact('case.joint', 'case', 'bool', '与其他机关联合执法', 'case.join-enforcement', (scene) => {
    const partners = partnersAt(scene.state, scene.asOf);
    return partners.length === 0 ? no : since(partners, scene, true, 'first');
  }),
  fact('case.partners', 'case', 'list', '联合执法的机关', 'case.join-enforcement', (scene) => {
    const partners = partnersAt(scene.state, scene.asOf);
    return since(
      partners,
      scene,
      partners.map(({ name }) => name),
    );
  }),
  // Where somebody's part was not told, nobody knows who leads.
  fact('case.jointLead', 'case', 'bool', '联合执法由本机关牵头', 'case.join-enforcement', (scene) => {
    const partners = partnersAt(scene.state, scene.asOf);
    if (partners.length === 0) return no;
    if (partners.some(({ role }) => role === 'lead')) return since(partners, scene, false);
    return partners.some(isNamedOnly) ? unknownReading : since(partners, scene, true);
  }),
  fact(
    'case.ownMatters',
    'case',
    'list',
    '联合执法中本机关的职权事项',
    'case.join-enforcement',
    matters(({ ours }) => ours),
  ),
  fact(
    'case.partnerMatters',
    'case',
    'list',
    '联合执法中其他机关的职权事项',
    'case.join-enforcement',
    matters((partner) => partner.matters),
  ),
  fact(
    'case.partnersAnswered',
    'case',
    'bool',
    '联合执法机关的结果都已登记或者写明尚不知道的理由',
    'case.record-partner-result',
    ({ state, asOf }) => lastOf(partnersAt(state, asOf).map(({ result }) => result)),
  ),
];

/** A list that changes as agencies come and go counts from the last of these changes; that there is one at all, from the first. */
function since(
  partners: readonly Partner[],
  { state, asOf }: Scene,
  value: boolean | readonly string[],
  which: 'first' | 'last' = 'last',
): Reading {
  const came = partners.map(({ joinedAt }) => joinedAt).sort();
  const went = partnersOf(state).flatMap(({ left }) =>
    left === undefined || left.at > asOf ? [] : [left.at],
  );
  const at = which === 'first' ? came[0] : [...came, ...went].sort().at(-1);
  return { known: true, value, ...(at === undefined ? {} : { since: at }) };
}

/** Matters are told one by one where the arrangement was written down; else nobody knows them. */
function matters(of: (partner: Partner) => readonly string[]) {
  return (scene: Scene): Reading => {
    const partners = partnersAt(scene.state, scene.asOf);
    return partners.some(isNamedOnly)
      ? unknownReading
      : since(partners, scene, [...new Set(partners.flatMap(of))]);
  };
}
