import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfPresent } from '../durable/read-if-present.ts';
import { replaceFile } from '../durable/replace-file.ts';
import { syncDirectory } from '../durable/sync-directory.ts';
import { parseCount } from '../verify/count.ts';
import { utf8 } from '../verify/platform.ts';
import { LogDamaged } from './errors.ts';

/**
 * What a batch is about to do, on disk before it does it. After a crash it tells files of an unfinished batch
 * (to be removed) from files past a checkpoint that somebody set back (to be reported, never removed).
 */
export interface Intent {
  readonly from: number;
  readonly to: number;
}

const FILE = 'intent';

/** Announces a batch; durable when this resolves. */
export async function announce(directory: string, { from, to }: Intent): Promise<void> {
  await replaceFile(join(directory, FILE), utf8(`${from} ${to}\n`));
  await syncDirectory(directory);
}

/** The batch announced and not yet put away. */
export async function readIntent(directory: string): Promise<Intent | undefined> {
  const bytes = await readIfPresent(join(directory, FILE));
  if (bytes === undefined) return undefined;
  const [fromText, toText, ...rest] = Buffer.from(bytes).toString('utf8').replace(/\n$/, '').split(' ');
  const from = parseCount(fromText ?? '');
  const to = parseCount(toText ?? '');
  if (from === undefined || to === undefined || rest.length > 0) throw new LogDamaged(FILE, '内容不正确');
  return { from, to };
}

/**
 * Puts the announcement away. Need not be durable: found again after a power failure it names a batch that
 * is either wholly signed or wholly removed, and both are recognised.
 */
export async function withdraw(directory: string): Promise<void> {
  await rm(join(directory, FILE), { force: true });
}
