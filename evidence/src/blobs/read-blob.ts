import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { isErrno } from '../durable/is-errno.ts';
import { CHUNK } from './digests.ts';
import { BlobAltered, BlobMissing } from './errors.ts';

/** Bytes [start, end) of a blob, for players that seek. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Streams a blob's file. A whole reading is checked against the digest; a part cannot be, and is what the
 * last check of the store vouched for.
 */
export async function* readBlob(
  file: string,
  sha256: string,
  range: ByteRange | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (range !== undefined && range.end <= range.start) return;
  // The stream's `end` is the last byte, not the one after it.
  const part = range === undefined ? {} : { start: range.start, end: range.end - 1 };
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK, ...part })) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (error) {
    if (isErrno(error, 'ENOENT')) throw new BlobMissing(sha256);
    throw error;
  }
  if (range === undefined && hash.digest('hex') !== sha256) throw new BlobAltered(sha256);
}
