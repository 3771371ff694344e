import type { FactDefinition } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { dayOf, endOfDay, parseDay } from '../../time/index.ts';
import { decisionOf } from '../reading.ts';
import { fact } from './word.ts';

/**
 * Words about what the decision orders to be put right (处罚法第二十八条). An order to put right is no penalty: it stands
 * in the decision's record, beside the sanctions and never among them.
 */
export const ofCorrection: readonly FactDefinition[] = [
  fact('case.correction', 'case', 'enum', '责令改正', 'case.decide', ({ state }) => {
    const decision = decisionOf(state);
    const ordered = decision?.record['decision.correction'];
    return decision === undefined || typeof ordered !== 'string'
      ? unknownReading
      : { known: true, value: ordered, since: decision.at };
  }),
  fact('case.correctBy', 'case', 'instant', '改正期限届满', 'case.decide', ({ state }) => {
    const last = parseDay(decisionOf(state)?.record['decision.correct-by']);
    return last === undefined
      ? unknownReading
      : { known: true, value: endOfDay(last), since: endOfDay(last) };
  }),
  fact(
    'act.day',
    'act',
    'day',
    '办理之日',
    undefined,
    (scene) =>
      scene.act === undefined ? unknownReading : { known: true, value: dayOf(scene.act.occurredAt) },
    true,
  ),
];
