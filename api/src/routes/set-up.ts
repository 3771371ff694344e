import type { OpenAPIHono } from '@hono/zod-openapi';
import { ulid } from 'ulid';
import { actDefinitions } from '@zhaozhang/core';
import { perform } from '../acts/perform.ts';
import { agencyStateOf } from '../acts/stored-states.ts';
import { accountMade, firstAdministrator, firstAdministratorOpen } from '../contract/index.ts';
import { notFound, ProblemError } from '../problem.ts';
import type { World } from '../world.ts';
import { bodyOf, documented } from './documented.ts';
import { openAccount } from './open-account.ts';
import { refusePassword } from './password-rule.ts';
import { performing } from './performing.ts';

const path = '/api/first-administrator';
const tag = '设立';

/** The first administrator, by the one-time token the server printed at its first start. */
export function setUpRoutes(app: OpenAPIHono, world: World): void {
  documented(
    app,
    { method: 'get', path, summary: '是否还要设立首个管理员', tag, answer: firstAdministratorOpen },
    (context) => context.json({ open: world.firstAdministrator.open }),
  );
  documented(
    app,
    {
      method: 'post',
      path,
      summary: '以一次性令牌设立首个管理员',
      tag,
      body: firstAdministrator,
      answer: accountMade,
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
          remedy: '使用这一次启动时打印的令牌；重新启动过的，令牌也换了',
        });
      const { agency, login, name } = value;
      // Before an account is opened: one in an agency that is there already would be a way into it.
      if ((await agencyStateOf(world.store, agency.id)).version > 0)
        throw new ProblemError({
          title: '这个机关编号已经有机关使用',
          status: 409,
          field: 'agency.id',
          remedy: '换一个编号；已经设立的机关由它的管理员开设账户',
        });
      refusePassword(value.password, { login, name, agency: [agency.name, agency.shortName] });
      const by = { account: ulid(), name };
      await openAccount(world, {
        agency: agency.id,
        account: by.account,
        login,
        name,
        officerId: undefined,
        administrator: true,
        password: value.password,
        // Chosen by the very person: nobody else has known it.
        mustChange: false,
        what: '设立机关时开设了账户',
        by,
      });
      const act = {
        id: ulid(),
        name: actDefinitions.get('agency.establish')?.name ?? '',
        agency: agency.id,
        stream: `agency/${agency.id}`,
        input: { name: agency.name, shortName: agency.shortName },
        record: {},
        occurredAt: world.clock.now(),
      };
      const performed = await perform(
        performing(world),
        act,
        { ...by, administrator: true },
        { sent: act, dryRun: false },
      );
      if (performed.outcome !== 'done')
        throw new ProblemError({ title: '机关档案没有设立成功', status: 409, remedy: '核对机关编号后重试' });
      world.firstAdministrator.shut();
      return context.json({ login }, 201);
    },
  );
}
