import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { writeAll } from '../durable/write-all.ts';
import { BlobTooLarge } from './errors.ts';

/** What was received into staging. */
export interface Received {
  readonly sha256: string;
  readonly sm3: string;
  readonly bytes: number;
}

/**
 * Writes a stream to a new file and makes the bytes durable; holds one chunk in memory. The file becomes
 * read-only before it can get its name, so no blob is ever writable. Both digests are taken on the way: SM3
 * is the slower (some 200 MB/s), still faster than the lines evidence comes in by, and a blob whose second
 * digest came later would be in two states.
 * @throws BlobTooLarge as soon as the limit is passed, without reading on
 */
export async function receive(
  source: AsyncIterable<Uint8Array>,
  file: string,
  maxBytes: number,
): Promise<Received> {
  const sha256 = createHash('sha256');
  const sm3 = createHash('sm3');
  let bytes = 0;
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const chunk of source) {
      bytes += chunk.length;
      // Not `bytes > maxBytes`: a limit that is not a number must not mean no limit.
      if (!(bytes <= maxBytes)) throw new BlobTooLarge(maxBytes);
      sha256.update(chunk);
      sm3.update(chunk);
      await writeAll(handle, chunk);
    }
    await handle.chmod(0o444);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: sha256.digest('hex'), sm3: sm3.digest('hex'), bytes };
}
