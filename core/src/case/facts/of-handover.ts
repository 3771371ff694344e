import type { EntryOf } from '../state.ts';
import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { departuresOf, handoversOf, takeoverOf } from '../handlers/handing-over.ts';
import type { Departure } from '../handlers/handing-over.ts';
import { entryById } from '../state.ts';
import { fact, happened, lastOf, no } from './word.ts';

/** Words about the handing over of a case, of each assignment that took somebody off it. */
export const ofHandover: readonly FactDefinition[] = [
  fact(
    'assignment.dropped',
    'assignment',
    'bool',
    '已更换承办人',
    'case.assign-handlers',
    (scene, { id }) => {
      const [one] = leftBy(scene, id);
      return happened(one?.assignment);
    },
  ),
  ofDepartures('assignment.handedOver', '已移交案卷', 'case.hand-over', (state, one) =>
    handoversOf(state, one).at(0),
  ),
  ofDepartures('assignment.takenOver', '已接收案卷', 'case.take-over', takeoverOf),
  fact(
    'act.handoverReceiver',
    'act',
    'text',
    '移交写明的接收人',
    'case.hand-over',
    ({ state, act }) => {
      const { handover } = (act?.input ?? {}) as { readonly handover?: unknown };
      const entry = typeof handover === 'string' ? entryById(state, handover) : undefined;
      return entry?.kind === 'handover' ? { known: true, value: entry.data.to } : unknownReading;
    },
    true,
  ),
];

function leftBy({ state }: Scene, assignment: string): readonly Departure[] {
  return departuresOf(state).filter((one) => one.assignment.id === assignment);
}

/** True when it has happened of everyone who left on that occasion, since the last of them. */
function ofDepartures(
  id: string,
  label: string,
  settledBy: string,
  entryOf: (
    state: Scene['state'],
    departure: Departure,
  ) => EntryOf<'handover'> | EntryOf<'takeover'> | undefined,
): FactDefinition {
  return fact(id, 'assignment', 'bool', label, settledBy, (scene, subject): Reading => {
    const left = leftBy(scene, subject.id);
    return left.length === 0 ? no : lastOf(left.map((one) => entryOf(scene.state, one)));
  });
}
