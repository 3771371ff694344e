import type { Performing } from '../acts/perform.ts';
import type { World } from '../world.ts';

/** What doing an act needs of the running installation. */
export function performing(world: World): Performing {
  return {
    store: world.store,
    lawBook: world.lawBook,
    lawTrials: world.lawTrials,
    demonstration: world.demonstration !== undefined,
    keyOf: world.keyOf,
    now: () => world.clock.now(),
  };
}
