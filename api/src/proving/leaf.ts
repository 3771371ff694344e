import { createHash } from 'node:crypto';
import { canonical } from '@zhaozhang/core';
import type { StoredEvent } from '@zhaozhang/store';

/**
 * The leaf of an event in the transparency log: what proves it without telling it. The digest of the data is salted,
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
    data: createHash('sha256').update(event.salt).update(event.data).digest('hex'),
  };
  return new TextEncoder().encode(canonical(leaf));
}
