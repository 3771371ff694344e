import type { OpenAPIHono } from '@hono/zod-openapi';
import { ulid } from 'ulid';
import { z } from 'zod';
import { actDefinitions } from '@zhaozhang/core';
import { perform } from '../acts/perform.ts';
import { notFound, ProblemError } from '../problem.ts';
import { hashPassword } from '../sessions/passwords.ts';
import type { World } from '../world.ts';
import { bodyOf, documented } from './documented.ts';
import { performing } from './performing.ts';
import { accountOf } from './signed-in.ts';

const password = z.string().min(12, '口令至少 12 位').max(200);
const login = z.string().regex(/^[a-z][a-z0-9._-]{2,59}$/);

const firstAdministrator = z.strictObject({
  token: z.string().min(1).max(200),
  agency: z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
    name: z.string().min(2).max(60),
    shortName: z.string().min(1).max(10),
  }),
  login,
  name: z.string().min(2).max(30),
  password,
});

const newAccount = z.strictObject({
  login,
  name: z.string().min(2).max(30),
  officer: z.string().max(40).optional(),
  administrator: z.boolean().default(false),
  password,
});

const created = z.object({ login: z.string() });

/** The first administrator, by the one-time token the server printed at its first start; then accounts by administrators. */
export function setUpRoutes(app: OpenAPIHono, world: World): void {
  documented(
    app,
    {
      method: 'post',
      path: '/api/first-administrator',
      summary: '以一次性令牌设立首个管理员',
      tag: '设立',
      body: firstAdministrator,
      answer: created,
      status: 201,
    },
    async (context) => {
      if (!world.firstAdministrator.open) throw notFound('这个接口');
      const { value } = await bodyOf(context, firstAdministrator);
      if (!world.firstAdministrator.accept(value.token))
        throw new ProblemError({
          title: '令牌不对',
          status: 403,
          field: 'token',
          remedy: '使用启动时打印的令牌',
        });
      const account = await makeAccount(world, value.agency.id, { ...value, administrator: true });
      const act = {
        id: ulid(),
        name: actDefinitions.get('agency.establish')?.name ?? '',
        agency: value.agency.id,
        stream: `agency/${value.agency.id}`,
        input: { name: value.agency.name, shortName: value.agency.shortName },
        record: {},
        occurredAt: world.clock.now(),
      };
      const performed = await perform(
        performing(world),
        act,
        { account, name: value.name, administrator: true },
        { sent: act, dryRun: false },
      );
      if (performed.outcome !== 'done')
        throw new ProblemError({ title: '机关档案没有设立成功', status: 409, remedy: '核对机关编号后重试' });
      world.firstAdministrator.shut();
      return context.json({ login: value.login }, 201);
    },
  );
  documented(
    app,
    {
      method: 'post',
      path: '/api/accounts',
      summary: '开设账户',
      tag: '设立',
      body: newAccount,
      answer: created,
      status: 201,
    },
    async (context) => {
      const administrator = await accountOf(world, context);
      if (!administrator.administrator)
        throw new ProblemError({ title: '只有管理员能够开设账户', status: 403, remedy: '请管理员办理' });
      const { value } = await bodyOf(context, newAccount);
      if ((await world.store.accounts.find(value.login)) !== undefined)
        throw new ProblemError({
          title: '这个登录名已有人使用',
          status: 409,
          field: 'login',
          remedy: '换一个登录名',
        });
      await makeAccount(world, administrator.agency, value);
      return context.json({ login: value.login }, 201);
    },
  );
}

async function makeAccount(
  world: World,
  agency: string,
  account: {
    login: string;
    name: string;
    password: string;
    officer?: string | undefined;
    administrator: boolean;
  },
): Promise<string> {
  const id = ulid();
  await world.store.accounts.put({
    agency,
    id,
    login: account.login,
    name: account.name,
    officerId: account.officer,
    passwordHash: await hashPassword(account.password),
    administrator: account.administrator,
    disabled: false,
  });
  return id;
}
