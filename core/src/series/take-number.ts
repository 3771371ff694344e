import type { Act, ActContext } from '../act.ts';
import { nameOn } from '../authority/names.ts';
import { stampOf } from '../actor.ts';
import type { DomainEvent, StreamEvents } from '../event.ts';
import { dayOf } from '../time/index.ts';
import { emptySeries } from './state.ts';
import type { SeriesState } from './state.ts';

export const numberTaken = 'series.number-taken';

/** Stream of the series an act of that day draws from. */
export function seriesStream(act: Act, kind: string): string {
  return `series/${act.agency}/${kind}/${dayOf(act.occurredAt).slice(0, 4)}`;
}

/** The next number of a series, in the form the agency's document kinds lay down, with the event that takes it. */
export function takeNumber(
  act: Act,
  context: ActContext,
  kind: string,
): { number: string; taken: StreamEvents } {
  const stream = seriesStream(act, kind);
  const series = context.refs.series[stream] ?? emptySeries(stream);
  const serial = series.last + 1;
  const year = dayOf(act.occurredAt).slice(0, 4);
  const number = (context.law.numbers[kind] ?? '{n}')
    .replace('{agency}', () => nameOn(context.refs.agency, dayOf(act.occurredAt)).shortName)
    .replace('{year}', year)
    .replace('{n}', String(serial));
  return { number, taken: takenEvent(act, context, stream, { serial, number }) };
}

/** What taking a number leaves in the stream it was taken from. */
export function takenEvent(
  act: Act,
  context: ActContext,
  stream: string,
  input: { readonly serial: number; readonly number: string },
): StreamEvents {
  return { stream, events: [{ type: numberTaken, ...stampOf(act, context), input, record: {} }] };
}

export function evolveSeries(state: SeriesState, event: DomainEvent): SeriesState {
  const { serial } = event.input as { serial: number };
  return { ...state, version: state.version + 1, last: serial };
}
