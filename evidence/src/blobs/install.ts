import { randomUUID } from 'node:crypto';
import { link, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrno } from '../durable/is-errno.ts';
import { syncUpTo } from '../durable/sync-up-to.ts';
import { digestsOf } from './digests.ts';
import { fileOf, folderOf, type Places } from './places.ts';

/** Gives staged bytes their name; false when the name is taken. */
async function linked(staged: string, file: string): Promise<boolean> {
  try {
    await link(staged, file);
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * Gives received bytes, already durable in staging, the name of their digest; the name is durable when this
 * resolves. If the name is taken the bytes under it are read again before anyone is told they are safe:
 * an altered blob is put aside and the good bytes take its place.
 * @returns whether a sound blob was there already
 */
export async function install(places: Places, staged: string, sha256: string): Promise<boolean> {
  const folder = folderOf(places.blobs, sha256);
  const file = fileOf(places.blobs, sha256);
  await mkdir(folder, { recursive: true });
  const touched = [folder];
  let already = false;
  while (!already && !(await linked(staged, file))) {
    const found = await digestsOf(file);
    already = found?.sha256 === sha256;
    if (found !== undefined && !already) {
      await mkdir(places.altered, { recursive: true });
      await rename(file, join(places.altered, `${sha256}.${randomUUID()}`));
      touched.push(places.altered);
    }
  }
  // Also when it was there already: the upload that made it may not have come to this line.
  await syncUpTo(touched, places.root);
  return already;
}
