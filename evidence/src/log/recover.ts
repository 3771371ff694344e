import { rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isErrno } from '../durable/is-errno.ts';
import { syncUpTo } from '../durable/sync-up-to.ts';
import { LogDamaged } from './errors.ts';
import { type Intent, readIntent, withdraw } from './intent.ts';
import {
  edgeTile,
  levelsAt,
  type Level,
  partialsPath,
  tileAt,
  tileFile,
  TILE_WIDTH,
  tilesWritten,
} from './layout.ts';
import { findSurplus } from './surplus.ts';

/** Directories that exist among these: a crash may have come before some were made. */
async function existing(directories: Iterable<string>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const directory of new Set(directories)) {
    try {
      await stat(directory);
      found.push(directory);
    } catch (error) {
      if (!isErrno(error, 'ENOENT')) throw error;
    }
  }
  return found;
}

/**
 * Removes what an unsigned batch wrote. The removal is durable before the announcement goes: the other way
 * round a power failure could leave files past the checkpoint that nothing explains.
 */
export async function discardBatch(directory: string, { from, to }: Intent): Promise<void> {
  const files = tilesWritten(from, to).map((tile) => tileFile(directory, tile));
  for (const file of files) {
    await rm(file, { force: true });
    await rm(`${file}.draft`, { force: true });
  }
  await syncUpTo(await existing(files.map(dirname)), directory);
  await withdraw(directory);
}

/** Removes the partial forms of tiles that a signed batch has filled, then the announcement. */
export async function finishBatch(directory: string, { from, to }: Intent): Promise<void> {
  const levels: Level[] = ['entries'];
  for (let level = 0; level < levelsAt(to); level += 1) levels.push(level);
  for (const level of levels) {
    const { n } = edgeTile(level, from);
    if (tileAt(level, n, to).width === TILE_WIDTH) {
      await rm(join(directory, partialsPath(level, n)), { recursive: true, force: true });
    }
  }
  await withdraw(directory);
}

/**
 * Brings the files to exactly what the checkpoint of `size` says.
 * @throws LogDamaged when they go beyond it and no crash explains it
 */
export async function recover(directory: string, size: number): Promise<void> {
  for (const name of ['checkpoint', 'checkpoint.cosigned', 'intent']) {
    await rm(join(directory, `${name}.draft`), { force: true });
  }
  const intent = await readIntent(directory);
  if (intent !== undefined) {
    if (intent.from === size) await discardBatch(directory, intent);
    else if (intent.to === size) await finishBatch(directory, intent);
    else
      throw new LogDamaged(
        'checkpoint',
        `检查点为 ${size} 条，而最后一批从 ${intent.from} 条写到 ${intent.to} 条：疑被回退`,
      );
  }
  const surplus = await findSurplus(directory, size);
  if (surplus !== undefined) {
    throw new LogDamaged('checkpoint', `检查点为 ${size} 条，而 ${surplus} 已超出：疑被回退`);
  }
}
