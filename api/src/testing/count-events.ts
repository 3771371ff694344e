import type { Store } from '@zhaozhang/store';

/** Events that acts have left. Readings, which go to streams of their own, are not counted. */
export async function countEvents(store: Store): Promise<number> {
  let after = 0;
  let count = 0;
  for (;;) {
    const page = await store.eventsFrom(after, 500);
    const last = page.at(-1);
    if (last === undefined) return count;
    count += page.filter((event) => !event.stream.startsWith('access/')).length;
    after = last.position;
  }
}
