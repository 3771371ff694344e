import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { ProblemError } from '../problem.ts';
import { sessionCookie } from '../sessions/sessions.ts';

/** Largest JSON body: a record of many parties fits many times over. */
export const largestBody = 1024 * 1024;

/**
 * A request that changes something must come from our own page: a form of another site cannot set this header, and
 * a browser names the page a request comes from.
 */
export const sameOrigin: MiddlewareHandler = async (context, next) => {
  if (context.req.method !== 'GET' && context.req.method !== 'HEAD') {
    const origin = context.req.header('origin');
    const host = context.req.header('host');
    const foreign = origin !== undefined && hostOf(origin) !== host;
    if (foreign || context.req.header('x-zhaozhang') === undefined)
      throw new ProblemError({
        title: '请求不是从本系统页面发出的',
        status: 403,
        remedy: '从本系统页面重新操作',
      });
  }
  await next();
};

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}

/** Parameters and path come as text too: what no database takes is refused here, whatever asks for it. */
export const soundQuery: MiddlewareHandler = async (context, next) => {
  const remedy = '去掉不可见的控制字符后重试';
  for (const [field, text] of Object.entries(context.req.query()))
    if (unsound.test(text))
      throw new ProblemError({ title: '参数含有不能用的字符', status: 400, field, remedy });
  if (unsound.test(context.req.path) || /%(?:[01][0-9a-f]|7f)/i.test(context.req.path))
    throw new ProblemError({ title: '地址含有不能用的字符', status: 404, remedy });
  await next();
};

/** Control characters and halves of surrogate pairs. */
const unsound = /[\p{Cc}\p{Surrogate}]/u;

/** Reads a JSON body: bounded, in sound UTF-8, without characters the record could not keep. */
export async function readJson(context: Context): Promise<unknown> {
  const bytes = await bytesOf(context);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError({
      title: '提交的内容不是合格的 UTF-8 文字',
      status: 400,
      field: 'body',
      remedy: '用 UTF-8 编码重新提交',
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProblemError({
      title: '提交的内容不是合格的 JSON',
      status: 400,
      field: 'body',
      remedy: '检查格式后重新提交',
    });
  }
  const fault = faultIn(value, 'body', 0);
  if (fault !== undefined)
    throw new ProblemError({ title: fault.what, status: 400, field: fault.path, remedy: fault.remedy });
  return value;
}

async function bytesOf(context: Context): Promise<Uint8Array> {
  const declared = context.req.header('content-length');
  if (Number(declared ?? '0') > largestBody) throw tooLarge();
  // What is longer than it declares itself to be does not get past the server's parser; without a stream it is cheaper.
  if (declared !== undefined) return new Uint8Array(await context.req.raw.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body = context.req.raw.body;
  if (body !== null)
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > largestBody) throw tooLarge();
      chunks.push(chunk);
    }
  return Buffer.concat(chunks);
}

function tooLarge(): ProblemError {
  return new ProblemError({
    title: '提交的内容过大',
    status: 413,
    field: 'body',
    remedy: '文字不超过 1 MB;文件请作为附件上传',
  });
}

const deepest = 12;
/** Half of a surrogate pair: not a character. */
const broken = /\p{Surrogate}/u;

/** What could not be kept as it is: control characters, broken surrogates, null, fractions, too deep a nesting. */
function faultIn(
  value: unknown,
  path: string,
  depth: number,
): { what: string; path: string; remedy: string } | undefined {
  if (depth > deepest) return { what: '内容层次过深', path, remedy: '减少嵌套' };
  if (typeof value === 'string') {
    if (value.includes('\u0000')) return { what: '含有不能保存的控制字符', path, remedy: '删去控制字符' };
    return !broken.test(value) ? undefined : { what: '含有残缺的字符', path, remedy: '重新输入这一栏' };
  }
  if (typeof value === 'number')
    return Number.isSafeInteger(value)
      ? undefined
      : { what: '数字须为整数，金额以分计', path, remedy: '填写整数' };
  if (value === null) return { what: '不能用空值', path, remedy: '没有的栏目不要提交' };
  if (typeof value === 'object')
    for (const [key, item] of Object.entries(value)) {
      if (key === '__proto__' || key.includes('\u0000') || broken.test(key))
        return { what: '栏目名称不能用', path, remedy: '去掉这一栏' };
      const fault = faultIn(item, `${path === 'body' ? '' : `${path}.`}${key}`, depth + 1);
      if (fault !== undefined) return fault;
    }
  return undefined;
}

export function tokenOf(context: Context): string | undefined {
  return getCookie(context, sessionCookie);
}
