import type { Act } from '@zhaozhang/core';
import type { BlobStore } from '@zhaozhang/evidence';
import type { Store } from '@zhaozhang/store';
import { ProblemError } from '../problem.ts';
import { isFileName } from './file-name.ts';

interface Attached {
  readonly path: string;
  readonly digest: string;
  readonly name: string;
}

/**
 * Are the files an act names there, under names that can be shown? Asked before the act is decided: an event must
 * never name bytes that nobody can produce.
 */
export async function requireAttachments(
  { blobs, store }: { readonly blobs: BlobStore; readonly store: Pick<Store, 'blobs'> },
  act: Act,
): Promise<void> {
  const attached = [...attachedIn(act.input, 'input'), ...attachedIn(act.record, 'record')];
  if (attached.length === 0) return;
  // A digest known from elsewhere is no file of this agency: it is as if it had not been handed in.
  const held = await store.blobs.held(
    act.agency,
    attached.map(({ digest }) => digest),
  );
  for (const { path, digest, name } of attached) {
    if (!isFileName(name))
      throw new ProblemError({
        title: '附件的文件名不能用',
        status: 400,
        field: path,
        remedy: '文件名不含斜杠和控制字符，不超过 200 字',
      });
    if (!held.has(digest) || (await blobs.stat(digest)) === undefined)
      throw new ProblemError({ title: '附件还没有上传', status: 400, field: path, remedy: '重新上传附件' });
  }
}

function attachedIn(value: unknown, path: string): readonly Attached[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => attachedIn(item, path));
  const { blob, name } = value as { readonly blob?: unknown; readonly name?: unknown };
  const digest = typeof blob === 'string' ? /^sha256:([0-9a-f]{64})$/.exec(blob)?.[1] : undefined;
  if (digest !== undefined && typeof name === 'string') return [{ path, digest, name }];
  return Object.entries(value).flatMap(([key, item]) => attachedIn(item, `${path}.${key}`));
}
