import type { StoredEvent } from '@zhaozhang/store';

/**
 * How many later events are read before an act counts as complete. Events of one act commit together, but acts written
 * at the same moment take their positions in turn; the window holds far more than can be written during one statement.
 */
const window = 10_000;

/**
 * Gathers events into acts, each whole, in the order of their first events. Acts whose events interleave were decided
 * without knowing of each other: an act that had read another's result was written after that one had been.
 */
export async function* actsInOrder<E extends StoredEvent>(
  events: AsyncIterable<E>,
  held = window,
): AsyncGenerator<readonly E[]> {
  const open = new Map<string, E[]>();
  let waiting = 0;
  for await (const event of events) {
    const key = JSON.stringify([event.agency, event.actId]);
    const known = open.get(key);
    if (known === undefined) open.set(key, [event]);
    else known.push(event);
    waiting += 1;
    while (waiting > held) {
      const [first] = open;
      if (first === undefined) break;
      open.delete(first[0]);
      waiting -= first[1].length;
      yield first[1];
    }
  }
  yield* open.values();
}
