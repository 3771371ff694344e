import type { Entry } from '../../entry.ts';
import type { FactDefinition, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { deliveryOf, mailReturnOf, methodOf, servicesOf } from '../reading.ts';
import { methodLeftOut } from '../serving/service-method.ts';
import { entryById } from '../state.ts';
import type { EntryOf } from '../state.ts';
import { fact } from './word.ts';

/** Words about the service being entered, and about the receipt or return of one. */
export const ofServing: readonly FactDefinition[] = [
  fact(
    'act.serviceMethod',
    'act',
    'enum',
    '本次送达的方式',
    'case.serve',
    (scene) => {
      const method = methodOfAct(scene);
      return method === undefined ? unknownReading : { known: true, value: method };
    },
    true,
  ),
  fact(
    'act.documentKind',
    'act',
    'enum',
    '本次送达的文书种类',
    'case.serve',
    (scene) => {
      const document = entryById(scene.state, inputOf(scene).document ?? '');
      // No such document in the file: refused for that alone, whatever it would have been.
      if (document === undefined && scene.act !== undefined) return { known: true, value: 'none' };
      return document === undefined ? unknownReading : { known: true, value: document.kind };
    },
    true,
  ),
  fact(
    'act.mailOut',
    'act',
    'bool',
    '同一文书寄给该当事人的邮件还没有结果',
    'case.record-return',
    (scene) => ({
      known: true,
      value: earlier(scene).some((one) => methodOf(one) === 'post' && !outcomeBy(scene, one)),
    }),
    true,
  ),
  fact(
    'act.returnedCount',
    'act',
    'int',
    '同一文书送该当事人被退回的次数',
    'case.record-return',
    (scene) => ({
      known: true,
      value: earlier(scene).filter((one) => by(scene, mailReturnOf(scene.state, one.id))).length,
    }),
    true,
  ),
];

interface Serving {
  readonly document?: string;
  readonly party?: string;
  readonly method?: string;
  readonly service?: string;
}

function inputOf(scene: Scene): Serving {
  return (scene.act?.input ?? {}) as Serving;
}

/** Of a receipt or a return: how that service was sent. */
function methodOfAct(scene: Scene): string | undefined {
  if (scene.act === undefined) return undefined;
  const { service, method } = inputOf(scene);
  if (service === undefined) return method ?? methodLeftOut;
  const sent = entryById(scene.state, service);
  return sent?.kind === 'service' ? methodOf(sent) : undefined;
}

/** Had it arrived or come back by then? */
function outcomeBy(scene: Scene, service: EntryOf<'service'>): boolean {
  const { state } = scene;
  return by(scene, deliveryOf(state, service.id)) || by(scene, mailReturnOf(state, service.id));
}

function by(scene: Scene, entry: Entry | undefined): boolean {
  return entry !== undefined && entry.at <= scene.asOf;
}

/** What has been tried before: as of the moment of this service, not of its typing. */
function earlier(scene: Scene) {
  const { document, party = '' } = inputOf(scene);
  return servicesOf(scene.state, document, party).filter((service) => service.at <= scene.asOf);
}
