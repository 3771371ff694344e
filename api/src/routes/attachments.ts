import type { OpenAPIHono } from '@hono/zod-openapi';
import { BlobTooLarge } from '@zhaozhang/evidence';
import { z } from 'zod';
import { isFileName } from '../acts/file-name.ts';
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
      await accountOf(world, context);
      const name = fileName(context.req.query('name'));
      const body = context.req.raw.body;
      const declared = Number(context.req.header('content-length') ?? '0');
      if (declared > largest) throw tooLarge();
      if (body === null) throw empty();
      try {
        // On disk, flushed and named before anyone gets the digest: no event can name a file that is not there.
        const stored = await world.blobs.put(withContent(body as unknown as AsyncIterable<Uint8Array>), {
          maxBytes: largest,
        });
        return context.json({ blob: `sha256:${stored.sha256}`, name, bytes: stored.bytes }, 201);
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
      // Served inert: never as a page, whatever the file claims to be.
      return new Response(streamOf(world.blobs.read(digest)), {
        headers: {
          'content-type': 'application/octet-stream',
          'content-length': String(stat.bytes),
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
          'x-content-type-options': 'nosniff',
          'cache-control': 'private, no-store',
        },
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
