import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeAll } from './write-all.ts';

/**
 * Puts bytes under a name in one step: readers see the old content or the new, never a part. The bytes are
 * on disk before the name points at them; the name is durable only after its directory is synced, which is
 * the caller's, who may have many names in one directory.
 */
export async function replaceFile(path: string, bytes: Uint8Array, mode = 0o644): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.draft`;
  try {
    const handle = await open(draft, 'w', mode);
    try {
      await writeAll(handle, bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}
