import { join } from 'node:path';
import { readIfPresent } from '../durable/read-if-present.ts';
import { replaceFile } from '../durable/replace-file.ts';
import { syncDirectory } from '../durable/sync-directory.ts';
import { utf8 } from '../verify/platform.ts';

/** The current checkpoint, and the largest one that witnesses have cosigned. */
export type CheckpointFile = 'checkpoint' | 'checkpoint.cosigned';

/** Text of a checkpoint file, or `undefined` when there is none. */
export async function readCheckpoint(directory: string, file: CheckpointFile): Promise<string | undefined> {
  const bytes = await readIfPresent(join(directory, file));
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
}

/** Replaces a checkpoint in one step; durable when this resolves. */
export async function writeCheckpoint(directory: string, file: CheckpointFile, text: string): Promise<void> {
  await replaceFile(join(directory, file), utf8(text));
  await syncDirectory(directory);
}
