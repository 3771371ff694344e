import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Noted, OfAccount, StoredAccount } from '@zhaozhang/store';
import type { Context } from 'hono';
import { ulid } from 'ulid';
import { accountActed, accountAction, accountList, accountMade, newAccount } from '../contract/index.ts';
import type { AccountAction } from '../contract/index.ts';
import { notFound, ProblemError } from '../problem.ts';
import { oneTimePassword } from '../sessions/one-time-password.ts';
import { hashPassword } from '../sessions/passwords.ts';
import type { World } from '../world.ts';
import { bodyOf, documented } from './documented.ts';
import { openAccount } from './open-account.ts';
import { requirePassword } from './password-rule.ts';
import { accountOf, agencyOf } from './signed-in.ts';

const tag = '账户';
const shownNotes = 30;

const words: Readonly<Record<AccountAction, string>> = {
  'reset-password': '重设了口令，结束了各处的登录',
  disable: '停用了账户',
  enable: '启用了账户',
  'end-sessions': '结束了各处的登录',
  'reset-second-factor': '取消了第二重验证，结束了各处的登录',
  'link-identity': '关联了统一身份认证',
  'unlink-identity': '取消了与统一身份认证的关联',
};

/** What administrators do about the accounts of their agency. Each of it leaves a note of who did it. */
export function accountRoutes(app: OpenAPIHono, world: World): void {
  documented(
    app,
    { method: 'get', path: '/api/accounts', summary: '本机关的账户', tag, answer: accountList },
    async (context) => {
      const administrator = await administratorOf(world, context);
      const [accounts, agency, notes] = await Promise.all([
        world.store.accounts.list(administrator.agency),
        agencyOf(world, administrator),
        world.store.accounts.notes(administrator.agency, undefined, shownNotes),
      ]);
      const withUnit = (id: string): string | undefined => {
        const officer = agency.officers[id];
        const unit = officer === undefined ? undefined : agency.units[officer.unit]?.name;
        return officer === undefined
          ? undefined
          : unit === undefined
            ? officer.name
            : `${officer.name}（${unit}）`;
      };
      const provider = world.identityProvider;
      const linked =
        provider === undefined
          ? undefined
          : await world.store.accounts.identities(administrator.agency, provider.issuer);
      const taken = new Set(accounts.map(({ officerId }) => officerId));
      return context.json({
        rows: accounts.map((one) => {
          const officer = one.officerId === undefined ? undefined : withUnit(one.officerId);
          return {
            id: one.id,
            login: one.login,
            name: one.name,
            ...(officer === undefined ? {} : { officer }),
            administrator: one.administrator,
            disabled: one.disabled,
            mustChange: one.mustChange,
            secondFactor: one.secondFactorAt !== undefined,
            ...(linked === undefined ? {} : { linked: linked.has(one.id) }),
            ...(one.lastSignedInAt === undefined ? {} : { lastSignedInAt: one.lastSignedInAt }),
            own: one.id === administrator.id,
          };
        }),
        ...(provider === undefined ? {} : { identityLabel: provider.label }),
        officers: Object.keys(agency.officers)
          .filter((id) => !taken.has(id))
          .map((id) => ({ id, name: withUnit(id) ?? '' })),
        notes: notes.map(({ name, what, by, at }) => ({ name, what, by, at })),
      });
    },
  );
  documented(
    app,
    {
      method: 'post',
      path: '/api/accounts',
      summary: '开设账户',
      tag,
      body: newAccount,
      answer: accountMade,
      status: 201,
    },
    async (context) => {
      const administrator = await administratorOf(world, context);
      const { value } = await bodyOf(context, newAccount);
      const { agency } = administrator;
      if (value.officer !== undefined) await requireOfficer(world, administrator, value.officer);
      const given = value.password;
      if (given !== undefined) await requirePassword(world, given, { ...value, agency });
      const password = given ?? oneTimePassword();
      await openAccount(world, {
        agency,
        account: ulid(),
        login: value.login,
        name: value.name,
        officerId: value.officer,
        administrator: value.administrator,
        password,
        mustChange: true,
        ...notedBy(administrator, value.administrator ? '开设了管理员账户' : '开设了账户'),
      });
      return context.json({ login: value.login, ...(given === undefined ? { password } : {}) }, 201);
    },
  );
  documented(
    app,
    {
      method: 'post',
      path: '/api/accounts/{id}',
      summary: '重设口令、停用、启用、结束登录、取消第二重验证',
      tag,
      body: accountAction,
      answer: accountActed,
    },
    async (context) => {
      const administrator = await administratorOf(world, context);
      const { value } = await bodyOf(context, accountAction);
      const account = await world.store.accounts.get(administrator.agency, context.req.param('id') ?? '');
      if (account === undefined) throw notFound('这个账户');
      // One's own is changed with one's own password; and so there is always an administrator left.
      if (account.id === administrator.id)
        throw new ProblemError({
          title: '自己的账户不在这里改',
          status: 409,
          remedy: '口令、第二重验证和登录在「账户」页改；停用自己的，请别的管理员办理',
        });
      return context.json(await done(world, administrator, account, value));
    },
  );
}

