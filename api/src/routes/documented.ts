import { createRoute } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, Handler } from 'hono';
import { z } from 'zod';
import { problem } from '../contract/index.ts';
import { ProblemError } from '../problem.ts';
import { readJson } from './guard.ts';

interface Described {
  readonly method: 'get' | 'post' | 'delete';
  /** In OpenAPI's form, such as /api/cases/{id}. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer?: z.ZodType;
  readonly status?: 200 | 201;
}

/** Adds a route and its line in the OpenAPI document at once, so that neither can be had without the other. */
export function documented(app: OpenAPIHono, described: Described, handler: Handler): void {
  const params = [...described.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const content = (schema: z.ZodType) => ({ 'application/json': { schema } });
  app.openAPIRegistry.registerPath(
    createRoute({
      method: described.method,
      path: described.path,
      summary: described.summary,
      tags: [described.tag],
      request: {
        ...(params.length === 0
          ? {}
          : { params: z.object(Object.fromEntries(params.map((name) => [name, z.string()]))) }),
        ...(described.query === undefined ? {} : { query: described.query }),
        ...(described.body === undefined
          ? {}
          : { body: { content: content(described.body), required: true } }),
      },
      responses: {
        [described.status ?? 200]: {
          description: '成功',
          ...(described.answer === undefined ? {} : { content: content(described.answer) }),
        },
        default: { description: '未能办理', content: { 'application/problem+json': { schema: problem } } },
      },
    }),
  );
  app.on(described.method.toUpperCase(), described.path.replace(/\{(\w+)\}/g, ':$1'), handler);
}

/** Reads and checks a JSON body; a fault names the field and what to write. */
export async function bodyOf<T>(
  context: Context,
  schema: z.ZodType<T>,
): Promise<{ value: T; sent: unknown }> {
  const sent = await readJson(context);
  const parsed = schema.safeParse(sent);
  if (parsed.success) return { value: parsed.data, sent };
  const issue = parsed.error.issues[0];
  const unknown = issue?.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : undefined;
  const path = [...(issue?.path ?? []), ...(unknown === undefined ? [] : [unknown])].map(String).join('.');
  const told = issue !== undefined && /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : undefined;
  throw new ProblemError({
    title:
      unknown !== undefined
        ? '提交了不认识的栏目'
        : told === undefined
          ? '提交的内容缺少必要的栏目或者写法不对'
          : '填写不合要求',
    status: 400,
    field: path === '' ? 'body' : path,
    // What the schema itself says for people; otherwise the message is the library's own, and of no use to them.
    remedy: unknown !== undefined ? '去掉这一栏' : (told ?? '按接口说明填写这一栏'),
  });
}
