import { randomBytes } from 'node:crypto';
import { aggregateOf, canonical, evolve, foldEdition, agencyOfStream, toldOf } from '@zhaozhang/core';
import type {
  Act,
  ActorSnapshot,
  CaseState,
  DomainEvent,
  Law,
  Refs,
  State,
  StreamEvents,
} from '@zhaozhang/core';
import type { ActPayload, FileOrigin, NewMessage, NewSealed, StreamAppend } from '@zhaozhang/store';
import { derivedOf } from './derived.ts';
import { publishedOf } from './published-row.ts';

export interface PayloadParts {
  readonly act: Act;
  readonly digest: string;
  /** The law the act was decided by. */
  readonly law: Law;
  /** The law after it, by which the agency's own duties stand. */
  readonly ownLaw: Law;
  readonly refs: Refs;
  /** States before the act, of every stream it touches or has read. */
  readonly before: ReadonlyMap<string, State>;
  readonly streams: readonly StreamEvents[];
  readonly sealed: readonly NewSealed[];
  /** Where the file comes from, of an act that receives it. */
  readonly origin?: FileOrigin;
}

/** Everything one act writes, computed before the door is knocked at: events, states, duties, search, public page. */
export function payloadOf(parts: PayloadParts): ActPayload {
  const { act, law } = parts;
  const folded = parts.streams.map((touched) => foldedFrom(touched, parts.before));
  const appended = folded.map((one) => streamAppend(one, parts));
  const first = parts.streams[0]?.events[0];
  const read = Object.fromEntries(
    [...parts.before]
      // Another agency's shelf is read as it stood, by the version its event keeps: nothing is written on it.
      .filter(([stream]) => agencyOfStream(stream, act.agency) === act.agency)
      .filter(([stream]) => !appended.some((one) => one.stream === stream))
      .map(([stream, state]) => [stream, state.version]),
  );
  const published = appended.flatMap((one) =>
    one.kind === 'case' ? publishedOf(one.state as unknown as CaseState, act.occurredAt, law) : [],
  );
  return {
    agency: act.agency,
    act: { id: act.id, name: act.name, digest: parts.digest },
    actor: actorRow(first?.by ?? { account: '', name: '' }),
    occurredAt: act.occurredAt,
    bundle: law.digest,
    read,
    streams: appended,
    sealed: parts.sealed,
    published,
    told: folded.flatMap(({ touched, states }) => toldIn(touched, states)),
    ...(parts.origin === undefined ? {} : { origin: parts.origin }),
  };
}

/** A stream an act touches, and how it stood: before it, and after each of its events. */
interface Folded {
  readonly touched: StreamEvents;
  readonly states: readonly [State, ...State[]];
}

function foldedFrom(touched: StreamEvents, before: PayloadParts['before']): Folded {
  const start = before.get(touched.stream);
  if (start === undefined) throw new Error(`行为触及未载入的流：${touched.stream}`);
  const states: [State, ...State[]] = [start];
  for (const event of touched.events) states.push(evolve(states.at(-1) ?? start, event));
  return { touched, states };
}

function streamAppend({ touched, states }: Folded, parts: PayloadParts): StreamAppend {
  const [before] = states;
  const after = states.at(-1) ?? before;
  const kind = aggregateOf(touched.stream);
  const base = {
    stream: touched.stream,
    kind,
    expected: before.version,
    events: touched.events.map((event) => eventRow(event)),
    state: after,
    fold: foldEdition,
  };
  return { ...base, ...derivedOf(after, kind === 'agency' ? parts.ownLaw : parts.law) };
}

/** Who is told of what an act left in a case, event by event: each changes who handles it. */
function toldIn({ stream, events }: StreamEvents, states: Folded['states']): readonly NewMessage[] {
  if (aggregateOf(stream) !== 'case') return [];
  return events.flatMap((event, at) =>
    toldOf(states[at] as CaseState, states[at + 1] as CaseState, event).map((one) => ({ ...one, stream })),
  );
}

/** Who did it, with in whose place where it was for somebody. */
function actorRow({ for: represented, ...person }: ActorSnapshot): ActPayload['actor'] {
  return { ...person, ...(represented === undefined ? {} : { for: { ...represented } }) };
}

function eventRow(event: DomainEvent) {
  return { type: event.type, data: canonical(event), salt: randomBytes(16).toString('hex') };
}
