import type { FactDefinition, Scene } from '../../rules/fact.ts';
import { isExcluded } from '../exclusion.ts';
import { entriesOf } from '../state.ts';
import { officersOfAct } from './of-act.ts';
import { fact, happened } from './word.ts';

/** Words about how evidence was gathered and whether gathering it is over. */
export const ofInvestigation: readonly FactDefinition[] = [
  fact(
    'act.certificatesShown',
    'act',
    'int',
    '其中出示了执法证件的人数',
    undefined,
    (scene) => {
      const { shown } = (scene.act?.input ?? {}) as { shown?: readonly string[] };
      const present = officersOfAct(scene);
      // Told of nobody by name, what the record says of showing is said of all who were there.
      return {
        known: true,
        value: Array.isArray(shown)
          ? present.filter((officer) => shown.includes(officer)).length
          : present.length,
      };
    },
    true,
  ),
  fact(
    'act.evidenceExcluded',
    'act',
    'int',
    '所依据的证据中已经排除的件数',
    'case.exclude-evidence',
    (scene) => ({
      known: true,
      value: evidenceIdsOf(scene).filter((id) => isExcluded(scene.state, id, scene.asOf)).length,
    }),
    true,
  ),
  fact(
    'case.investigationConcluded',
    'case',
    'bool',
    '调查已经终结',
    'case.conclude-investigation',
    ({ state }) => happened(entriesOf(state, 'investigation-conclusion')[0]),
  ),
];

function evidenceIdsOf(scene: Scene): readonly string[] {
  const { evidence } = (scene.act?.input ?? {}) as { evidence?: unknown };
  return Array.isArray(evidence) ? evidence : [];
}
