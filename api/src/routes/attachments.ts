import type { OpenAPIHono } from '@hono/zod-openapi';
import { BlobTooLarge } from '@zhaozhang/evidence';
import { z } from 'zod';
import { isFileName } from '../acts/file-name.ts';
import { headLength, mediaTypeOf, nameMismatch } from '../acts/media-type.ts';
import type { MediaType } from '../acts/media-type.ts';
import { attachmentResult } from '../contract/index.ts';
import { notFound, ProblemError } from '../problem.ts';
import type { World } from '../world.ts';
import { documented } from './documented.ts';
import { accountOf, seenCase } from './signed-in.ts';
import { caseId, noteReading, openMarked } from './views.ts';

/** Largest attachment in one request. */
const largest = 200 * 1024 * 1024;

export function attachmentRoutes(app: OpenAPIHono, world: World): void {
  documented(
    app,
    {
      method: 'post',
      path: '/api/attachments',
      summary: '上传附件，请求体即文件内容',
      tag: '附件',
      query: z.object({ name: z.string() }),
      answer: attachmentResult,
      status: 201,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const name = fileName(context.req.query('name'));
      const body = context.req.raw.body;
      const declared = Number(context.req.header('content-length') ?? '0');
      if (declared > largest) throw tooLarge();
      if (body === null) throw empty();
      try {
        // On disk, flushed and named before anyone gets the digest: no event can name a file that is not there.
        const content = withContent(body as unknown as AsyncIterable<Uint8Array>);
        const stored = await world.blobs.put(content, { maxBytes: largest });
        const found = await mediaTypeStored(world, stored.sha256);
        // Only now is it the agency's: what nobody notes as theirs, no act can name.
        await world.store.blobs.received(account.agency, stored.sha256, found.type);
        const says = nameMismatch(name, found);
        return context.json(
          {
            ...{ blob: `sha256:${stored.sha256}`, name, bytes: stored.bytes, kind: found.label },
            ...(says === undefined ? {} : { says }),
          },
          201,
        );
      } catch (error) {
        if (error instanceof BlobTooLarge) throw tooLarge();
        throw error;
      }
    },
  );

  documented(
    app,
    {
      method: 'get',
      path: '/api/attachments/{digest}',
      summary: '下载附件；每次下载留下记录',
      tag: '附件',
      query: z.object({ case: z.string() }),
    },
    async (context) => {
      const account = await accountOf(world, context);
      const digest = context.req.param('digest') ?? '';
      const id = caseId(context.req.query('case'));
      const { state, context: standing } = await seenCase(world, account, id);
      const name = /^[0-9a-f]{64}$/.test(digest) ? nameIn(state, `sha256:${digest}`) : undefined;
      const stat = name === undefined ? undefined : await world.blobs.stat(digest);
      if (name === undefined || stat === undefined) throw notFound('这个附件');
      const blob = `sha256:${digest}`;
      const holding = state.entries.filter((entry) => nameIn(entry, blob) !== undefined);
      await openMarked(world, account, { state, standing }, holding);
      await noteReading(world, account, `case/${id}`, '查看附件', standing.law.digest);
      // Served inert: never as a page, whatever the file is or claims to be, and nothing in it is ever unpacked.
      const headers = {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${extended(name)}`,
        'cache-control': 'private, no-store',
        'accept-ranges': 'bytes',
      };
      const range = rangeOf(context.req.header('range'), stat.bytes);
      if (range === 'unsatisfiable')
        throw new ProblemError(
          { title: '所要的部分超出了文件', status: 416, remedy: '重新下载整个文件' },
          { 'content-range': `bytes */${stat.bytes}` },
        );
      const { start, end } = range ?? { start: 0, end: stat.bytes };
      return context.body(streamOf(world.blobs.read(digest, range)), range === undefined ? 200 : 206, {
        ...headers,
        'content-length': String(end - start),
        ...(range === undefined ? {} : { 'content-range': `bytes ${start}-${end - 1}/${stat.bytes}` }),
      });
    },
  );
}

/** The name a file came under, without any path in it. It is shown and offered on download, never used on disk. */
function fileName(text: string | undefined): string {
  const name = (text ?? '').normalize('NFC').trim();
  if (!isFileName(name))
    throw new ProblemError({
      title: '文件名不能用',
      status: 400,
      field: 'name',
      remedy: '文件名不含斜杠和控制字符，不超过 200 字',
    });
  return name;
}

/** Refuses a program; its bytes stay unnamed, and so out of reach. */
async function mediaTypeStored(world: World, sha256: string): Promise<MediaType> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of world.blobs.read(sha256, { start: 0, end: headLength })) chunks.push(chunk);
  const found = mediaTypeOf(Buffer.concat(chunks));
  if (found.program !== true) return found;
  throw new ProblemError({
    title: `这个文件的内容是${found.label}，不能作为附件`,
    status: 415,
    field: 'body',
    remedy: '改为上传文书、图片、录音、录像；确需保存的程序，放在压缩包里上传',
  });
}

/** RFC 8187: what is left of a name that a header can carry. */
function extended(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*!]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The one part asked for; undefined for the whole, also where it is asked in a way not understood here. */
function rangeOf(
  header: string | undefined,
  size: number,
): { readonly start: number; readonly end: number } | 'unsatisfiable' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size : Math.min(size, Number(to) + 1);
  return start < end ? { start, end } : 'unsatisfiable';
}

/** The same bytes; ends in a refusal when there were none, so that nothing is kept. */
async function* withContent(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    yield chunk;
  }
  if (bytes === 0) throw empty();
}

function tooLarge(): ProblemError {
  return new ProblemError({
    title: '文件超过 200 MB',
    status: 413,
    field: 'body',
    remedy: '分成几个文件上传',
  });
}

function empty(): ProblemError {
  return new ProblemError({ title: '文件是空的', status: 400, field: 'body', remedy: '选择有内容的文件' });
}

/** The name under which a blob is attached in a state, if it is. */
function nameIn(value: unknown, blob: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { blob: found, name } = value as { blob?: unknown; name?: unknown };
  if (found === blob && typeof name === 'string') return name;
  for (const item of Object.values(value)) {
    const inner = nameIn(item, blob);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function streamOf(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
