import { isDeepStrictEqual } from 'node:util';
import type { DomainEvent } from '@zhaozhang/core';
import type { LedgerEvent, StoredEvent } from '@zhaozhang/store';
import { actsInOrder } from './acts-in-order.ts';
import { decideAgain } from './decide-again.ts';
import { carriedFaults, originalsOf } from './carried.ts';
import { placeOf } from './discrepancy.ts';
import type { Discrepancy } from './discrepancy.ts';
import { History } from './history.ts';
import { leafOf } from './leaf.ts';
import { leafReader } from './leaves.ts';
import type { Findings, Verified } from './verified.ts';

/** How far the events have been gone through: all acts up to a position, and of those begun behind it these. */
export interface EventsDone {
  readonly position: number;
  readonly acts: readonly string[];
}

const pageSize = 500;

/**
 * Goes through every act in order: its columns against its content, its leaf in the log, and, if asked, decides it again
 * on what it had read and by the law it named. Yields after each act how far it has come.
 */
export async function* checkEvents(
  verified: Verified,
  { counts, discrepancies }: Findings,
  done: EventsDone,
  lawful: boolean,
): AsyncGenerator<EventsDone> {
  const history = new History((place) => verified.ledger.eventsOf(place));
  const originals = originalsOf(verified.ledger);
  const leafAt = leafReader(verified.log);
  const acts = new Set(done.acts);
  /** Acts gone through of which events lie behind the position from which one would go on. */
  const ahead = new Map<string, number>();
  for await (const act of actsInOrder(eventsAfter(verified, done.position, acts))) {
    const [first] = act;
    if (first === undefined) continue;
    counts.acts += 1;
    for (const event of act) {
      counts.events += 1;
      discrepancies.push(...plainFaults(event));
      if (event.logIndex === undefined) counts.waiting += 1;
      else {
        counts.logged += 1;
        discrepancies.push(...(await logFault(event, event.logIndex, leafAt)));
      }
    }
    // What came along from another agency was decided there: here it is compared with what stands there.
    const carried = act.filter(({ carriedFrom }) => carriedFrom !== undefined);
    for (const event of carried) discrepancies.push(...(await carriedFaults(event, originals)));
    if (lawful && carried.length === 0)
      discrepancies.push(...(await decideAgain(act, history, verified.lawBook)));
    for (const event of act) history.add(event);
    ahead.set(keyOf(first), act.at(-1)?.position ?? first.position);
    for (const [key, last] of ahead) if (last <= first.position) ahead.delete(key);
    yield { position: first.position, acts: [...ahead.keys()] };
  }
}

function keyOf({ agency, actId }: StoredEvent): string {
  return JSON.stringify([agency, actId]);
}

async function* eventsAfter(
  { ledger }: Verified,
  position: number,
  gone: ReadonlySet<string>,
): AsyncGenerator<LedgerEvent> {
  for (let after = position; ; ) {
    const page = await ledger.eventsFrom(after, pageSize);
    for (const event of page) if (!gone.has(keyOf(event))) yield event;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.position;
  }
}

/** Columns beside the text must say what the text says; the text itself is held by its leaf. */
function plainFaults(event: LedgerEvent): readonly Discrepancy[] {
  const where = placeOf(event);
  const fault = (what: string): readonly Discrepancy[] => [{ check: 'event', where, what }];
  // An act writes its events and their turn for the log at once: one that is in neither was put in by another way.
  if (event.logIndex === undefined && !event.waiting) return fault('既没有入链，也不在待入链之列');
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
    const why = error instanceof Error ? error.message : String(error);
    return [{ check: 'log', where, what: `日志第 ${index} 条读不出来：${why}` }];
  }
}
