import type { FactDefinition } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { foundedInput } from '../opening/founding.ts';
import { gainsDue, gainsOf } from '../inquiry/gains.ts';
import { fact } from './word.ts';

/** Words about what the conduct brought in and what is to be confiscated of it. */
export const ofGains: readonly FactDefinition[] = [
  fact(
    'party.gainsDue',
    'party',
    'money',
    '应当没收的违法所得',
    'case.compute-gains',
    ({ state }, subject) => {
      const computed = gainsOf(state, subject.id);
      return computed === undefined
        ? unknownReading
        : { known: true, value: gainsDue(computed.data), since: computed.at };
    },
  ),
  fact(
    'party.proposedGains',
    'party',
    'money',
    '拟没收的违法所得',
    undefined,
    (scene, subject) => {
      const { sanctions } = foundedInput(scene);
      if (!Array.isArray(sanctions)) return unknownReading;
      const mine = sanctions.filter(
        (one) => one.party === subject.id && one.kind === 'confiscation-of-gains',
      );
      return { known: true, value: mine.reduce((sum, one) => sum + (one.amount ?? 0), 0) };
    },
    true,
  ),
  fact(
    'party.proposed',
    'party',
    'bool',
    '拟受处罚',
    undefined,
    (scene, subject) => {
      const { sanctions } = foundedInput(scene);
      return Array.isArray(sanctions)
        ? { known: true, value: sanctions.some((one) => one.party === subject.id) }
        : unknownReading;
    },
    true,
  ),
];
