import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import type { Subject } from '../../rules/subject.ts';
import type { Instant } from '../../time/index.ts';
import { parseInstant } from '../../time/index.ts';
import { receivedAt } from '../serving/effective.ts';
import { mailReturnOf, methodOf } from '../reading.ts';
import { entriesOf, entryById } from '../state.ts';
import type { EntryOf } from '../state.ts';
import { fact, happened } from './word.ts';

/** Words about each service of a document on a party. */
export const ofService: readonly FactDefinition[] = [
  fact('service.method', 'service', 'enum', '送达方式', 'case.serve', ofEntry(textOf(methodOf))),
  fact(
    'service.documentKind',
    'service',
    'enum',
    '送达的文书种类',
    'case.serve',
    ofEntry((service, scene) => {
      const document = entryById(scene.state, service.data.document);
      return document === undefined ? unknownReading : { known: true, value: document.kind };
    }),
  ),
  fact(
    'service.at',
    'service',
    'instant',
    '送出的时刻',
    'case.serve',
    ofEntry(({ at: moment }) => at(moment)),
  ),
  fact(
    'service.signedAt',
    'service',
    'instant',
    '签收时刻',
    'case.serve',
    // Before the receipt was asked for its moment, the act's own moment was that of signing.
    ofEntry((service) => at(parseInstant(service.record['service.signed-at']) ?? service.at)),
  ),
  fact(
    'service.receivedAt',
    'service',
    'instant',
    '收件时刻',
    'case.record-delivery',
    ofEntry((service, { state }) => at(receivedAt(state, service))),
  ),
  fact(
    'service.returned',
    'service',
    'bool',
    '已被退回',
    'case.record-return',
    ofEntry((service, { state }) => happened(mailReturnOf(state, service.id))),
  ),
];

function ofEntry(read: (service: EntryOf<'service'>, scene: Scene) => Reading) {
  return (scene: Scene, subject: Subject): Reading => {
    const service = entriesOf(scene.state, 'service').find((entry) => entry.id === subject.id);
    return service === undefined ? unknownReading : read(service, scene);
  };
}

function textOf(read: (service: EntryOf<'service'>) => string) {
  return (service: EntryOf<'service'>): Reading => ({ known: true, value: read(service) });
}

/** A moment counts from itself on: nobody knew of it before it came. */
function at(moment: Instant | undefined): Reading {
  return moment === undefined ? unknownReading : { known: true, value: moment, since: moment };
}
