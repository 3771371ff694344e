import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountList, OwnAccount, Problem } from './contract/index.ts';
import { digestOf } from './sessions/sessions.ts';
import { ownerOf } from './testing/owner-query.ts';
import type { Owner } from './testing/owner-query.ts';
import { rawRequest } from './testing/raw-request.ts';
import type { RawAnswer } from './testing/raw-request.ts';
import { codeOf } from './testing/second-factor.ts';
import { newAccount } from './testing/signed-in.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';

const agency = 'wuhan-civil-affairs';
const good = '雨后山路旁的旧水塔边上有灯';

let house: TestInstance;
let owner: Owner;
beforeAll(async () => {
  house = await testInstance();
  owner = await ownerOf(house.dataDir);
});
afterAll(async () => {
  await owner.end();
  await house.end();
});

interface How {
  readonly cookie?: string;
  /** As a proxy on this machine would tell it. */
  readonly from?: string;
  readonly method?: string;
}

function send(path: string, body?: unknown, { cookie, from, method }: How = {}): Promise<RawAnswer> {
  return rawRequest(house.instance.url, path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      'x-zhaozhang': '1',
      'content-type': 'application/json',
      ...(cookie === undefined ? {} : { cookie }),
      ...(from === undefined ? {} : { 'x-forwarded-for': from }),
    },
    body: body === undefined ? [] : [JSON.stringify(body)],
  });
}
const json = <T>(answer: RawAnswer) => JSON.parse(answer.text) as T;
const problemOf = (answer: RawAnswer) => {
  const { status, title, field } = json<Problem>(answer);
  return [status, title, field];
};
function cookieOf(answer: RawAnswer, name: string): string {
  const found = answer.headers['set-cookie']?.find((one) => one.startsWith(`${name}=`));
  return found?.split(';')[0] ?? '';
}
const signIn = (login: string, password: string, how: How = {}) =>
  send('/api/session', { login, password }, how);
const person = (administrator = false) =>
  newAccount(house.instance, { agency, name: '试验人员', administrator });
const alive = async (cookie: string) => (await send('/api/session', undefined, { cookie })).status;
async function idOf(login: string): Promise<string> {
  return (await house.instance.world.store.accounts.find(login))?.id ?? '';
}

/** A person with a second factor: the secret, the codes to recover with, and a session. */
async function guarded(administrator = false) {
  const who = await person(administrator);
  const begun = await send('/api/second-factor', { password: who.password }, who);
  const { secret } = json<{ secret: string }>(begun);
  const confirmed = await send('/api/second-factor/confirm', { code: codeOf(secret) }, who);
  expect(confirmed.status).toBe(200);
  const { codes } = json<{ codes: string[] }>(confirmed);
  return { ...who, secret, codes };
}
/** As if so long had passed that the next code is another one. */
const later = async (login: string) =>
  owner.query('update auth.second_factors set last_step = last_step - 9 where account_id = $1', [
    await idOf(login),
  ]);

describe('改自己的口令', () => {
  it('要现在的口令；改了之后别处的登录都结束，这一处照旧', async () => {
    const { login, password, cookie } = await person();
    const other = cookieOf(await signIn(login, password), 'zhaozhang_session');
    const wrong = await send('/api/password', { present: `${password}错`, password: good }, { cookie });
    expect(problemOf(wrong)).toEqual([403, '现在的口令不对', 'present']);
    expect(await alive(other)).toBe(200);
    const changed = await send('/api/password', { present: password, password: good }, { cookie });
    expect(changed.status).toBe(200);
    expect([await alive(cookie), await alive(other)]).toEqual([200, 401]);
    expect((await signIn(login, password)).status).toBe(401);
    expect((await signIn(login, good)).status).toBe(200);
  });

  it('不合规则的说明哪一栏、怎么改，不算猜错一次', async () => {
    const { login, password, cookie } = await person();
    const to = async (next: string) =>
      problemOf(await send('/api/password', { present: password, password: next }, { cookie }));
    for (let n = 0; n < 9; n++) expect(await to('短')).toEqual([400, '口令太短', 'password']);
    expect(await to(`山路旁的${login}旧水塔`)).toEqual([400, '口令里有登录名', 'password']);
    expect(await to('山路旁试验人员的旧水塔边上')).toEqual([400, '口令里有姓名', 'password']);
    expect(await to('山路旁武汉市民政局的旧水塔')).toEqual([400, '口令里有机关名称', 'password']);
    expect(await to('Password123456')).toEqual([400, '口令太常见', 'password']);
    expect(await to(password)).toEqual([400, '新口令和现在的一样', 'password']);
    expect((await send('/api/password', { present: password, password: good }, { cookie })).status).toBe(200);
  });

  it('拿着别人的会话猜口令，猜八次之后要等', async () => {
    const { password, cookie } = await person();
    const guess = (present: string) =>
      send('/api/password', { present, password: good }, { cookie, from: '10.9.0.1' });
    for (let n = 0; n < 8; n++) expect((await guess(`猜-${n}`)).status).toBe(403);
    expect((await guess(password)).status).toBe(429);
  });
});

