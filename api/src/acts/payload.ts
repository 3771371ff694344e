import { randomBytes } from 'node:crypto';
import {
  aggregateOf,
  canonical,
  evolve,
  foldEdition,
  obligationsOver,
  summaryOf,
  toldOf,
} from '@zhaozhang/core';
import type {
  Act,
  ActorSnapshot,
  AgencyState,
  CaseState,
  DomainEvent,
  Law,
  Obligation,
  Refs,
  State,
  StreamEvents,
} from '@zhaozhang/core';
import type {
  ActPayload,
  LookedDays,
  NewMessage,
  NewObligation,
  NewSealed,
  SearchEntry,
  StreamAppend,
} from '@zhaozhang/store';
import { bigrams } from '@zhaozhang/store';
import { searchTextOf } from '../finding/search-text.ts';
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
}

/** Everything one act writes, computed before the door is knocked at: events, states, duties, search, public page. */
export function payloadOf(parts: PayloadParts): ActPayload {
  const { act, law } = parts;
  const folded = parts.streams.map((touched) => foldedFrom(touched, parts.before));
  const appended = folded.map((one) => streamAppend(one, parts));
  const first = parts.streams[0]?.events[0];
  const read = Object.fromEntries(
    [...parts.before]
      .filter(([stream]) => !appended.some((one) => one.stream === stream))
      .map(([stream, state]) => [stream, state.version]),
  );
  const published = appended.flatMap((one) =>
    one.kind === 'case' ? publishedOf(one.state as unknown as CaseState, act, law) : [],
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
  if (kind === 'case') return { ...base, ...caseRows(after as CaseState, parts.law) };
  if (kind !== 'agency') return base;
  const { obligations, looked } = dutiesOf(after as AgencyState, parts.ownLaw);
  return { ...base, obligations, summary: { looked } };
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

/** What is kept beside a case's state: its line in lists, its duties, its searchable text. */
export function caseRows(
  state: CaseState,
  law: Law,
): { summary: unknown; openedAt?: string; obligations: readonly NewObligation[]; search: SearchEntry } {
  const summary = summaryOf(state);
  const text = searchTextOf(state);
  const { obligations, looked } = dutiesOf(state, law);
  return {
    // Beside what lists show: by which days one finds the cases that a changed day can touch.
    summary: { ...summary, looked },
    ...(summary.opened === undefined ? {} : { openedAt: summary.opened }),
    obligations,
    search: { text, grams: bigrams(text) },
  };
}

/** Rests on no day at all: lies outside every span of days. */
const nowhere: LookedDays = { first: '9999-12-31', last: '0001-01-01' };

/** Duties of a case, or of the agency itself, as they are stored, with the days of the calendar they rest on. */
export function dutiesOf(
  state: CaseState | AgencyState,
  law: Law,
): { readonly obligations: readonly NewObligation[]; readonly looked: LookedDays } {
  const { rows, looked } = obligationsOver(state, law);
  return { obligations: rows.map(rowOf), looked: looked ?? nowhere };
}

function rowOf(owed: Obligation): NewObligation {
  return {
    id: owed.id,
    duty: owed.duty,
    label: owed.label,
    per: owed.per,
    subject: owed.subject,
    owedBy: owed.owedBy,
    roles: [owed.owedBy],
    assignees: owed.assignees,
    fromAt: owed.from,
    dueAt: owed.due,
    lawfulDueAt: owed.lawfulDue,
    remindAt: owed.remind,
    ...(owed.met === undefined ? {} : { metAt: owed.met }),
    provisional: owed.provisional,
    clauses: owed.clauses,
    derivation: {
      subjectLabel: owed.subjectLabel,
      lapses: owed.lapses,
      suspended: owed.suspended,
      act: owed.act,
      ...(owed.matter === undefined ? {} : { matter: owed.matter }),
      readings: owed.derivation.readings,
    },
  };
}
