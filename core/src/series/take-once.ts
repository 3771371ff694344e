import type { Act, ActContext } from '../act.ts';
import type { StreamEvents } from '../event.ts';
import type { SeriesState } from './state.ts';
import { takenEvent } from './take-number.ts';

/**
 * A number given from outside, such as that printed on a receipt, has a stream to itself: whoever writes to it first has
 * used the number, and two who do so at once collide in the store.
 */
export function onceStream(agency: string, kind: string, number: string): string {
  return `series/${agency}/${kind}/${number}`;
}

/** Used already? Undefined where nobody loaded its stream: then it cannot be told. */
export function isTaken(series: Readonly<Record<string, SeriesState>>, stream: string): boolean | undefined {
  const state = Object.hasOwn(series, stream) ? series[stream] : undefined;
  return state === undefined ? undefined : state.version > 0;
}

/** The event that uses the number up, and the how manieth use of it that is: only a defect makes it more than the first. */
export function takeOnce(
  act: Act,
  context: ActContext,
  stream: string,
  number: string,
): { readonly taken: StreamEvents; readonly use: number } {
  const use = (context.refs.series[stream]?.last ?? 0) + 1;
  return { taken: takenEvent(act, context, stream, { serial: use, number }), use };
}
