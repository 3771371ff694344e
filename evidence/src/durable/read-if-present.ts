import { readFile } from 'node:fs/promises';
import { isErrno } from './is-errno.ts';

/** A file's bytes, or `undefined` when there is no such file; other failures are thrown. */
export async function readIfPresent(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isErrno(error, 'ENOENT') || isErrno(error, 'ENOTDIR')) return undefined;
    throw error;
  }
}
