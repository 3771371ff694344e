import type { Reading, Scene } from '../../rules/fact.ts';
import { parseInstant } from '../../time/index.ts';
import type { Instant } from '../../time/index.ts';
import { deliveryOf, goesOnTheWay, servicesOf } from '../reading.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** When the document came to whoever took it: as the receipt says, or as it was handed over, left or posted up. */
export function receivedAt(state: CaseState, service: EntryOf<'service'>): Instant | undefined {
  return goesOnTheWay(service) ? deliveryOf(state, service.id)?.at : service.at;
}

/** When a service counts as done, as the law defines it; where it does not, when the document was received. */
function effectiveOf(scene: Scene, service: EntryOf<'service'>): Instant | undefined {
  const subject = { per: 'service', id: service.id, label: '送达', at: service.at } as const;
  const defined = scene.defined('service.effective', scene, subject);
  if (defined === undefined) return receivedAt(scene.state, service);
  return defined.reading.known ? parseInstant(defined.reading.value) : undefined;
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

/** Served on each of them, since the last; on nobody at all is not on each. */
export function servedOnEach(
  scene: Scene,
  persons: readonly string[],
  document: (person: string) => string | undefined,
): Reading {
  const each = persons.map((person) => servedOn(scene, document(person), person));
  const moments = each.map((one) => (one.known && one.value === true ? one.since : undefined));
  const last = moments.filter((moment) => moment !== undefined).sort();
  return last.length === 0 || last.length < moments.length
    ? { known: true, value: false }
    : { known: true, value: true, since: last.at(-1) as Instant };
}
