import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { isErrno } from '../durable/is-errno.ts';

/** Bytes read at a time. */
export const CHUNK = 256 * 1024;

/** Digests of a file's bytes as they are on disk now, or `undefined` when there is no file. */
export async function digestsOf(file: string): Promise<{ sha256: string; sm3: string } | undefined> {
  const sha256 = createHash('sha256');
  const sm3 = createHash('sm3');
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) {
      sha256.update(chunk);
      sm3.update(chunk);
    }
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined;
    throw error;
  }
  return { sha256: sha256.digest('hex'), sm3: sm3.digest('hex') };
}
