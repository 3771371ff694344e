import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawRequest } from './testing/raw-request.ts';
import type { RawAnswer } from './testing/raw-request.ts';
import { newAccount } from './testing/signed-in.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';

const agency = 'wuhan-civil-affairs';

let house: TestInstance;
beforeAll(async () => {
  house = await testInstance();
});
afterAll(() => house.end());

const account = () => newAccount(house.instance, { agency, name: '试验人员', administrator: false });

function send(method: string, path: string, body?: unknown, cookie?: string): Promise<RawAnswer> {
  return rawRequest(house.instance.url, path, {
    method,
    headers: {
      'x-zhaozhang': '1',
      'content-type': 'application/json',
      ...(cookie === undefined ? {} : { cookie }),
    },
    body: body === undefined ? [] : [JSON.stringify(body)],
  });
}

const signIn = (login: string, password: string) => send('POST', '/api/session', { login, password });
const titleOf = (answer: RawAnswer) => (JSON.parse(answer.text) as { title: string }).title;

describe('登录', () => {
  it('会话标记只给浏览器自己带，脚本读不到，外站带不出', async () => {
    const { login, password } = await account();
    const cookie = (await signIn(login, password)).headers['set-cookie']?.[0] ?? '';
    expect(cookie).toMatch(/^zhaozhang_session=[\w-]{40,}; /);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).toContain('Path=/');
    expect(cookie).not.toMatch(/Domain=/i);
  });

  it('经加密的代理而来时，会话标记只走加密的连接', async () => {
    const { login, password } = await account();
    const answer = await rawRequest(house.instance.url, '/api/session', {
      method: 'POST',
      headers: { 'x-zhaozhang': '1', 'x-forwarded-proto': 'https' },
      body: [JSON.stringify({ login, password })],
    });
    expect(answer.headers['set-cookie']?.[0]).toContain('Secure');
  });

  it('口令不对和没有这个账户，答复一字不差', async () => {
    const { login } = await account();
    const wrong = await signIn(login, '不是这个口令');
    const unknown = await signIn(`nobody-${ulid()}`, '不是这个口令');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(unknown.text).toBe(wrong.text);
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  it('停用的账户登录不了，原来的会话也随之结束', async () => {
    const { login, password, cookie } = await account();
    const { accounts } = house.instance.world.store;
    const found = await accounts.find(login);
    if (found === undefined) throw new Error('没有账户');
    await accounts.put({ ...found, disabled: true });
    expect((await send('GET', '/api/session', undefined, cookie)).status).toBe(401);
    const again = await signIn(login, password);
    expect([again.status, titleOf(again)]).toEqual([401, '登录名或者口令不对']);
  });

  it('连续猜错的登录名要等:429,说明等多久；猜中了也要等', async () => {
    const { login, password } = await account();
    const statuses: number[] = [];
    for (let n = 0; n < 8; n++) statuses.push((await signIn(login, `猜-${n}`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 401, 401]);
    const throttled = await signIn(login, password);
    expect(throttled.status).toBe(429);
    expect(Number(throttled.headers['retry-after'])).toBeGreaterThan(0);
    expect(titleOf(throttled)).toMatch(/[\u4e00-\u9fff]/);
  });

  it('同时猜一百次，至多八次有机会', async () => {
    const { login } = await account();
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => signIn(login, `猜-${n}`)));
    expect(answers.filter((one) => one.status === 401).length).toBeLessThanOrEqual(8);
    expect(answers.every((one) => one.status === 401 || one.status === 429)).toBe(true);
  });

  it('退出之后会话不再有效，别处的会话不受影响', async () => {
    const { login, password, cookie } = await account();
    const other = (await signIn(login, password)).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const left = await send('DELETE', '/api/session', undefined, cookie);
    expect(left.status).toBe(200);
    expect(left.headers['set-cookie']?.[0]).toMatch(/^zhaozhang_session=;.*Max-Age=0/);
    expect((await send('GET', '/api/session', undefined, cookie)).status).toBe(401);
    expect((await send('GET', '/api/session', undefined, other)).status).toBe(200);
  });

  it('改了口令，原来的会话结束', async () => {
    const { login, cookie } = await account();
    const { accounts } = house.instance.world.store;
    const found = await accounts.find(login);
    if (found === undefined) throw new Error('没有账户');
    await accounts.put({ ...found, passwordHash: `${found.passwordHash}x` });
    expect((await send('GET', '/api/session', undefined, cookie)).status).toBe(401);
  });
});

