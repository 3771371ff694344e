import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isErrno } from '../durable/is-errno.ts';
import { syncDirectory } from '../durable/sync-directory.ts';
import { sameBytes } from '../verify/bytes.ts';
import { type Checkpoint, openCheckpoint, type TreeHead } from '../verify/checkpoint.ts';
import { Unverified } from '../verify/unverified.ts';
import { requireEdge } from './batch.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoint-files.ts';
import { LogDamaged } from './errors.ts';
import { recover } from './recover.ts';
import { emptyRoot } from './rfc6962.ts';
import { signCheckpoint } from './sign-checkpoint.ts';
import type { Signer } from './signer.ts';
import { treeReader } from './tree-reader.ts';

/** A checkpoint of this log as text and as what it says. */
export interface Signed {
  readonly text: string;
  readonly head: Checkpoint;
}

/** Opens a checkpoint file's text; what is wrong with it is damage of the log. */
export async function openOwn(text: string, file: string, signer: Signer): Promise<Signed> {
  try {
    return { text, head: await openCheckpoint(text, signer.verifierKey) };
  } catch (error) {
    if (error instanceof Unverified) throw new LogDamaged(file, error.message);
    throw error;
  }
}

async function isEmpty(directory: string): Promise<boolean> {
  try {
    return (await readdir(directory)).length === 0;
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return true;
    throw error;
  }
}

/**
 * The state a log has on disk: exactly what its checkpoint says. A new directory gets a signed checkpoint of
 * the empty log, so that even the first entries grow from something a witness can have seen.
 * @throws LogDamaged
 */
export async function openState(directory: string, signer: Signer): Promise<Signed> {
  await mkdir(directory, { recursive: true });
  const text = await readCheckpoint(directory, 'checkpoint');
  if (text !== undefined) {
    const signed = await openOwn(text, 'checkpoint', signer);
    await recover(directory, signed.head.size);
    await requireEdge(directory, signed.head);
    return signed;
  }
  // Starting over beside existing entries would sign a second history under the same name.
  if (!(await isEmpty(join(directory, 'tile')))) throw new LogDamaged('checkpoint', '检查点缺失，而条目仍在');
  const first = signCheckpoint({ origin: signer.name, size: 0, root: emptyRoot() }, signer);
  await writeCheckpoint(directory, 'checkpoint', first);
  await syncDirectory(dirname(resolve(directory)));
  return openOwn(first, 'checkpoint', signer);
}

/**
 * The largest cosigned checkpoint kept, checked against the log as it is now: a history rewritten and signed
 * anew with the stolen key shows here, as long as this file or a witness remembers.
 * @throws LogDamaged
 */
export async function openCosigned(
  directory: string,
  signer: Signer,
  now: TreeHead,
): Promise<Signed | undefined> {
  const text = await readCheckpoint(directory, 'checkpoint.cosigned');
  if (text === undefined) return undefined;
  const signed = await openOwn(text, 'checkpoint.cosigned', signer);
  const { size, root } = signed.head;
  if (size > now.size || !sameBytes(await treeReader(directory, now.size).range(0, size), root)) {
    throw new LogDamaged('checkpoint.cosigned', '见证过的检查点与现有日志不一致：历史疑被改写或回退');
  }
  return signed;
}
