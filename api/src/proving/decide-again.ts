import { actDefinitions, canonical, decide, emptySeries, agencyOfStream } from '@zhaozhang/core';
import type {
  Act,
  ActContext,
  AgencyState,
  CaseState,
  DomainEvent,
  FineShelf,
  LawBinding,
  Refs,
  Resting,
  SeriesState,
  TrialCounts,
} from '@zhaozhang/core';
import type { StoredEvent } from '@zhaozhang/store';
import type { LawBook } from '../acts/law-book.ts';
import { placeOf } from './discrepancy.ts';
import type { Discrepancy } from './discrepancy.ts';
import type { History } from './history.ts';

/**
 * Decides an act again from what it had before it: the states at the versions it read, the law whose digest it names,
 * the legal clock at which it was entered. Lawful means that the very same events come out.
 */
export async function decideAgain(
  events: readonly StoredEvent[],
  history: History,
  lawBook: LawBook,
): Promise<readonly Discrepancy[]> {
  const [first] = events;
  if (first === undefined || first.stream.startsWith('access/')) return [];
  const where = placeOf(first);
  const fault = (what: string): readonly Discrepancy[] => [{ check: 'decision', where, what }];
  const law = first.bundle === undefined ? undefined : await lawBook.byDigest(first.bundle);
  if (law === undefined) return fault('所依据的规则包没有留存');
  let event: DomainEvent;
  try {
    event = JSON.parse(first.data) as DomainEvent;
  } catch {
    return fault('内容不是合格的记录');
  }
  const definition = actDefinitions.get(event.act);
  if (definition === undefined) return fault('不认识的行为');
  const state = await history.at(first.agency, first.stream, first.version - 1);
  const agencyStream = `agency/${first.agency}`;
  const agency =
    first.stream === agencyStream
      ? state
      : await history.at(first.agency, agencyStream, first.read[agencyStream] ?? 0);
  if (state === undefined || agency === undefined) return fault('所根据的记录缺失');
  const act: Act = {
    id: event.actId,
    name: event.act,
    agency: first.agency,
    stream: first.stream,
    input: event.input,
    record: event.record,
    occurredAt: event.at,
    ...(event.basedOn === undefined ? {} : { basedOn: event.basedOn }),
    ...(event.admits === undefined ? {} : { admits: event.admits }),
  };
  const series: Record<string, SeriesState> = {};
  const fines: Record<string, FineShelf> = {};
  const cases: Record<string, CaseState> = {};
  for (const stream of definition.reads?.(act, state as CaseState & AgencyState) ?? []) {
    const taken = events.find((one) => one.stream === stream);
    if (stream.startsWith('fines/')) {
      // What was decided before fines were kept had none before it.
      const owner = agencyOfStream(stream, first.agency);
      const read = owner === first.agency ? first.read : versionsReadBy(event);
      const version = taken === undefined ? read[stream] : taken.version - 1;
      const shelf = version === undefined ? undefined : await history.at(owner, stream, version);
      if (shelf !== undefined) fines[stream] = shelf as FineShelf;
      continue;
    }
    const version = taken === undefined ? (first.read[stream] ?? 0) : taken.version - 1;
    if (stream.startsWith('case/')) {
      const other = await history.at(first.agency, stream, version);
      if (other !== undefined && stream !== first.stream) cases[stream] = other as CaseState;
      continue;
    }
    series[stream] =
      ((await history.at(first.agency, stream, version)) as SeriesState | undefined) ?? emptySeries(stream);
  }
  const others: Record<string, AgencyState> = {};
  for (const id of definition.agencies?.(act) ?? []) {
    const version = versionsReadBy(event)[id] ?? 0;
    const other = await history.at(id, `agency/${id}`, version);
    if (other !== undefined) others[id] = other as AgencyState;
  }
  const context: ActContext = {
    actor: { ...event.by },
    refs: {
      ...{ agency: agency as AgencyState, series, fines, cases },
      ...(Object.keys(others).length === 0 ? {} : { others }),
      ...restingOf(event),
      ...trialOf(event),
    },
    law,
    now: event.enteredAt,
  };
  const again = decide(state as CaseState, act, context);
  if ('refusals' in again) return fault(`重新判定不能成立：${again.refusals[0]?.because ?? ''}`);
  const made = again.streams
    .flatMap((one) => one.events.map((each) => `${one.stream} ${canonical(each)}`))
    .sort();
  const kept = events.map((one) => `${one.stream} ${one.data}`).sort();
  return made.length === kept.length && made.every((text, index) => text === kept[index])
    ? []
    : fault('重新判定得出的事件与记录的不同');
}

/** At which version the records of other agencies were read is kept with what came of it. */
function versionsReadBy({ outcome }: DomainEvent): Readonly<Record<string, number>> {
  return (outcome?.['read'] ?? {}) as Readonly<Record<string, number>>;
}

/** What a binding rested on, and whether it had to be confirmed, is kept with it; one made before that was kept has none. */
function restingOf({ outcome }: DomainEvent): Pick<Refs, 'resting'> {
  if (outcome?.['confirmation'] === undefined) return {};
  const assumptions = outcome['assumptions'] as unknown as Resting['assumptions'];
  return {
    resting: {
      assumptions,
      demanded: outcome['confirmation'] === true,
      ...(outcome['second'] === true ? { second: true as const } : {}),
    },
  };
}

/** What the dry run found that a proposal rests on is kept with it. */
function trialOf({ outcome, input }: DomainEvent): Pick<Refs, 'trial'> {
  if (outcome?.['trial'] === undefined) return {};
  const binding = input as LawBinding;
  const counts = outcome['trial'] as unknown as TrialCounts;
  return { trial: { packs: binding.packs, from: binding.from, counts } };
}
