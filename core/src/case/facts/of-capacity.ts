import type { FactDefinition, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { openingOf } from '../kind.ts';
import { filingOf } from '../reading.ts';
import { fact } from './word.ts';

const field = 'opening.capacity';

/** As it stands on the form, else in the filing, else in what founded the file. */
function capacityOf({ state, act }: Scene): unknown {
  return act?.record[field] ?? filingOf(state)?.record[field] ?? openingOf(state)?.record[field];
}

/** Words about in whose right a file is handled, and how far what is followed by analogy was not followed. */
export const ofCapacity: readonly FactDefinition[] = [
  fact(
    'case.capacity',
    'case',
    'enum',
    '办案身份',
    undefined,
    (scene) => {
      const value = capacityOf(scene);
      return typeof value === 'string' ? { known: true, value } : unknownReading;
    },
    true,
  ),
  fact('case.departures', 'case', 'int', '写明理由没有照办的次数', undefined, ({ state }) => ({
    known: true,
    value: state.entries.reduce((sum, { departures }) => sum + (departures?.length ?? 0), 0),
  })),
];
