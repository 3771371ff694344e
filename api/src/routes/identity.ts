import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { identityBegun, identityOffered, identityStart, identityUnlink } from '../contract/index.ts';
import { ProblemError } from '../problem.ts';
import { IdentityRefused, ProviderUnreachable } from '../sessions/identity-provider.ts';
import type { Identity, IdentityProvider } from '../sessions/identity-provider.ts';
import { digestOf } from '../sessions/sessions.ts';
import type { World } from '../world.ts';
import { addressOf, isSecure, keepAwaiting, keepSession } from './cookies.ts';
import { bodyOf, documented } from './documented.ts';
import { tokenOf } from './guard.ts';
import { landing } from './landing.ts';
import { requireShown, wrongPassword } from './shown.ts';
import { accountOf } from './signed-in.ts';

const tag = '登录';
const cookie = 'zhaozhang_identity';
const cookiePath = '/identity';
const callback = `${cookiePath}/callback`;
const lifeSeconds = 600;
const sealedFor = 'identity under way';

const underWay = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  back: z.string(),
  until: z.number(),
  /** Present when somebody signed in links their account: the session it was begun in. */
  session: z.string().optional(),
});

/** Signing in by an identity provider, where the installation has been given one. */
export function identityRoutes(app: OpenAPIHono, world: World, onError: (error: unknown) => void): void {
  const { identityProvider: provider } = world;
  documented(
    app,
    { method: 'get', path: '/api/identity', summary: '有没有统一身份认证', tag, answer: identityOffered },
    (context) => context.json(provider === undefined ? {} : { label: provider.label }),
  );
  documented(
    app,
    {
      method: 'post',
      path: '/api/identity/start',
      summary: '经统一身份认证登录，或者关联本人的账户',
      tag,
      body: identityStart,
      answer: identityBegun,
    },
    async (context) => {
      const { value } = await bodyOf(context, identityStart);
      const linking = value.purpose === 'link';
      if (linking) await accountOf(world, context);
      if (provider === undefined) throw noProvider();
      const scheme = isSecure(context) ? 'https' : 'http';
      const back = `${scheme}://${context.req.header('host') ?? ''}${callback}`;
      const begun = await provider.begin(back).catch((error: unknown) => {
        if (!(error instanceof ProviderUnreachable)) throw error;
        onError(error);
        throw new ProblemError({
          title: `${provider.label}现在连不上`,
          status: 503,
          remedy: '稍后再试，或者用登录名和口令登录',
        });
      });
      const content = JSON.stringify({
        ...begun.underWay,
        until: Date.now() + lifeSeconds * 1000,
        ...(linking ? { session: digestOf(tokenOf(context) ?? '') } : {}),
      });
      // Lax, for it must come back with the provider's redirect; sealed, for it says which answer is to be believed.
      setCookie(context, cookie, world.signInKey.seal(content, sealedFor).toString('base64url'), {
        path: cookiePath,
        httpOnly: true,
        sameSite: 'Lax',
        secure: isSecure(context),
        maxAge: lifeSeconds,
      });
      return context.json({ address: begun.address });
    },
  );
  documented(
    app,
    {
      method: 'post',
      path: '/api/identity/unlink',
      summary: '取消本人账户的关联',
      tag,
      body: identityUnlink,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const { value } = await bodyOf(context, identityUnlink);
      if (provider === undefined) throw noProvider();
      requireShown(
        await world.sessions.showPassword(account, value.password, addressOf(context)),
        wrongPassword('password'),
      );
      await world.store.accounts.unlinkIdentity({
        agency: account.agency,
        account: account.id,
        issuer: provider.issuer,
        what: `取消了与${provider.label}的关联`,
        by: { account: account.id, name: account.name },
      });
      return context.json({});
    },
  );
  // A page, not part of the interface: the provider sends the browser here.
  app.get(callback, async (context) => {
    context.header('cache-control', 'no-store');
    // A session cookie of ours does not come along with another site's redirect; what counts is in the sealed one.
    const sealed = getCookie(context, cookie);
    deleteCookie(context, cookie, { path: cookiePath });
    if (provider === undefined) return landing(context, { page: 'no-provider' });
    const begun = opened(world, sealed);
    if (begun === undefined) return landing(context, { page: 'not-begun' });
    let identity: Identity;
    try {
      identity = await provider.finish(begun, new URL(context.req.url).search);
    } catch (error) {
      const unreachable = error instanceof ProviderUnreachable;
      if (!unreachable && !(error instanceof IdentityRefused)) throw error;
      // To who runs the installation: a wrong client secret looks the same to everybody else.
      onError(error);
      return landing(context, { page: unreachable ? 'unreachable' : 'refused', label: provider.label });
    }
    return begun.session === undefined
      ? signInAs(world, context, provider, identity)
      : link(world, context, provider, identity, begun.session);
  });
}

async function signInAs(
  world: World,
  context: Context,
  provider: IdentityProvider,
  { issuer, subject }: Identity,
): Promise<Response> {
  const account = await world.store.accounts.findByIdentity(issuer, subject);
  if (account === undefined) return landing(context, { page: 'unknown', label: provider.label });
  const entered = await world.sessions.enter(account, addressOf(context));
  if (entered.outcome === 'code-awaited') {
    keepAwaiting(context, entered.token);
    return landing(context, { page: 'code' });
  }
  if (entered.outcome === 'signed-in') keepSession(context, entered.token);
  return landing(context, { page: 'entered' });
}

async function link(
  world: World,
  context: Context,
  provider: IdentityProvider,
  identity: Identity,
  session: string,
): Promise<Response> {
  const account = await world.store.accounts.findSession(session);
  if (account === undefined) return landing(context, { page: 'not-begun' });
  const linked = await world.store.accounts.linkIdentity({
    ...identity,
    agency: account.agency,
    account: account.id,
    what: `关联了${provider.label}`,
    by: { account: account.id, name: account.name },
  });
  if (linked) return landing(context, { page: 'linked' });
  const holder = await world.store.accounts.findByIdentity(identity.issuer, identity.subject);
  return landing(
    context,
    holder?.id === account.id ? { page: 'linked' } : { page: 'taken', label: provider.label },
  );
}

/** What was remembered, when it is ours, whole and not too old. */
function opened(world: World, sealed: string | undefined): z.infer<typeof underWay> | undefined {
  if (sealed === undefined) return undefined;
  const text = world.signInKey.open(Buffer.from(sealed, 'base64url'), sealedFor);
  if (text === undefined) return undefined;
  const begun = underWay.parse(JSON.parse(text));
  return begun.until < Date.now() ? undefined : begun;
}

function noProvider(): ProblemError {
  return new ProblemError({
    title: '没有配置统一身份认证',
    status: 404,
    remedy: '用登录名和口令登录',
  });
}
