import { open } from 'node:fs/promises';

/**
 * Makes the names in a directory durable. A file's own fsync keeps its bytes, not the entry that leads to
 * them; without this a power failure can leave sound bytes under no name.
 */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
