import type { Reading, Scene } from '../rules/fact.ts';
import type { Instant } from '../time/index.ts';
import { deliveryOf, goesOnTheWay, methodOf, servicesOf } from './reading.ts';
import type { EntryOf } from './state.ts';

/** When a service counts as done. */
function effectiveOf(scene: Scene, service: EntryOf<'service'>): Instant | undefined {
  if (goesOnTheWay(service)) return deliveryOf(scene.state, service.id)?.at;
  return methodOf(service) === 'announced' ? undefined : service.at;
}

/** Has the document been served on the party, and since when: since the first of its lawful services took effect. */
export function servedOn(scene: Scene, document: string | undefined, party: string): Reading {
  const moments = servicesOf(scene.state, document, party)
    .map((service) => effectiveOf(scene, service))
    .filter((moment) => moment !== undefined)
    .sort();
  return moments[0] === undefined
    ? { known: true, value: false }
    : { known: true, value: true, since: moments[0] };
}
