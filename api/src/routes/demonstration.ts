import { timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { dayOf, parseInstant, startOfDay, addMinutes } from '@zhaozhang/core/time';
import type { Instant } from '@zhaozhang/core/time';
import type { MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { clockView, demoRoles, demoSignIn, me } from '../contract/index.ts';
import { notFound, ProblemError } from '../problem.ts';
import type { Demonstration, World } from '../world.ts';
import { addressOf, keepSession } from './cookies.ts';
import { bodyOf, documented } from './documented.ts';
import { accountOf, agencyOf, meOf, standingOf } from './signed-in.ts';

const morning = 9 * 60;

const moveClock = z.strictObject({
  to: z.string().min(1).max(40).describe('next-workday，或者一个时刻'),
});

/** Role buttons and the movable clock of a demonstration; in production none of this is there. */
export function demonstrationRoutes(app: OpenAPIHono, world: World): void {
  documented(
    app,
    { method: 'get', path: '/api/clock', summary: '法律时钟', tag: '时钟', answer: clockView },
    (context) => context.json({ now: world.clock.now(), demonstration: world.clock.demonstration }),
  );
  const { demonstration } = world;
  if (demonstration === undefined) return;
  app.use('/api/demo/*', ownAddress);
  documented(
    app,
    { method: 'get', path: '/api/demo/roles', summary: '演示角色', tag: '演示', answer: demoRoles },
    (context) => context.json({ roles: [...demonstration.roles], token: demonstration.token }),
  );
  documented(
    app,
    {
      method: 'post',
      path: '/api/demo/session',
      summary: '以演示角色登录',
      tag: '演示',
      body: demoSignIn,
      answer: me,
    },
    async (context) => {
      const { value } = await bodyOf(context, demoSignIn);
      requireToken(demonstration, value.token);
      const account = demonstration.roles.some((role) => role.login === value.login)
        ? await world.store.accounts.find(value.login)
        : undefined;
      if (account === undefined) throw notFound('这个演示角色');
      if (account.disabled)
        throw new ProblemError({
          title: '这个账户已经停用',
          status: 403,
          remedy: '换一个角色进入；管理员可以在「账户管理」里启用',
        });
      keepSession(context, await world.sessions.open(account, addressOf(context)));
      return context.json(await meOf(world, account));
    },
  );
  documented(
    app,
    {
      method: 'post',
      path: '/api/demo/clock',
      summary: '演示时钟前移',
      tag: '演示',
      body: moveClock,
      answer: clockView,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const { value } = await bodyOf(context, moveClock);
      const moment =
        value.to === 'next-workday'
          ? await nextMorning(world, account)
          : (parseInstant(value.to) ?? badMoment());
      if (moment < world.clock.now())
        throw new ProblemError({
          title: '演示时钟只能前移',
          status: 409,
          field: 'to',
          remedy: '选择以后的时刻',
        });
      await requireCalendar(world, account, moment);
      world.clock.moveTo(moment);
      return context.json({ now: world.clock.now(), demonstration: true });
    },
  );
}

/** The clock is kept and never goes back: beyond the years whose days off are known a demonstration would be lost. */
async function requireCalendar(
  world: World,
  account: Parameters<typeof standingOf>[1],
  moment: Instant,
): Promise<void> {
  const { context } = await standingOf(world, account, await agencyOf(world, account));
  const last = Math.max(...context.law.calendar.years.map((one) => one.year));
  if (Number(moment.slice(0, 4)) > last)
    throw new ProblemError({
      title: '没有那一年的日历',
      status: 400,
      field: 'to',
      remedy: `选择 ${last} 年以内的时刻`,
    });
}

/**
 * The token that role buttons carry is given to whoever asks, so it must be asked for by our own address: a name of
 * somebody else's that has been made to point here (DNS rebinding) would otherwise read it.
 */
const ownAddress: MiddlewareHandler = async (context, next) => {
  const host = (context.req.header('host') ?? '').replace(/:\d+$/, '');
  const known = host === 'localhost' || isIP(host.replace(/^\[|\]$/g, '')) !== 0;
  if (!known)
    throw new ProblemError({
      title: '演示角色只在用本机地址打开时可用',
      status: 403,
      remedy: '用启动时打印的地址打开',
    });
  await next();
};

function badMoment(): never {
  throw new ProblemError({ title: '时刻的写法不对', status: 400, field: 'to', remedy: '按年月日时分填写' });
}

async function nextMorning(world: World, account: Parameters<typeof standingOf>[1]): Promise<Instant> {
  const { context } = await standingOf(world, account, await agencyOf(world, account));
  return addMinutes(startOfDay(context.law.calendar.nthWorkdayAfter(dayOf(world.clock.now()), 1)), morning);
}

function requireToken(demonstration: Demonstration, token: string): void {
  const given = Buffer.from(token);
  const held = Buffer.from(demonstration.token);
  if (given.length !== held.length || !timingSafeEqual(given, held))
    throw new ProblemError({ title: '演示令牌已失效', status: 403, remedy: '刷新页面后重试' });
}
