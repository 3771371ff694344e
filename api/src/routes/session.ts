import type { OpenAPIHono } from '@hono/zod-openapi';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { me, signIn } from '../contract/index.ts';
import { ProblemError } from '../problem.ts';
import { sessionCookie } from '../sessions/sessions.ts';
import type { World } from '../world.ts';
import { bodyOf, documented } from './documented.ts';
import { tokenOf } from './guard.ts';
import { accountOf, meOf } from './signed-in.ts';

export function sessionRoutes(app: OpenAPIHono, world: World): void {
  documented(
    app,
    { method: 'get', path: '/api/session', summary: '当前登录的人', tag: '登录', answer: me },
    async (context) => context.json(await meOf(world, await accountOf(world, context))),
  );
  documented(
    app,
    { method: 'post', path: '/api/session', summary: '登录', tag: '登录', body: signIn, answer: me },
    async (context) => {
      const { value } = await bodyOf(context, signIn);
      const result = await world.sessions.signIn(value.login, value.password, addressOf(context));
      if (result.outcome === 'throttled')
        throw new ProblemError(
          { title: '登录失败次数过多', status: 429, remedy: '十分钟后再试；忘记口令的请管理员重设' },
          { 'retry-after': String(result.retryAfter) },
        );
      if (result.outcome === 'refused')
        throw new ProblemError({ title: '登录名或者口令不对', status: 401, remedy: '核对后重新输入' });
      keepSession(context, result.token);
      return context.json(await meOf(world, result.account));
    },
  );
  documented(
    app,
    { method: 'delete', path: '/api/session', summary: '退出', tag: '登录' },
    async (context) => {
      await world.sessions.close(tokenOf(context));
      deleteCookie(context, sessionCookie, { path: '/' });
      return context.json({});
    },
  );
}

/** The cookie no script can read and no other site can send. */
export function keepSession(context: Context, token: string): void {
  const secure =
    context.req.header('x-forwarded-proto') === 'https' || new URL(context.req.url).protocol === 'https:';
  setCookie(context, sessionCookie, token, { path: '/', httpOnly: true, sameSite: 'Strict', secure });
}

function addressOf(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? '不明';
  } catch {
    return '不明';
  }
}
