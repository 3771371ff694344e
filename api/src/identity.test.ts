import { ulid } from 'ulid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testProvider } from '../../ops/browser/identity-provider.ts';
import type { TestProvider } from '../../ops/browser/identity-provider.ts';
import type { AccountList, OwnAccount, Problem } from './contract/index.ts';
import { productionInstance } from './testing/production-instance.ts';
import type { ProductionInstance } from './testing/production-instance.ts';
import { rawRequest } from './testing/raw-request.ts';
import type { RawAnswer } from './testing/raw-request.ts';
import { codeOf } from './testing/second-factor.ts';
import { newAccount } from './testing/signed-in.ts';

const agency = 'jiangtan-shili';
const label = '江滩统一认证';

let provider: TestProvider;
let house: ProductionInstance;
let administrator: { readonly cookie: string };
beforeAll(async () => {
  provider = await testProvider();
  house = await productionInstance({ ...provider, label });
  provider.serve([house.instance.url]);
  const first = {
    token: house.instance.firstToken,
    agency: { id: agency, name: '江滩示例局', shortName: '江示' },
    login: 'guan.shili',
    name: '管示例',
    password: '雨后山路旁的旧水塔边上有灯',
  };
  const made = await send('/api/first-administrator', first);
  if (made.status !== 201) throw new Error(`没有设立管理员：${made.text}`);
  const { login, password } = first;
  const cookie = cookieOf(await send('/api/session', { login, password }), 'zhaozhang_session');
  const { secret } = json<{ secret: string }>(await send('/api/second-factor', { password }, cookie));
  await send('/api/second-factor/confirm', { code: codeOf(secret) }, cookie);
  administrator = { cookie };
});
afterAll(async () => {
  await house.end();
  await provider.end();
});
beforeEach(() => {
  provider.subject = `s-${ulid()}`;
  provider.denies = false;
});

function send(path: string, body?: unknown, cookie = ''): Promise<RawAnswer> {
  return rawRequest(house.instance.url, path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      host: new URL(house.instance.url).host,
      'x-zhaozhang': '1',
      'content-type': 'application/json',
      ...(cookie === '' ? {} : { cookie }),
    },
    body: body === undefined ? [] : [JSON.stringify(body)],
  });
}
const json = <T>(answer: RawAnswer) => JSON.parse(answer.text) as T;
function cookieOf(answer: RawAnswer, name: string): string {
  return answer.headers['set-cookie']?.find((one) => one.startsWith(`${name}=`))?.split(';')[0] ?? '';
}
const headingOf = ({ status, text }: RawAnswer) => [status, /<h1>(.*?)<\/h1>/.exec(text)?.[1]];
const person = () => newAccount(house.instance, { agency, name: '试验人员', administrator: false });
const idOf = async (login: string) => (await house.instance.world.store.accounts.find(login))?.id ?? '';

/** Begun at the product: where the browser is sent, and the cookie it keeps meanwhile. */
async function begun(purpose: 'sign-in' | 'link' = 'sign-in', session = '') {
  const answer = await send('/api/identity/start', { purpose }, session);
  expect(answer.status).toBe(200);
  return {
    address: json<{ address: string }>(answer).address,
    cookie: cookieOf(answer, 'zhaozhang_identity'),
  };
}

/** Through the provider as a browser goes, with its cookies, until it sends back to the product: that address's tail. */
async function throughProvider(address: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = address;
  for (let hops = 0; hops < 10; hops++) {
    const answer = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
    });
    await answer.arrayBuffer();
    for (const one of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = one.split(';')[0]?.split(/=(.*)/s) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    next = new URL(answer.headers.get('location') ?? '', next).href;
    if (next.startsWith(house.instance.url)) return next.slice(house.instance.url.length);
  }
  throw new Error('没有回来');
}

async function signInThrough(): Promise<RawAnswer> {
  const { address, cookie } = await begun();
  return send(await throughProvider(address), undefined, cookie);
}
/** Whoever the provider now says, linked to a new account. */
async function linked() {
  const who = await person();
  const { address, cookie } = await begun('link', who.cookie);
  // 从别的站点跳回来的，不带本站的会话标记
  const answer = await send(await throughProvider(address), undefined, cookie);
  expect(headingOf(answer)).toEqual([200, '已经关联']);
  return who;
}