describe('管理员给的口令', () => {
  it('只出现一次；改成自己的之前，别的接口一律 403 并说明怎么办', async () => {
    const { cookie } = await person(true);
    const login = `fang.${ulid().toLowerCase()}`;
    const made = await send('/api/accounts', { login, name: '方新来' }, { cookie });
    expect(made.status).toBe(201);
    const { password = '' } = json<{ password?: string }>(made);
    expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect((await send('/api/accounts', undefined, { cookie })).text).not.toContain(password);

    const entered = await signIn(login, password);
    expect(json<{ first?: string }>(entered).first).toBe('password');
    const own = { cookie: cookieOf(entered, 'zhaozhang_session') };
    const { paths } = json<{ paths: Record<string, Record<string, unknown>> }>(
      await send('/api/openapi.json'),
    );
    const free = new Set([
      ...['get /api/session', 'post /api/session', 'delete /api/session', 'post /api/session/code'],
      ...['post /api/password', 'get /api/clock', 'get /api/demo/roles', 'post /api/demo/session'],
      ...['get /api/first-administrator', 'post /api/first-administrator'],
      ...['get /api/identity', 'post /api/identity/start'],
    ]);
    const open: string[] = [];
    for (const [path, methods] of Object.entries(paths))
      for (const method of Object.keys(methods)) {
        if (free.has(`${method} ${path}`)) continue;
        const answer = await send(
          path.replace(/\{\w+\}/g, '0'.repeat(26)),
          method === 'post' ? {} : undefined,
          { ...own, method: method.toUpperCase() },
        );
        const { remedy } = json<Problem>(answer);
        if (answer.status !== 403 || !remedy?.includes('改口令')) open.push(`${method} ${path}`);
      }
    expect(open).toEqual([]);
    expect((await send('/api/password', { present: password, password: good }, own)).status).toBe(200);
    expect((await send('/api/worklist', undefined, own)).status).toBe(200);
    expect(json<{ first?: string }>(await send('/api/session', undefined, own)).first).toBeUndefined();
  });

  it('管理员自己写的口令也要合规则，也要本人改', async () => {
    const { cookie } = await person(true);
    const login = `gao.${ulid().toLowerCase()}`;
    const open = (password: string) => send('/api/accounts', { login, name: '高新来', password }, { cookie });
    expect(problemOf(await open('123456789012'))).toEqual([400, '口令太常见', 'password']);
    const made = await open(good);
    expect([made.status, made.text]).toEqual([201, JSON.stringify({ login })]);
    expect(json<{ first?: string }>(await signIn(login, good)).first).toBe('password');
    expect(problemOf(await open(good))).toEqual([409, '这个登录名已有人使用', 'login']);
  });

  it('重设之后原来的口令和会话立即失效', async () => {
    const { cookie } = await person(true);
    const other = await person();
    const reset = await send(
      `/api/accounts/${await idOf(other.login)}`,
      { do: 'reset-password' },
      { cookie },
    );
    const { password = '' } = json<{ password?: string }>(reset);
    expect(await alive(other.cookie)).toBe(401);
    expect((await signIn(other.login, other.password)).status).toBe(401);
    expect(json<{ first?: string }>(await signIn(other.login, password)).first).toBe('password');
  });
});

