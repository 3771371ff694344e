import { isDeepStrictEqual } from 'node:util';
import { foldEdition } from '@zhaozhang/core';
import type { DomainEvent } from '@zhaozhang/core';
import type { LogReader } from '@zhaozhang/evidence';
import type { LoggedEvent, Store, StoredEvent } from '@zhaozhang/store';
import type { LawBook } from '../acts/law-book.ts';
import { actsInOrder } from './acts-in-order.ts';
import { decideAgain } from './decide-again.ts';
import { placeOf } from './discrepancy.ts';
import type { Discrepancy } from './discrepancy.ts';
import { History } from './history.ts';
import { leafOf } from './leaf.ts';
import { leafReader } from './leaves.ts';

export interface VerifyReport {
  readonly events: number;
  readonly acts: number;
  readonly streams: number;
  readonly logged: number;
  readonly waiting: number;
  readonly discrepancies: readonly Discrepancy[];
}

const pageSize = 500;

/**
 * Goes through everything that was ever recorded, in order: folds the events again and compares the states, decides
 * every act again on what it had read and by the law it named, and holds every event against the transparency log.
 */
export async function verifyInstallation(
  store: Store,
  lawBook: LawBook,
  log: LogReader,
): Promise<VerifyReport> {
  const found: Discrepancy[] = [];
  const history = new History();
  const indexes = new Set<number>();
  const leafAt = leafReader(log);
  let [events, acts, waiting] = [0, 0, 0];
  for await (const act of actsInOrder(allEvents(store))) {
    acts += 1;
    for (const [before, event] of act.entries()) {
      events += 1;
      found.push(...plainFaults(event, history.versionOf(event, act.slice(0, before))));
      const index = event.logIndex;
      if (index === undefined) waiting += 1;
      else {
        indexes.add(index);
        found.push(...(await logFault(event, index, leafAt)));
      }
    }
    found.push(...(await decideAgain(act, history, lawBook)));
    for (const event of act) history.add(event);
  }
  found.push(...(await stateFaults(store, history)));
  const audit = await log.audit();
  for (const finding of audit.findings)
    found.push({ check: 'log', where: finding.where, what: finding.message });
  if (audit.sound) found.push(...(await orphans(store, indexes, log)));
  return {
    events,
    acts,
    streams: history.streams().length,
    logged: indexes.size,
    waiting,
    discrepancies: found,
  };
}

async function* allEvents(store: Store): AsyncGenerator<LoggedEvent> {
  let after = 0;
  for (;;) {
    const page = await store.eventsFrom(after, pageSize);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.position;
  }
}

/** Columns beside the text must say what the text says; the text itself is held by its leaf. */
function plainFaults(event: StoredEvent, expected: number | undefined): readonly Discrepancy[] {
  const where = placeOf(event);
  const fault = (what: string): readonly Discrepancy[] => [{ check: 'event', where, what }];
  if (expected !== undefined && event.version !== expected) return fault(`事件不连续：应为第 ${expected} 号`);
  if (event.stream.startsWith('access/')) return [];
  let data: DomainEvent;
  try {
    data = JSON.parse(event.data) as DomainEvent;
  } catch {
    return fault('内容不是合格的记录');
  }
  const same =
    data.type === event.type &&
    data.actId === event.actId &&
    data.act === event.actName &&
    data.at === event.occurredAt;
  return same && isDeepStrictEqual(data.by, { ...event.actor }) ? [] : fault('栏目与内容不一致');
}

async function logFault(
  event: StoredEvent,
  index: number,
  leafAt: (index: number) => Promise<Uint8Array>,
): Promise<readonly Discrepancy[]> {
  const where = placeOf(event);
  try {
    const entry = await leafAt(index);
    return Buffer.compare(Buffer.from(entry), Buffer.from(leafOf(event))) === 0
      ? []
      : [{ check: 'log', where, what: `与日志第 ${index} 条不符：这条事件在入链之后被改动过` }];
  } catch (error) {
    return [
      {
        check: 'log',
        where,
        what: `日志第 ${index} 条读不出来：${error instanceof Error ? error.message : String(error)}`,
      },
    ];
  }
}

/**
 * What the log tells of and the database no longer has: the log cannot be shortened, so an event that was taken out
 * is known by the leaf it left, with stream and version.
 */
async function orphans(
  store: Store,
  known: ReadonlySet<number>,
  log: LogReader,
): Promise<readonly Discrepancy[]> {
  const found: Discrepancy[] = [];
  const size = await log.size();
  for (let index = 0; index < size; index++) {
    if (known.has(index)) continue;
    const leaf = await log.entry(index);
    const { agency, stream, version, type } = JSON.parse(new TextDecoder().decode(leaf)) as StoredEvent;
    const [row] = await store.eventsWithLogIndex(agency, stream, version - 1);
    // Logged, or taken into the log and not yet marked, since the events were read: an installation goes on meanwhile.
    const meanwhile = row?.version === version && (row.logIndex ?? index) === index;
    if (!meanwhile || Buffer.compare(Buffer.from(leaf), Buffer.from(leafOf(row))) !== 0)
      found.push({
        check: 'log',
        where: placeOf({ agency, stream, version, type }),
        what: `日志第 ${index} 条记有这条事件，数据库中没有或者另在别处`,
      });
  }
  return found;
}

async function stateFaults(store: Store, history: History): Promise<readonly Discrepancy[]> {
  const found: Discrepancy[] = [];
  for (const { agency, stream, state } of history.streams()) {
    const row = (await store.loadStates(agency, [stream])).get(stream);
    const where = `${agency} ${stream}`;
    if (row === undefined) found.push({ check: 'state', where, what: '状态缺失' });
    else if (row.version !== state.version) {
      // An installation goes on meanwhile: a state may be ahead of the events read, by just as many events.
      const since = await store.events(agency, stream, state.version);
      if (row.version !== state.version + since.length)
        found.push({ check: 'state', where, what: '状态的版本与事件数不符' });
    } else if (row.fold === foldEdition && !isDeepStrictEqual(row.state, JSON.parse(JSON.stringify(state))))
      found.push({ check: 'state', where, what: '状态与事件重新折叠的结果不符' });
  }
  return found;
}