describe('统一身份认证', () => {
  it('关联之后能够登录；登录的会话标记照旧只给本站，回来的页面自己往下走', async () => {
    await linked();
    const answer = await signInThrough();
    expect(headingOf(answer)).toEqual([200, '已经登录']);
    expect(answer.text).toContain('content="0;url=/workbench/"');
    const set = answer.headers['set-cookie'] ?? [];
    expect(set.find((one) => one.startsWith('zhaozhang_session='))).toMatch(/HttpOnly.*SameSite=Strict/);
    // 途中的凭据用过就收回
    expect(set.find((one) => one.startsWith('zhaozhang_identity='))).toMatch(/Max-Age=0/);
    const session = cookieOf(answer, 'zhaozhang_session');
    expect(json<{ name: string }>(await send('/api/session', undefined, session)).name).toBe('试验人员');
    const own = json<OwnAccount>(await send('/api/account', undefined, session));
    expect(own.identity).toEqual({ label, linked: true });
    expect(own.notes[0]?.what).toBe(`关联了${label}`);
  });

  it('去往认证的地址带 PKCE、state 和 nonce；途中的凭据封着，别的站点带不走', async () => {
    const answer = await send('/api/identity/start', { purpose: 'sign-in' });
    const asked = new URL(json<{ address: string }>(answer).address).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(asked.get(name)?.length).toBeGreaterThan(20);
    expect(asked.get('redirect_uri')).toBe(`${house.instance.url}/identity/callback`);
    const [set = ''] = answer.headers['set-cookie'] ?? [];
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Max-Age=600', 'Path=/identity'])
      expect(set).toContain(part);
    expect(set).not.toContain(asked.get('state') ?? '没有');
    expect(set).not.toContain(asked.get('nonce') ?? '没有');
  });

  it('经加密的代理而来时，回来的地址和途中的凭据都是加密的', async () => {
    const answer = await rawRequest(house.instance.url, '/api/identity/start', {
      method: 'POST',
      headers: { host: 'office.example', 'x-zhaozhang': '1', 'x-forwarded-proto': 'https' },
      body: ['{"purpose":"sign-in"}'],
    });
    const asked = new URL(json<{ address: string }>(answer).address).searchParams;
    expect(asked.get('redirect_uri')).toBe('https://office.example/identity/callback');
    expect(answer.headers['set-cookie']?.[0]).toContain('Secure');
  });

  it('没有关联的身份登录不了，说明怎么关联；同名、同一个邮箱都不算', async () => {
    const { login } = await person();
    provider.subject = login;
    const answer = await signInThrough();
    expect(headingOf(answer)).toEqual([403, '这个身份没有关联账户']);
    expect(answer.text).toContain('在「账户」页关联；或者请管理员办理');
    expect(cookieOf(answer, 'zhaozhang_session')).toBe('');
  });

  it('state 被改的、凭据被改的、没有凭据的、别的浏览器的，都没有登录', async () => {
    await linked();
    const { address, cookie } = await begun();
    const back = await throughProvider(address);
    const other = await begun();
    const state = new URL(back, house.instance.url).searchParams.get('state') ?? '';
    const tampered = `${cookie.slice(0, -2)}${cookie.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const [path, kept] of [
      [back.replace(state, `${state.slice(0, -1)}x`), cookie],
      [back.replace(/([?&])state=[^&]*/, '$1'), cookie],
      [back, other.cookie],
      [back, tampered],
      [back, 'zhaozhang_identity='],
      [back, ''],
    ] as const) {
      const answer = await send(path, undefined, kept);
      expect(headingOf(answer)).toEqual([400, '登录没有完成']);
      expect(cookieOf(answer, 'zhaozhang_session')).toBe('');
    }
  });

  it('同一个答复用第二次，没有登录', async () => {
    await linked();
    const { address, cookie } = await begun();
    const back = await throughProvider(address);
    expect(headingOf(await send(back, undefined, cookie))).toEqual([200, '已经登录']);
    const again = await send(back, undefined, cookie);
    expect(headingOf(again)).toEqual([400, '登录没有完成']);
    expect(again.text).toContain(label);
    expect(cookieOf(again, 'zhaozhang_session')).toBe('');
  });

  it('nonce 不是这次所给的、校验串不是这次的、隔了十分钟的，没有登录', async () => {
    await linked();
    const { signInKey } = house.instance.world;
    for (const change of [{ nonce: 'n'.repeat(43) }, { verifier: 'v'.repeat(43) }, { until: 0 }]) {
      const { address, cookie } = await begun();
      const back = await throughProvider(address);
      const sealed = Buffer.from(cookie.slice(cookie.indexOf('=') + 1), 'base64url');
      const kept = JSON.parse(signInKey.open(sealed, 'identity under way') ?? '') as object;
      const changed = signInKey.seal(JSON.stringify({ ...kept, ...change }), 'identity under way');
      const answer = await send(back, undefined, `zhaozhang_identity=${changed.toString('base64url')}`);
      expect(headingOf(answer)).toEqual([400, '登录没有完成']);
      expect(cookieOf(answer, 'zhaozhang_session')).toBe('');
    }
  });

  it('在认证那边取消的，没有登录', async () => {
    provider.denies = true;
    expect(headingOf(await signInThrough())).toEqual([400, '登录没有完成']);
  });

  it('认证连不上：开始时、回来时都说明；恢复之后照常', async () => {
    await linked();
    const { address, cookie } = await begun();
    const back = await throughProvider(address);
    await provider.down();
    const down = await send(back, undefined, cookie);
    expect(headingOf(down)).toEqual([503, `${label}现在连不上`]);
    // 没有把人送到连不上的地方去
    const start = await send('/api/identity/start', { purpose: 'sign-in' });
    expect([start.status, json<Problem>(start).title]).toEqual([503, `${label}现在连不上`]);
    await provider.up();
    expect(headingOf(await signInThrough())).toEqual([200, '已经登录']);
  });

  it('从来没有连上过的，开始时就说明，口令登录照常', async () => {
    const dead = await productionInstance({ ...provider, issuer: new URL('http://127.0.0.1:9'), label });
    const answer = await rawRequest(dead.instance.url, '/api/identity/start', {
      method: 'POST',
      headers: { 'x-zhaozhang': '1', 'content-type': 'application/json' },
      body: ['{"purpose":"sign-in"}'],
    });
    expect([answer.status, json<Problem>(answer).title]).toEqual([503, `${label}现在连不上`]);
    expect(json<Problem>(answer).remedy).toContain('用登录名和口令登录');
    await dead.end();
  });

  it('停用的账户经认证也登录不了', async () => {
    const { login } = await linked();
    const path = `/api/accounts/${await idOf(login)}`;
    expect((await send(path, { do: 'disable' }, administrator.cookie)).status).toBe(200);
    expect(headingOf(await signInThrough())).toEqual([403, '这个身份没有关联账户']);
  });

  it('设了第二重验证的，经认证回来还要验证码', async () => {
    const { cookie, password } = await linked();
    const { secret } = json<{ secret: string }>(await send('/api/second-factor', { password }, cookie));
    await send('/api/second-factor/confirm', { code: codeOf(secret) }, cookie);
    const answer = await signInThrough();
    expect(headingOf(answer)).toEqual([200, '还要第二重验证']);
    expect(answer.text).toContain('content="0;url=/workbench/#/code"');
    expect(cookieOf(answer, 'zhaozhang_session')).toBe('');
    const awaiting = cookieOf(answer, 'zhaozhang_awaiting');
    const entered = await send('/api/session/code', { code: codeOf(secret, 1) }, awaiting);
    expect(entered.status).toBe(200);
  });
});

describe('关联', () => {
  it('没有登录的不能关联；登录结束了的，回来也关联不上', async () => {
    expect((await send('/api/identity/start', { purpose: 'link' })).status).toBe(401);
    const who = await person();
    const { address, cookie } = await begun('link', who.cookie);
    const back = await throughProvider(address);
    await rawRequest(house.instance.url, '/api/session', {
      method: 'DELETE',
      headers: { 'x-zhaozhang': '1', cookie: who.cookie },
    });
    expect(headingOf(await send(back, undefined, cookie))).toEqual([400, '登录没有完成']);
    expect(headingOf(await signInThrough())).toEqual([403, '这个身份没有关联账户']);
  });

  it('一个身份只能关联一个账户；自己取消要口令', async () => {
    const holder = await linked();
    const other = await person();
    const { address, cookie } = await begun('link', other.cookie);
    const taken = await send(await throughProvider(address), undefined, cookie);
    expect(headingOf(taken)).toEqual([409, '这个身份已经关联了别的账户']);
    const unlink = (password: string) => send('/api/identity/unlink', { password }, holder.cookie);
    expect((await unlink('不是')).status).toBe(403);
    expect((await unlink(holder.password)).status).toBe(200);
    expect(headingOf(await signInThrough())).toEqual([403, '这个身份没有关联账户']);
  });

  it('管理员按用户标识关联和取消，清单里看得到，留下是谁办的', async () => {
    const { login } = await person();
    const path = `/api/accounts/${await idOf(login)}`;
    const act = (body: object) => send(path, body, administrator.cookie);
    expect(json<Problem>(await act({ do: 'link-identity' }))).toMatchObject({
      status: 400,
      field: 'subject',
    });
    expect((await act({ do: 'link-identity', subject: provider.subject })).status).toBe(200);
    expect(headingOf(await signInThrough())).toEqual([200, '已经登录']);
    const list = json<AccountList>(await send('/api/accounts', undefined, administrator.cookie));
    expect(list.identityLabel).toBe(label);
    expect(list.rows.find((row) => row.login === login)?.linked).toBe(true);
    expect(list.notes[0]).toMatchObject({ what: '关联了统一身份认证', by: '管示例' });
    const second = await person();
    const taken = await send(
      `/api/accounts/${await idOf(second.login)}`,
      { do: 'link-identity', subject: provider.subject },
      administrator.cookie,
    );
    expect(json<Problem>(taken)).toMatchObject({ status: 409, field: 'subject' });
    expect((await act({ do: 'unlink-identity' })).status).toBe(200);
    expect(headingOf(await signInThrough())).toEqual([403, '这个身份没有关联账户']);
  });
});

it('没有成的都记下是哪一种，记录里没有码、密钥和标识；别的故障一次也没有', () => {
  const told = house.faults.map((one) => String(one));
  expect(told.length).toBeGreaterThan(5);
  for (const one of told) {
    expect(one).toMatch(/^(ProviderUnreachable|IdentityRefused): 统一身份认证(连不上|的答复没有收下)：\w+/);
    expect(one).not.toContain(provider.clientSecret);
    expect(one).not.toMatch(/[\w-]{40,}|s-[0-9A-Z]{26}/);
  }
});