describe('演示角色', () => {
  it('演示令牌只给用本机地址打开的页面：被改指到这里的外来名称读不到', async () => {
    const foreign = await rawRequest(house.instance.url, '/api/demo/roles', {
      method: 'GET',
      headers: { host: 'rebound.example:8080' },
      body: [],
    });
    expect(foreign.status).toBe(403);
    expect(foreign.text).not.toContain(house.instance.world.demonstration?.token);
    expect((await send('GET', '/api/demo/roles')).status).toBe(200);
  });

  it('令牌不对的 403,长短不一、空的都一样', async () => {
    for (const token of ['x', 'x'.repeat(32), `${house.instance.world.demonstration?.token}x`]) {
      const answer = await send('POST', '/api/demo/session', { login: 'wufuze', token });
      expect([answer.status, answer.headers['set-cookie']]).toEqual([403, undefined]);
    }
    expect((await send('POST', '/api/demo/session', { login: 'wufuze', token: '' })).status).toBe(400);
  });

  it('令牌对而角色不在清单里的，登录不了', async () => {
    const { login } = await account();
    const token = house.instance.world.demonstration?.token;
    const answer = await send('POST', '/api/demo/session', { login, token });
    expect([answer.status, answer.headers['set-cookie']]).toEqual([404, undefined]);
  });

  it('口令文件里的口令能登录', async () => {
    const line = readFileSync(join(house.dataDir, 'secrets', 'demonstration-passwords.txt'), 'utf8')
      .split('\n')
      .find((one) => one.startsWith('wufuze\t'));
    const password = line?.split('\t')[2] ?? '';
    expect(password.length).toBeGreaterThanOrEqual(12);
    expect((await signIn('wufuze', password)).status).toBe(200);
  });
});

describe('秘密', () => {
  it('秘密的目录只有自己能进，里面的文件只有自己能读', () => {
    const secrets = join(house.dataDir, 'secrets');
    expect((statSync(secrets).mode & 0o777).toString(8)).toBe('700');
    const files = readdirSync(secrets);
    expect(files).toContain('demonstration-passwords.txt');
    expect(files).toContain('log.key');
    for (const file of files)
      expect([file, (statSync(join(secrets, file)).mode & 0o077).toString(8)]).toEqual([file, '0']);
  });

  it('任何答复里都没有口令、口令的摘要、会话标记和密钥；故障记录里也没有', async () => {
    const { login, password, cookie } = await account();
    const token = cookie.slice(cookie.indexOf('=') + 1);
    const secret = house.instance.world.demonstration?.token ?? '没有令牌';
    const answers = await Promise.all([
      send('GET', '/api/session', undefined, cookie),
      signIn(login, password),
      signIn(login, `${password}错`),
      send('POST', '/api/session', { login, password, extra: password }),
      send('POST', '/api/session', { login, password: { $ne: password } }),
      send('POST', '/api/demo/session', { login: password, token: secret }),
      send('POST', '/api/demo/session', { login: 'wufuze', token: `${secret}x` }),
      send('GET', '/api/worklist', undefined, cookie),
      send('GET', `/api/cases?text=${encodeURIComponent(password)}`, undefined, cookie),
      send('GET', '/api/openapi.json'),
      send('GET', '/api/ready'),
      send('GET', '/'),
      send('GET', '/workbench/'),
      send('GET', '/verify'),
      send('GET', `/nothing/${token}`),
    ]);
    for (const { text } of answers) {
      expect(text).not.toContain('$argon2');
      expect(text).not.toContain(password);
      expect(text).not.toContain(secret);
      expect(text.replaceAll(`/nothing/${token}`, '')).not.toContain(token);
      expect(text).not.toMatch(/PRIVATE KEY|PRIVATE\+KEY/);
    }
    const faults = house.faults
      .map((one) => (one instanceof Error ? `${one.stack}` : String(one)))
      .join('\n');
    for (const one of [password, secret, token]) expect(faults).not.toContain(one);
  });
});

describe('安全标头', () => {
  it.each([
    '/',
    '/decisions',
    '/decisions/none.none',
    '/verify',
    '/nothing',
    '/workbench/',
    '/workbench/cases/any',
    '/api/session',
    '/api/nothing',
    '/api/openapi.json',
  ])('%s:脚本只许自己的文件，不许嵌入，不许猜类型', async (path) => {
    const { headers } = await send('GET', path);
    const policy = String(headers['content-security-policy']);
    const script = /script-src ([^;]*)/.exec(policy)?.[1];
    expect(script).toBe("'self'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['permissions-policy']).toBeDefined();
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('接口的答复不留在缓存里', async () => {
    for (const path of ['/api/session', '/api/nothing', '/api/openapi.json', '/api/clock'])
      expect((await send('GET', path)).headers['cache-control']).toBe('no-store');
  });

  it('公开页面里没有脚本，也没有写在标签里的样式', async () => {
    for (const path of ['/', '/decisions', '/verify', '/nothing']) {
      const { text } = await send('GET', path);
      expect(text).toMatch(/^<!doctype html>/i);
      expect(text).not.toMatch(/<script|\son\w+=|javascript:|\sstyle=/i);
    }
  });

  it('工作台的页面不含写在页里的脚本', async () => {
    const { text } = await send('GET', '/workbench/');
    for (const [, attributes, inside] of text.matchAll(/<script([^>]*)>([^<]*)/g)) {
      expect(attributes).toContain('src=');
      expect(inside?.trim()).toBe('');
    }
  });
});

it('以上没有一次让服务器出故障', () => {
  expect(house.faults).toEqual([]);
});
