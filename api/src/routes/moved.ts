import type { Recomputation, RecomputedDuty } from '@zhaozhang/store';
import type { World } from '../world.ts';

/** Duties listed as moved: more than anyone reads through, few enough to send. */
const mostMoved = 200;

/** What a finished recomputation has moved; nothing of one that is still going on. */
export async function movedBy(
  world: World,
  agency: string,
  found: Recomputation | undefined,
): Promise<{
  readonly moved: readonly RecomputedDuty[];
  readonly movedCases: number;
  readonly atMost: number;
}> {
  const done = found?.finishedAt !== undefined;
  return {
    moved: done ? await world.store.recomputing.moved(agency, found.n, mostMoved + 1) : [],
    movedCases: done ? await world.store.recomputing.countMoved(agency, found.n) : 0,
    atMost: mostMoved,
  };
}
