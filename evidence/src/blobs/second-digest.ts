import { mkdir, rename } from 'node:fs/promises';
import { readIfPresent } from '../durable/read-if-present.ts';
import { replaceFile } from '../durable/replace-file.ts';
import { syncUpTo } from '../durable/sync-up-to.ts';
import { fileOf, folderOf, type Places } from './places.ts';

/**
 * The SM3 digest of a blob lies in a small file of its own: computing it again takes a second per 200 MB,
 * and pages that list evidence show it. The bytes stay the authority; `check` compares.
 */
export async function readSm3(places: Places, sha256: string): Promise<string | undefined> {
  const bytes = await readIfPresent(fileOf(places.sm3, sha256));
  const text = bytes === undefined ? '' : Buffer.from(bytes).toString('latin1');
  return /^[0-9a-f]{64}\n$/.test(text) ? text.slice(0, 64) : undefined;
}

/**
 * Keeps the SM3 digest of a blob; durable when this resolves. A damaged one is replaced.
 * @param draft a name in staging nobody else uses
 */
export async function keepSm3(places: Places, sha256: string, sm3: string, draft: string): Promise<void> {
  const folder = folderOf(places.sm3, sha256);
  const kept = await readSm3(places, sha256);
  if (kept !== sm3) {
    await mkdir(folder, { recursive: true });
    await replaceFile(draft, Buffer.from(`${sm3}\n`), 0o444);
    await rename(draft, fileOf(places.sm3, sha256));
  }
  await syncUpTo([folder], places.root);
}
