import { createHash } from 'node:crypto';
import { canonical } from '@zhaozhang/core';
import type { Value } from '@zhaozhang/core';
import type { StoredEvent } from '@zhaozhang/store';

/**
 * The leaf of an event in the transparency log: what proves it without telling it. Digests are salted,
 * so that a leaf, which is public, says nothing of a person even to who would try names.
 */
export function leafOf(event: StoredEvent): Uint8Array {
  const leaf = {
    agency: event.agency,
    stream: event.stream,
    version: event.version,
    type: event.type,
    bundle: event.bundle,
    recordedAt: event.recordedAt,
    data: salted(event, event.data),
    // Who, when and on what basis stand beside the data; for a reading they stand nowhere else.
    beside: salted(
      event,
      canonical({
        act: [event.actId, event.actSeq, event.actName, event.actDigest],
        actor: { ...event.actor },
        occurredAt: event.occurredAt,
        read: event.read,
      } as unknown as Value),
    ),
  };
  return new TextEncoder().encode(canonical(leaf));
}

function salted(event: StoredEvent, text: string): string {
  return createHash('sha256').update(event.salt).update(text).digest('hex');
}
