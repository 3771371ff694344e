import type { Problem } from '@zhaozhang/api/contract';

/** Why there is no answer: the network did not carry the question, or the server said what is wrong. */
export type Failure = { readonly kind: 'network' } | { readonly kind: 'problem'; readonly problem: Problem };

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/** Asks the server; never throws. Every change carries the header that a foreign page cannot send. */
export async function request<T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Reply<T>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        accept: 'application/json',
        ...(method === 'GET' ? {} : { 'x-zhaozhang': '1' }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    return { ok: false, failure: { kind: 'network' } };
  }
  const text = await response.text().catch(() => '');
  return readReply<T>(response.status, text);
}

/** Reads what came back; an answer that is not ours (a proxy's page, half a body) counts as a fault of the server. */
export function readReply<T>(status: number, text: string): Reply<T> {
  const content = parsed(text);
  if (status >= 200 && status < 300) {
    if (text === '' || content !== undefined) return { ok: true, value: content as T };
    return { ok: false, failure: { kind: 'problem', problem: unreadable(502) } };
  }
  const problem = isProblem(content) ? content : unreadable(status);
  return { ok: false, failure: { kind: 'problem', problem } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isProblem(content: unknown): content is Problem {
  return typeof content === 'object' && content !== null && 'title' in content && 'status' in content;
}

function unreadable(status: number): Problem {
  return { type: 'about:blank', status, title: status >= 500 ? '服务器暂时不能处理' : '请求没有被接受' };
}