describe('第二重验证', () => {
  it('有了它，口令对也只到第二步；验证码对了才登录，等待的凭据只在这个浏览器', async () => {
    const { login, password, secret } = await guarded();
    const first = await signIn(login, password);
    expect([first.status, first.text]).toEqual([200, '{"codeAwaited":true}']);
    expect(cookieOf(first, 'zhaozhang_session')).toBe('');
    const set = first.headers['set-cookie']?.[0] ?? '';
    for (const part of [
      'zhaozhang_awaiting=',
      'HttpOnly',
      'SameSite=Strict',
      'Max-Age=300',
      'Path=/api/session',
    ])
      expect(set).toContain(part);
    const awaiting = cookieOf(first, 'zhaozhang_awaiting');
    // 它不是会话
    expect(await alive(awaiting.replace('awaiting', 'session'))).toBe(401);
    const none = await send('/api/session/code', { code: codeOf(secret, 1) });
    expect(problemOf(none)).toEqual([401, '登录要从头来', undefined]);
    const wrong = await send('/api/session/code', { code: '000000' }, { cookie: awaiting });
    expect(problemOf(wrong)).toEqual([401, '验证码不对，或者已经用过', 'code']);
    const entered = await send('/api/session/code', { code: codeOf(secret, 1) }, { cookie: awaiting });
    expect(entered.status).toBe(200);
    expect(await alive(cookieOf(entered, 'zhaozhang_session'))).toBe(200);
    const again = await send('/api/session/code', { code: codeOf(secret, 1) }, { cookie: awaiting });
    expect(problemOf(again)[1]).toBe('登录要从头来');
  });

  it('经加密的代理而来时，等待的凭据也只走加密的连接', async () => {
    const { login, password } = await guarded();
    const answer = await rawRequest(house.instance.url, '/api/session', {
      method: 'POST',
      headers: { 'x-zhaozhang': '1', 'x-forwarded-proto': 'https' },
      body: [JSON.stringify({ login, password })],
    });
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^zhaozhang_awaiting=.*Secure/);
  });

  it('一个验证码只用一次，同时用两次也只成一次', async () => {
    const { login, password, secret } = await guarded();
    const [one, two] = await Promise.all([signIn(login, password), signIn(login, password)]);
    const code = codeOf(secret, 1);
    const answers = await Promise.all(
      [one, two].map((step) =>
        send('/api/session/code', { code }, { cookie: cookieOf(step, 'zhaozhang_awaiting') }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    await later(login);
    const third = await signIn(login, password);
    const entered = await send(
      '/api/session/code',
      { code: codeOf(secret) },
      { cookie: cookieOf(third, 'zhaozhang_awaiting') },
    );
    expect(entered.status).toBe(200);
  });

  it('设置它就结束别处只凭口令打开的会话；密钥不在库里，恢复码只有摘要', async () => {
    const who = await person();
    const other = cookieOf(await signIn(who.login, who.password), 'zhaozhang_session');
    const wrong = await send('/api/second-factor', { password: '不是这个口令' }, who);
    expect(problemOf(wrong)).toEqual([403, '现在的口令不对', 'password']);
    const { secret, address } = json<{ secret: string; address: string }>(
      await send('/api/second-factor', { password: who.password }, who),
    );
    expect(address).toContain(secret);
    const miss = await send('/api/second-factor/confirm', { code: '000000' }, who);
    expect(problemOf(miss)).toEqual([400, '验证码不对', 'code']);
    // 没有确认的不作数
    expect((await signIn(who.login, who.password)).text).not.toContain('codeAwaited');
    const { codes } = json<{ codes: string[] }>(
      await send('/api/second-factor/confirm', { code: codeOf(secret) }, who),
    );
    expect(new Set(codes).size).toBe(10);
    expect([await alive(who.cookie), await alive(other)]).toEqual([200, 401]);
    const [factor] = await owner.query(
      `select encode(ciphertext, 'escape') as hidden from auth.second_factors where account_id = $1`,
      [await idOf(who.login)],
    );
    expect(String(factor?.['hidden'])).not.toContain(secret);
    const stored = await owner.query('select digest from auth.recovery_codes where account_id = $1', [
      await idOf(who.login),
    ]);
    expect(stored).toHaveLength(10);
    const own = (await send('/api/account', undefined, who)).text;
    for (const text of [JSON.stringify(stored), own])
      for (const code of [secret, ...codes, ...codes.map((one) => one.replaceAll('-', ''))])
        expect(text).not.toContain(code);
    const twice = await send('/api/second-factor', { password: who.password }, who);
    expect(problemOf(twice)[1]).toBe('已经设置了第二重验证');
  });

  it('恢复码替一次验证码，每个只用一次，大小写和连字符不计', async () => {
    const { login, password, codes } = await guarded();
    const enter = async (code: string) => {
      const cookie = cookieOf(await signIn(login, password), 'zhaozhang_awaiting');
      return send('/api/session/code', { code }, { cookie });
    };
    const entered = await enter(codes[0]?.toUpperCase().replaceAll('-', ' ') ?? '');
    expect(entered.status).toBe(200);
    expect((await enter(codes[0] ?? '')).status).toBe(401);
    const own = await send('/api/account', undefined, { cookie: cookieOf(entered, 'zhaozhang_session') });
    expect(json<OwnAccount>(own).secondFactor.leftCodes).toBe(9);
  });

  it('猜验证码与猜口令合在一起计数，口令对了也不归零', async () => {
    const { login, password, secret } = await guarded();
    const from = '10.9.0.2';
    for (let n = 0; n < 4; n++) expect((await signIn(login, `猜-${n}`, { from })).status).toBe(401);
    const cookie = cookieOf(await signIn(login, password, { from }), 'zhaozhang_awaiting');
    for (let n = 0; n < 4; n++)
      expect((await send('/api/session/code', { code: '000000' }, { cookie, from })).status).toBe(401);
    const throttled = await send('/api/session/code', { code: codeOf(secret, 1) }, { cookie, from });
    expect(throttled.status).toBe(429);
    expect((await signIn(login, password, { from })).status).toBe(429);
  });

  it('第二步过了五分钟就要从头来', async () => {
    const { login, password, secret } = await guarded();
    const cookie = cookieOf(await signIn(login, password), 'zhaozhang_awaiting');
    await owner.query(
      `update auth.sessions set expires_at = expires_at - interval '301 seconds' where awaits_code and account_id = $1`,
      [await idOf(login)],
    );
    const late = await send('/api/session/code', { code: codeOf(secret, 1) }, { cookie });
    expect(problemOf(late)[1]).toBe('登录要从头来');
    expect(late.headers['set-cookie']?.[0]).toMatch(/^zhaozhang_awaiting=;/);
  });

  it('在第二步之前口令被改、账户被停用，第二步也走不通', async () => {
    const administrator = await person(true);
    for (const action of ['reset-password', 'disable']) {
      const { login, password, secret } = await guarded();
      const cookie = cookieOf(await signIn(login, password), 'zhaozhang_awaiting');
      await send(`/api/accounts/${await idOf(login)}`, { do: action }, administrator);
      const answer = await send('/api/session/code', { code: codeOf(secret, 1) }, { cookie });
      expect(problemOf(answer)[1]).toBe('登录要从头来');
    }
  });

  it('本人取消要口令和验证码两样', async () => {
    const { login, password, secret, cookie } = await guarded();
    const drop = (given: string, code: string) =>
      send('/api/second-factor/drop', { password: given, code }, { cookie });
    expect(problemOf(await drop('不是', codeOf(secret, 1)))).toEqual([403, '口令或者验证码不对', 'code']);
    expect((await drop(password, '000000')).status).toBe(403);
    expect((await drop(password, codeOf(secret, 1))).status).toBe(200);
    expect((await signIn(login, password)).text).not.toContain('codeAwaited');
  });

  it('管理员取消别人的，会话随之结束，写明是谁办的，本人看得到', async () => {
    const administrator = await person(true);
    const { login, password, cookie } = await guarded();
    const path = `/api/accounts/${await idOf(login)}`;
    expect((await send(path, { do: 'reset-second-factor' }, administrator)).status).toBe(200);
    expect(await alive(cookie)).toBe(401);
    const again = await send(path, { do: 'reset-second-factor' }, administrator);
    expect(problemOf(again)).toEqual([409, '这个账户没有第二重验证', undefined]);
    const entered = cookieOf(await signIn(login, password), 'zhaozhang_session');
    const own = json<OwnAccount>(await send('/api/account', undefined, { cookie: entered }));
    expect(own.notes[0]).toMatchObject({ what: '取消了第二重验证，结束了各处的登录', by: '试验人员' });
    const all = json<AccountList>(await send('/api/accounts', undefined, administrator));
    expect(all.notes[0]?.what).toBe('取消了第二重验证，结束了各处的登录');
  });
});

describe('登录失败的计数', () => {
  it('一个登录名八次，说明等多久；等过之后可以', async () => {
    const { login, password } = await person();
    for (let n = 0; n < 8; n++)
      expect((await signIn(login, `猜-${n}`, { from: '10.9.1.1' })).status).toBe(401);
    // 换一个地址也一样
    const throttled = await signIn(login, password, { from: '10.9.1.2' });
    expect([throttled.status, throttled.headers['retry-after']]).toEqual([429, '600']);
    await owner.query(
      `update auth.sign_in_attempts set at = at - interval '601 seconds'
       where login = encode(sha256(convert_to($1, 'UTF8')), 'hex')`,
      [login],
    );
    expect((await signIn(login, password, { from: '10.9.1.1' })).status).toBe(200);
  });

  it('一个地址四十次，不管猜的是谁；别的地址不受影响', async () => {
    const from = '10.9.2.1';
    for (let n = 0; n < 40; n++) expect((await signIn(`nobody-${n % 10}`, '猜', { from })).status).toBe(401);
    const { login, password } = await person();
    const throttled = await signIn(login, password, { from });
    expect([throttled.status, throttled.headers['retry-after']]).toEqual([429, '600']);
    expect((await signIn(login, password, { from: '10.9.2.2' })).status).toBe(200);
  });

  it('登录成功只把这个登录名归零，地址的照旧', async () => {
    const from = '10.9.3.1';
    const [one, two] = [await person(), await person()];
    for (let n = 0; n < 7; n++) await signIn(one.login, '猜', { from });
    for (let n = 0; n < 7; n++) await signIn(two.login, '猜', { from });
    expect((await signIn(one.login, one.password, { from })).status).toBe(200);
    const { accounts } = house.instance.world.store;
    expect(await accounts.recentFailures(one.login, from, 600)).toEqual({ byLogin: 0, byAddress: 14 });
    expect((await accounts.recentFailures(two.login, from, 600)).byLogin).toBe(7);
  });
});

describe('会话', () => {
  const move = async (cookie: string, column: string, by: string) => {
    const digest = digestOf(cookie.slice(cookie.indexOf('=') + 1));
    const moved = await owner.query(
      `update auth.sessions set ${column} = ${column} - $2::interval where token_digest = $1 returning 1`,
      [digest, by],
    );
    // 找得到，就说明库里存的只是摘要
    expect(moved).toHaveLength(1);
  };

  it('两小时不用就结束，用着就不', async () => {
    const { cookie } = await person();
    await move(cookie, 'seen_at', '119 minutes');
    expect(await alive(cookie)).toBe(200);
    await move(cookie, 'seen_at', '119 minutes');
    expect(await alive(cookie)).toBe(200);
    await move(cookie, 'seen_at', '121 minutes');
    expect(await alive(cookie)).toBe(401);
  });

  it('十二小时一到就结束，用着也结束', async () => {
    const { cookie } = await person();
    await move(cookie, 'expires_at', '11 hours 59 minutes');
    expect(await alive(cookie)).toBe(200);
    await move(cookie, 'expires_at', '1 minute');
    expect(await alive(cookie)).toBe(401);
  });

  it('库里没有会话标记，只有摘要', async () => {
    const { cookie, login } = await person();
    const token = cookie.slice(cookie.indexOf('=') + 1);
    const rows = await owner.query('select * from auth.sessions where account_id = $1', [await idOf(login)]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
  });

  it('停用立即结束会话，重新启用也不回来', async () => {
    const administrator = await person(true);
    const { login, password, cookie } = await person();
    const act = async (action: string) =>
      (await send(`/api/accounts/${await idOf(login)}`, { do: action }, administrator)).status;
    expect(await act('disable')).toBe(200);
    expect(await alive(cookie)).toBe(401);
    expect((await signIn(login, password)).status).toBe(401);
    expect(await act('enable')).toBe(200);
    expect(await alive(cookie)).toBe(401);
    expect((await signIn(login, password)).status).toBe(200);
  });

  it('停用的演示角色，按钮也进不去，说明怎么办', async () => {
    const administrator = await person(true);
    const { token, roles } = json<{ token: string; roles: { login: string }[] }>(
      await send('/api/demo/roles'),
    );
    const { login } = roles[0] ?? { login: '' };
    const path = `/api/accounts/${await idOf(login)}`;
    const enter = () => send('/api/demo/session', { login, token });
    await send(path, { do: 'disable' }, administrator);
    const shut = await enter();
    expect([problemOf(shut)[1], cookieOf(shut, 'zhaozhang_session')]).toEqual(['这个账户已经停用', '']);
    await send(path, { do: 'enable' }, administrator);
    expect((await enter()).status).toBe(200);
  });

  it('本人看得到自己在哪里登录，地址只到网段；能结束一处，也能结束别处的全部', async () => {
    const { login, password, cookie } = await person();
    const at = async (from: string) => cookieOf(await signIn(login, password, { from }), 'zhaozhang_session');
    const [one, two, three] = [await at('10.1.2.3'), await at('10.1.2.4'), await at('2001:db8:1:2::3')];
    const seen = async () => json<OwnAccount>(await send('/api/account', undefined, { cookie })).sessions;
    const before = await seen();
    expect(before.map(({ address }) => address).sort()).toEqual([
      '10.1.2.*',
      '10.1.2.*',
      '2001:db8:1:*',
      '本机',
    ]);
    expect(before.filter(({ own }) => own).map(({ address }) => address)).toEqual(['本机']);
    const far = before.find(({ address }) => address === '2001:db8:1:*')?.id;
    const ended = await send('/api/sessions/end', { id: far }, { cookie });
    expect(ended.text).toBe('{"ended":1}');
    expect([await alive(one), await alive(two), await alive(three)]).toEqual([200, 200, 401]);
    // 这一处从退出结束，不从这里
    const own = before.find((session) => session.own)?.id;
    expect((await send('/api/sessions/end', { id: own }, { cookie })).text).toBe('{"ended":0}');
    const unclear = await send('/api/sessions/end', {}, { cookie });
    expect(unclear.status).toBe(400);
    expect((await send('/api/sessions/end', { others: true }, { cookie })).text).toBe('{"ended":2}');
    expect([await alive(one), await alive(cookie)]).toEqual([401, 200]);
  });

  it('别人的会话结束不了', async () => {
    const [mine, theirs] = [await person(), await person()];
    const { sessions } = json<OwnAccount>(await send('/api/account', undefined, theirs));
    const tried = await send('/api/sessions/end', { id: sessions[0]?.id }, mine);
    expect(tried.text).toBe('{"ended":0}');
    expect(await alive(theirs.cookie)).toBe(200);
  });
});

describe('管理账户', () => {
  it('只有管理员；自己的账户不在这里改', async () => {
    const [administrator, officer] = [await person(true), await person()];
    for (const [path, body] of [
      ['/api/accounts', undefined],
      ['/api/accounts', { login: 'xin.lai', name: '新来' }],
      [`/api/accounts/${await idOf(administrator.login)}`, { do: 'disable' }],
    ] as const)
      expect(problemOf(await send(path, body, officer))).toEqual([403, '只有管理员能够管理账户', undefined]);
    const own = await send(
      `/api/accounts/${await idOf(administrator.login)}`,
      { do: 'disable' },
      administrator,
    );
    expect(problemOf(own)).toEqual([409, '自己的账户不在这里改', undefined]);
    const unknown = await send(`/api/accounts/${'0'.repeat(26)}`, { do: 'disable' }, administrator);
    expect(unknown.status).toBe(404);
  });

  it('清单写明每个人：执法人员、最近登录、第二重验证、停用；没有口令和摘要', async () => {
    const administrator = await person(true);
    const { login } = await guarded();
    const answer = await send('/api/accounts', undefined, administrator);
    expect(answer.text).not.toContain('argon2');
    const { rows, officers } = json<AccountList>(answer);
    expect(rows.find((row) => row.login === login)).toMatchObject({
      secondFactor: true,
      disabled: false,
      mustChange: false,
      administrator: false,
      own: false,
    });
    expect(rows.find((row) => row.login === login)?.lastSignedInAt).toMatch(/^\d{4}-/);
    expect(rows.filter(({ own }) => own).map((row) => row.login)).toEqual([administrator.login]);
    const linked = rows.find(({ officer }) => officer !== undefined);
    expect(linked?.officer).toMatch(/^.+（.+）$/);
    expect(officers.map(({ name }) => name)).not.toContain(linked?.officer);
  });

  it('账户对应的执法人员要登记过，一人一个账户', async () => {
    const administrator = await person(true);
    const open = (officer: string) =>
      send('/api/accounts', { login: `zi.${ulid().toLowerCase()}`, name: '自新来', officer }, administrator);
    expect(problemOf(await open('nobody'))).toEqual([400, '没有这个执法人员', 'officer']);
    const taken = house.told.agency.accounts.find(({ officer }) => officer !== undefined)?.officer ?? '';
    expect(problemOf(await open(taken))).toEqual([409, '这个执法人员已经有账户', 'officer']);
  });

  it('填写不合的，说明哪一栏、怎么写', async () => {
    const administrator = await person(true);
    const answer = await send('/api/accounts', { login: 'Zhou', name: '周新来' }, administrator);
    expect([answer.status, json<Problem>(answer).field]).toEqual([400, 'login']);
    expect(json<Problem>(answer).remedy).toContain('小写字母');
  });
});

it('以上没有一次让服务器出故障', () => {
  expect(house.faults).toEqual([]);
});
