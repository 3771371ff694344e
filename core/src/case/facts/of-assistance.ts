import type { FactDefinition } from '../../rules/fact.ts';
import { entriesOf, entryById } from '../state.ts';
import { fact, happened } from './word.ts';

/** Words about help asked of another organ (处罚法第二十六条). */
export const ofAssistance: readonly FactDefinition[] = [
  fact(
    'assistance.requested',
    'assistance-request',
    'bool',
    '已请求协助',
    'case.request-assistance',
    ({ state }, one) => happened(entryById(state, one.id)),
  ),
  fact(
    'assistance.answered',
    'assistance-request',
    'bool',
    '已收到协助的回复',
    'case.record-assistance-reply',
    ({ state }, one) =>
      happened(entriesOf(state, 'assistance-reply').find(({ data }) => data.request === one.id)),
  ),
];