async function done(
  world: World,
  administrator: StoredAccount,
  account: StoredAccount,
  { do: action, subject }: { readonly do: AccountAction; readonly subject?: string | undefined },
): Promise<{ password?: string }> {
  const { accounts } = world.store;
  const change = {
    agency: account.agency,
    account: account.id,
    ...notedBy(administrator, words[action]),
  };
  switch (action) {
    case 'reset-password': {
      const password = oneTimePassword();
      await accounts.setPassword({ ...change, passwordHash: await hashPassword(password), mustChange: true });
      return { password };
    }
    case 'disable':
    case 'enable':
      await accounts.disable({ ...change, disabled: action === 'disable' });
      return {};
    case 'end-sessions':
      await accounts.endSessions(change);
      return {};
    case 'reset-second-factor':
      if (!(await accounts.dropSecondFactor(change)))
        throw new ProblemError({ title: '这个账户没有第二重验证', status: 409, remedy: '不用取消' });
      // What was opened with two factors does not go on with one.
      await accounts.endSessions({ agency: account.agency, account: account.id });
      return {};
    case 'link-identity':
      if (subject === undefined)
        throw new ProblemError({
          title: '没有写用户标识',
          status: 400,
          field: 'subject',
          remedy: '填写此人在统一身份认证里的用户标识',
        });
      await linkOrNot(world, change, subject);
      return {};
    case 'unlink-identity':
      await linkOrNot(world, change, undefined);
      return {};
  }
}

/** By issuer and subject, never by a name or an address of mail: those can be had by others. */
async function linkOrNot(
  world: World,
  change: OfAccount & Noted,
  subject: string | undefined,
): Promise<void> {
  const { identityProvider: provider, store } = world;
  if (provider === undefined)
    throw new ProblemError({ title: '没有配置统一身份认证', status: 409, remedy: '配置之后再关联' });
  const { issuer } = provider;
  if (subject === undefined) await store.accounts.unlinkIdentity({ ...change, issuer });
  else if (!(await store.accounts.linkIdentity({ ...change, issuer, subject })))
    throw new ProblemError({
      title: '这个身份已经关联了账户',
      status: 409,
      field: 'subject',
      remedy: '核对用户标识；确要换的，先取消原来账户的关联',
    });
}

async function administratorOf(world: World, context: Context): Promise<StoredAccount> {
  const account = await accountOf(world, context);
  if (!account.administrator)
    throw new ProblemError({ title: '只有管理员能够管理账户', status: 403, remedy: '请管理员办理' });
  return account;
}

async function requireOfficer(world: World, administrator: StoredAccount, officer: string): Promise<void> {
  const [agency, accounts] = await Promise.all([
    agencyOf(world, administrator),
    world.store.accounts.list(administrator.agency),
  ]);
  if (agency.officers[officer] === undefined)
    throw new ProblemError({
      title: '没有这个执法人员',
      status: 400,
      field: 'officer',
      remedy: '先在机关事务里登记执法人员，再开设账户',
    });
  if (accounts.some(({ officerId }) => officerId === officer))
    throw new ProblemError({
      title: '这个执法人员已经有账户',
      status: 409,
      field: 'officer',
      remedy: '忘记口令的重设口令，停用的启用，不要另开',
    });
}

function notedBy(administrator: StoredAccount, what: string): Noted {
  return { what, by: { account: administrator.id, name: administrator.name } };
}
