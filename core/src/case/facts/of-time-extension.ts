import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { parseDay, startOfDay } from '../../time/index.ts';
import { entryById } from '../state.ts';
import type { EntryOf } from '../state.ts';
import { extensionAnswer, grantedTime } from '../deciding/time-extension.ts';
import { fact, happened } from './word.ts';

interface ExtensionInput {
  readonly request?: string;
  readonly endedOn?: string;
}

function inputOf(scene: Scene): ExtensionInput {
  return (scene.act?.input ?? {}) as ExtensionInput;
}

function beginningOf(text: unknown): Reading {
  const day = parseDay(text);
  return day === undefined ? unknownReading : { known: true, value: startOfDay(day) };
}

function ofRequest(
  id: string,
  type: FactDefinition['type'],
  label: string,
  settledBy: string,
  read: (request: EntryOf<'extension-request'>, scene: Scene) => Reading,
  ofInput = false,
): FactDefinition {
  return fact(
    id,
    'extension-request',
    type,
    label,
    settledBy,
    (scene, subject) => {
      const entry = entryById(scene.state, subject.id);
      return entry?.kind === 'extension-request' ? read(entry, scene) : unknownReading;
    },
    ofInput,
  );
}

/** Whether time was given back for one limit of a party, and until which day. */
function granted(word: string, limit: string, name: string): readonly FactDefinition[] {
  return [
    fact(word, 'party', 'bool', `已准许顺延${name}`, 'case.decide-extension', ({ state }, subject) =>
      happened(grantedTime(state, subject.id, limit)?.decision),
    ),
    fact(
      `${word}To`,
      'party',
      'day',
      `${name}顺延到的日期`,
      'case.decide-extension',
      ({ state }, subject): Reading => {
        const found = grantedTime(state, subject.id, limit);
        return found === undefined
          ? unknownReading
          : { known: true, value: found.until, since: found.decision.at };
      },
    ),
  ];
}

/** Words about time given back to a party that missed a limit for a reason it could not help. */
export const ofTimeExtension: readonly FactDefinition[] = [
  ...granted('party.defenceExtended', 'statement', '陈述申辩期限'),
  ...granted('party.hearingRequestExtended', 'hearing-request', '要求听证的期限'),
  ofRequest('extension.obstacleEndedAt', 'instant', '障碍消除', 'case.request-extension', (one) =>
    beginningOf(one.data.endedOn),
  ),
  ofRequest('extension.madeAt', 'instant', '申请顺延的时刻', 'case.request-extension', (one) => ({
    known: true,
    value: one.at,
    since: one.at,
  })),
  ofRequest('extension.decided', 'bool', '顺延申请已决定', 'case.decide-extension', (one, { state }) =>
    happened(extensionAnswer(state, one.id)),
  ),
  ofRequest(
    'extension.concerned',
    'bool',
    '是本次所决定的申请',
    'case.decide-extension',
    (one, scene) => {
      const { request } = inputOf(scene);
      return request === undefined ? unknownReading : { known: true, value: request === one.id };
    },
    true,
  ),
  fact(
    'act.obstacleEndedAt',
    'act',
    'instant',
    '障碍消除',
    undefined,
    (scene) => beginningOf(inputOf(scene).endedOn),
    true,
  ),
];
