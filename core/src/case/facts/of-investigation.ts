import type { FactDefinition, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { isExcluded } from '../inquiry/exclusion.ts';
import { handlersOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
import { clearElements, investigationConclusionOf, isVerified } from '../inquiry/verification.ts';
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
  // What is excluded is refused as such, whether or not it was ever looked into.
  fact(
    'act.evidenceUnverified',
    'act',
    'int',
    '所依据的证据中还没有查证属实的件数',
    'case.verify-evidence',
    (scene) => ({
      known: true,
      value: evidenceIdsOf(scene).filter(
        (id) => !isExcluded(scene.state, id, scene.asOf) && !isVerified(scene.state, id, scene.asOf),
      ).length,
    }),
    true,
  ),
  fact(
    'case.clearElements',
    'case',
    'list',
    '已经查清的要件',
    'case.conclude-investigation',
    ({ state, asOf }) => {
      const concluded = investigationConclusionOf(state, asOf);
      return concluded === undefined
        ? unknownReading
        : { known: true, value: clearElements(state, asOf), since: concluded.at };
    },
  ),
  fact(
    'act.handlersNamed',
    'act',
    'int',
    '其中是本案承办人的人数',
    'case.assign-handlers',
    (scene) => {
      const handlers = handlersOf(scene.state, scene.asOf);
      return {
        known: true,
        value: officersOfAct(scene).filter((officer) => handlers.includes(officer)).length,
      };
    },
    true,
  ),
];

function evidenceIdsOf(scene: Scene): readonly string[] {
  const { evidence } = (scene.act?.input ?? {}) as { evidence?: unknown };
  return Array.isArray(evidence) ? evidence : [];
}
