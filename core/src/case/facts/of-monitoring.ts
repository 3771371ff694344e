import type { FactDefinition } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { toldOf } from '../inquiry/notify-monitoring.ts';
import { dayOf, parseInstant } from '../../time/index.ts';
import { entryById } from '../state.ts';
import { fact, happened, ofForm } from './word.ts';

/** Words about what a device recorded. */
export const ofMonitoring: readonly FactDefinition[] = [
  fact(
    'monitoring.admitted',
    'monitoring',
    'bool',
    '监控记录已采用',
    'case.admit-monitoring',
    ({ state }, one) => happened(entryById(state, one.id)),
  ),
  fact(
    'monitoring.told',
    'monitoring',
    'bool',
    '监控所录的事实已告知当事人',
    'case.notify-monitoring',
    ({ state }, one) => happened(toldOf(state, one.id)),
  ),
  ofForm('act.recordedOn', 'day', '监控记录之日', ({ act }) => {
    const at = parseInstant((act?.input as { recordedAt?: unknown } | undefined)?.recordedAt);
    return at === undefined ? unknownReading : { known: true, value: dayOf(at) };
  }),
];
