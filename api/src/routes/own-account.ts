import type { OpenAPIHono } from '@hono/zod-openapi';
import type { StoredAccount } from '@zhaozhang/store';
import type { Context } from 'hono';
import {
  enrolment,
  enrolmentBegun,
  enrolmentCode,
  factorDrop,
  ownAccount,
  passwordChange,
  recoveryCodes,
  sessionsEnd,
  sessionsEnded,
} from '../contract/index.ts';
import { ProblemError } from '../problem.ts';
import { hashPassword } from '../sessions/passwords.ts';
import { enrolmentAddress, newRecoveryCodes, newSecret, stepOfCode } from '../sessions/second-factor.ts';
import { digestOf, factorOf, recoveryDigest } from '../sessions/sessions.ts';
import type { World } from '../world.ts';
import { addressOf } from './cookies.ts';
import { bodyOf, documented } from './documented.ts';
import { tokenOf } from './guard.ts';
import { requirePassword } from './password-rule.ts';
import { requireShown, wrongPassword } from './shown.ts';
import { accountOf, agencyOf, factorDemanded, firstOf, signedInOf } from './signed-in.ts';

const tag = '账户';
const shownNotes = 20;

/** What everybody does about their own account. */
export function ownAccountRoutes(app: OpenAPIHono, world: World): void {
  const { identityProvider: provider } = world;
  const noted = (account: StoredAccount, what: string) => ({
    agency: account.agency,
    account: account.id,
    what,
    by: { account: account.id, name: account.name },
  });
  documented(
    app,
    { method: 'get', path: '/api/account', summary: '本人的账户', tag, answer: ownAccount },
    async (context) => {
      const account = await accountOf(world, context);
      const { agency, id } = account;
      const [factor, sessions, notes] = await Promise.all([
        world.store.accounts.secondFactor(agency, id),
        world.store.accounts.sessions(agency, id, digestOf(tokenOf(context) ?? '')),
        world.store.accounts.notes(agency, id, shownNotes),
      ]);
      return context.json({
        login: account.login,
        secondFactor: {
          ...(account.secondFactorAt === undefined ? {} : { since: account.secondFactorAt }),
          leftCodes: factor?.leftCodes ?? 0,
          demanded: factorDemanded(world, account),
        },
        sessions,
        ...(provider === undefined
          ? {}
          : {
              identity: {
                label: provider.label,
                linked: (await world.store.accounts.identities(agency, provider.issuer)).has(id),
              },
            }),
        notes: notes.map(({ name, what, by, at }) => ({ name, what, by, at })),
      });
    },
  );
  documented(
    app,
    { method: 'post', path: '/api/password', summary: '改自己的口令', tag, body: passwordChange },
    async (context) => {
      const account = await signedInOf(world, context);
      const { value } = await bodyOf(context, passwordChange);
      if (value.password === value.present)
        throw new ProblemError({
          title: '新口令和现在的一样',
          status: 400,
          field: 'password',
          remedy: '换一个没有用过的口令',
        });
      // Before the old one is asked for: a rule broken is no failed attempt.
      await requirePassword(world, value.password, account);
      requireShown(
        await world.sessions.showPassword(account, value.present, addressOf(context)),
        wrongPassword('present'),
      );
      await world.store.accounts.setPassword({
        ...noted(account, '改了口令，结束了别处的登录'),
        passwordHash: await hashPassword(value.password),
        mustChange: false,
        keep: digestOf(tokenOf(context) ?? ''),
      });
      return context.json({});
    },
  );
  documented(
    app,
    {
      method: 'post',
      path: '/api/second-factor',
      summary: '开始设置第二重验证',
      tag,
      body: enrolment,
      answer: enrolmentBegun,
    },
    async (context) => {
      const account = await enrolling(world, context);
      const { value } = await bodyOf(context, enrolment);
      requireShown(
        await world.sessions.showPassword(account, value.password, addressOf(context)),
        wrongPassword('password'),
      );
      const secret = newSecret();
      const kept = await world.store.accounts.putSecondFactor({
        agency: account.agency,
        account: account.id,
        keyId: world.signInKey.id,
        ciphertext: world.signInKey.seal(secret, factorOf(account)).toString('hex'),
      });
      if (!kept) throw alreadySet();
      const { name } = await agencyOf(world, account);
      return context.json({ secret, address: enrolmentAddress(secret, name, account.login) });
    },
  );
  documented(
    app,
    {
      method: 'post',
      path: '/api/second-factor/confirm',
      summary: '以验证码确认第二重验证，取得恢复码',
      tag,
      body: enrolmentCode,
      answer: recoveryCodes,
    },
    async (context) => {
      const account = await enrolling(world, context);
      const { value } = await bodyOf(context, enrolmentCode);
      const factor = await world.store.accounts.secondFactor(account.agency, account.id);
      const secret =
        factor === undefined ? undefined : world.signInKey.open(factor.ciphertext, factorOf(account));
      if (factor === undefined || secret === undefined)
        throw new ProblemError({
          title: '还没有开始设置第二重验证',
          status: 409,
          remedy: '从输入口令开始，重新设置',
        });
      const step = stepOfCode(secret, value.code, Date.now());
      if (step === undefined)
        throw new ProblemError({
          title: '验证码不对',
          status: 400,
          field: 'code',
          remedy: '填写验证器现在显示的六位数字；一直不对的，核对手机的时间是不是准的',
        });
      const codes = newRecoveryCodes();
      const confirmed = await world.store.accounts.confirmSecondFactor({
        ...noted(account, '设置了第二重验证，结束了别处的登录'),
        ciphertext: Buffer.from(factor.ciphertext).toString('hex'),
        step,
        recovery: codes.map((code) => recoveryDigest(world.signInKey, account, code)),
        keep: digestOf(tokenOf(context) ?? ''),
      });
      if (!confirmed) throw alreadySet();
      return context.json({ codes });
    },
  );
  documented(
    app,
    {
      method: 'post',
      path: '/api/second-factor/drop',
      summary: '取消第二重验证',
      tag,
      body: factorDrop,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const { value } = await bodyOf(context, factorDrop);
      if (account.secondFactorAt === undefined)
        throw new ProblemError({ title: '没有设置第二重验证', status: 409, remedy: '不用取消' });
      const shown = await world.sessions.showBoth(account, value.password, value.code, addressOf(context));
      requireShown(
        shown,
        new ProblemError({
          title: '口令或者验证码不对',
          status: 403,
          field: 'code',
          remedy: '核对口令；验证码用过一次的，等验证器换出下一个',
        }),
      );
      await world.store.accounts.dropSecondFactor(noted(account, '取消了第二重验证'));
      return context.json({});
    },
  );
  documented(
    app,
    {
      method: 'post',
      path: '/api/sessions/end',
      summary: '结束本人在别处的登录',
      tag,
      body: sessionsEnd,
      answer: sessionsEnded,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const { value } = await bodyOf(context, sessionsEnd);
      if ((value.id === undefined) === (value.others !== true))
        throw new ProblemError({
          title: '没有说明结束哪一处登录',
          status: 400,
          field: 'id',
          remedy: '选一处，或者选别处的全部',
        });
      const ended = await world.store.accounts.endSessions({
        agency: account.agency,
        account: account.id,
        keep: digestOf(tokenOf(context) ?? ''),
        ...(value.id === undefined ? {} : { id: value.id }),
      });
      return context.json({ ended });
    },
  );
}

/** Who may set a second factor: also who may do nothing else yet. A password of somebody else's comes first. */
async function enrolling(world: World, context: Context): Promise<StoredAccount> {
  const account = await signedInOf(world, context);
  return firstOf(world, account) === 'password' ? accountOf(world, context) : account;
}

function alreadySet(): ProblemError {
  return new ProblemError({
    title: '已经设置了第二重验证',
    status: 409,
    remedy: '要换手机的，先取消再重新设置',
  });
}
