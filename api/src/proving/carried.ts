import type { Ledger, StoredEvent } from '@zhaozhang/store';
import { placeOf } from './discrepancy.ts';
import type { Discrepancy } from './discrepancy.ts';

/** The event another agency has at a version of a stream; undefined where it has none. */
export type Originals = (agency: string, event: StoredEvent) => Promise<StoredEvent | undefined>;

/** Reads the events of one stream at a time: those of a file that was carried over follow each other. */
export function originalsOf(ledger: Pick<Ledger, 'eventsOf'>): Originals {
  let held: { readonly key: string; readonly events: readonly StoredEvent[] } | undefined;
  return async (agency, { stream, version }) => {
    const key = `${agency} ${stream}`;
    if (held?.key !== key) held = { key, events: await ledger.eventsOf({ agency, stream }) };
    return held.events.find((one) => one.version === version);
  };
}

/** Of what a carried event and its original have in common: everything but the agency, the place and the way it has come. */
const alike: readonly (keyof StoredEvent)[] = [
  ...(['type', 'data', 'salt', 'bundle', 'occurredAt', 'recordedAt'] as const),
  ...(['actId', 'actSeq', 'actName', 'actDigest'] as const),
];

/** An event that came along with a file says what it says where it was written, letter by letter. */
export async function carriedFaults(
  event: StoredEvent,
  originals: Originals,
): Promise<readonly Discrepancy[]> {
  const [from = '', ...before] = (event.carriedFrom ?? '').split('/');
  const original = await originals(from, event);
  const fault = (what: string): readonly Discrepancy[] => [{ check: 'event', where: placeOf(event), what }];
  if (original === undefined) return fault(`移交的机关（${from}）没有这条事件`);
  const same =
    alike.every((column) => original[column] === event[column]) &&
    (original.carriedFrom ?? '') === before.join('/');
  return same ? [] : fault(`与移交的机关（${from}）的这条事件不符`);
}
