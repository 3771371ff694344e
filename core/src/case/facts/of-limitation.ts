import type { FactDefinition } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { endOfDay, startOfDay } from '../../time/index.ts';
import { assessmentOf } from '../inquiry/circumstances.ts';
import { conductDayOf, conductStateOf, discoveryDayOf } from '../inquiry/limitation.ts';
import { fact } from './word.ts';

const settledBy = 'case.assess-circumstances';

/** Words about the limitation of penalties: when the conduct ended, and when it came to be known. */
export const ofLimitation: readonly FactDefinition[] = [
  // What still goes on has no end to reckon from.
  fact('party.conductEnded', 'party', 'instant', '违法行为发生或者终了之日', settledBy, (scene, { id }) => {
    const day = conductStateOf(scene, id) === 'ongoing' ? undefined : conductDayOf(scene, id);
    return day === undefined
      ? unknownReading
      : { known: true, value: startOfDay(day), since: startOfDay(day) };
  }),
  fact('party.conductState', 'party', 'enum', '违法行为是否连续或者继续', settledBy, (scene, { id }) => {
    const value = conductStateOf(scene, id);
    return value === undefined ? unknownReading : { known: true, value };
  }),
  // As a whole day: the last day of a limitation is still within it.
  fact(
    'party.discoveredBy',
    'party',
    'instant',
    '违法行为被发现之日',
    'case.register-lead',
    (scene, { id }) => {
      const day = discoveryDayOf(scene, id);
      return day === undefined ? unknownReading : { known: true, value: endOfDay(day) };
    },
  ),
  fact('party.discovered', 'party', 'bool', '违法行为已被发现', 'case.register-lead', (scene, { id }) => {
    const day = discoveryDayOf(scene, id);
    return day === undefined
      ? { known: true, value: false }
      : { known: true, value: true, since: startOfDay(day) };
  }),
  // The longer limitation is an exception with two conditions: nobody found them, they are not there.
  fact(
    'party.safetyHarm',
    'party',
    'enum',
    '危害生命健康安全或者金融安全的后果',
    settledBy,
    (scene, { id }) => ({
      known: true,
      value: assessmentOf(scene.state, id, scene.asOf)?.record['assessment.safety-harm'] ?? 'none',
    }),
  ),
];
