import type { OpenAPIHono } from '@hono/zod-openapi';
import { deleteCookie, getCookie } from 'hono/cookie';
import { me, signIn, signInAnswer, signInCode } from '../contract/index.ts';
import { ProblemError } from '../problem.ts';
import { awaitingCookie, sessionCookie } from '../sessions/sessions.ts';
import type { Throttled } from '../sessions/sessions.ts';
import type { World } from '../world.ts';
import { addressOf, forgetAwaiting, keepAwaiting, keepSession } from './cookies.ts';
import { bodyOf, documented } from './documented.ts';
import { tokenOf } from './guard.ts';
import { meOf, signedInOf } from './signed-in.ts';

const tag = '登录';

export function sessionRoutes(app: OpenAPIHono, world: World): void {
  documented(
    app,
    { method: 'get', path: '/api/session', summary: '当前登录的人', tag, answer: me },
    async (context) => context.json(await meOf(world, await signedInOf(world, context))),
  );
  documented(
    app,
    { method: 'post', path: '/api/session', summary: '登录', tag, body: signIn, answer: signInAnswer },
    async (context) => {
      const { value } = await bodyOf(context, signIn);
      const result = await world.sessions.signIn(value.login, value.password, addressOf(context));
      if (result.outcome === 'throttled') throw throttled(result);
      if (result.outcome === 'refused')
        throw new ProblemError({ title: '登录名或者口令不对', status: 401, remedy: '核对后重新输入' });
      if (result.outcome === 'code-awaited') {
        keepAwaiting(context, result.token);
        return context.json({ codeAwaited: true });
      }
      keepSession(context, result.token);
      return context.json(await meOf(world, result.account));
    },
  );
  documented(
    app,
    {
      method: 'post',
      path: '/api/session/code',
      summary: '登录的第二步：验证码或者恢复码',
      tag,
      body: signInCode,
      answer: me,
    },
    async (context) => {
      const token = getCookie(context, awaitingCookie);
      // Without a first step there is nothing a code could be for, whatever was sent.
      if (token === undefined) throw lapsed();
      const { value } = await bodyOf(context, signInCode);
      const result = await world.sessions.enterCode(token, value.code, addressOf(context));
      if (result.outcome === 'throttled') throw throttled(result);
      if (result.outcome === 'refused') throw wrongCode();
      if (result.outcome === 'lapsed') {
        forgetAwaiting(context);
        throw lapsed();
      }
      forgetAwaiting(context);
      keepSession(context, result.token);
      return context.json(await meOf(world, result.account));
    },
  );
  documented(app, { method: 'delete', path: '/api/session', summary: '退出', tag }, async (context) => {
    await world.sessions.close(tokenOf(context));
    await world.sessions.close(getCookie(context, awaitingCookie));
    deleteCookie(context, sessionCookie, { path: '/' });
    forgetAwaiting(context);
    return context.json({});
  });
}

function lapsed(): ProblemError {
  return new ProblemError({
    title: '登录要从头来',
    status: 401,
    remedy: '输入口令之后五分钟内填写验证码；请重新输入登录名和口令',
  });
}

function wrongCode(): ProblemError {
  return new ProblemError({
    title: '验证码不对，或者已经用过',
    status: 401,
    field: 'code',
    remedy: '等验证器换出下一个再填；手机不在身边的，填一个没有用过的恢复码',
  });
}

export function throttled({ retryAfter }: Throttled): ProblemError {
  return new ProblemError(
    { title: '登录失败次数过多', status: 429, remedy: '十分钟后再试；忘记口令的请管理员重设' },
    { 'retry-after': String(retryAfter) },
  );
}
