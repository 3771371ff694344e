import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from './contract/index.ts';
import type { Instance } from './start/instance.ts';
import { productionInstance } from './testing/production-instance.ts';
import type { ProductionInstance } from './testing/production-instance.ts';
import { rawRequest } from './testing/raw-request.ts';
import type { RawAnswer } from './testing/raw-request.ts';
import { codeOf } from './testing/second-factor.ts';

let house: ProductionInstance;
let instance: Instance;
beforeAll(async () => {
  house = await productionInstance();
  ({ instance } = house);
});
afterAll(() => house.end());

function send(path: string, body?: unknown, cookie?: string): Promise<RawAnswer> {
  return rawRequest(instance.url, path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'x-zhaozhang': '1',
      'content-type': 'application/json',
      ...(cookie === undefined ? {} : { cookie }),
    },
    body: body === undefined ? [] : [JSON.stringify(body)],
  });
}
const json = <T>(answer: RawAnswer) => JSON.parse(answer.text) as T;
const problemOf = (answer: RawAnswer) => {
  const { status, title, field } = json<Problem>(answer);
  return [status, title, field];
};

const asked = () => ({
  token: instance.firstToken ?? '',
  agency: { id: 'jiangtan-shili', name: '江滩示例局', shortName: '江示' },
  login: 'guan.shili',
  name: '管示例',
  password: '雨后山路旁的旧水塔边上有灯',
});

describe('正式使用时的首个管理员', () => {
  it('口令与别人的合同一套规则，填错的说明哪一栏、怎么写；什么也没有设立', async () => {
    const first = (change: object) => send('/api/first-administrator', { ...asked(), ...change });
    expect((await send('/api/first-administrator')).text).toBe('{"open":true}');
    expect(problemOf(await first({ token: 'x' }))).toEqual([403, '令牌不对', 'token']);
    expect(problemOf(await first({ password: '短' }))).toEqual([400, '口令太短', 'password']);
    expect(problemOf(await first({ password: '旧水塔边上的江滩示例局院子' }))[1]).toBe('口令里有机关名称');
    const id = await first({ agency: { ...asked().agency, id: '江滩' } });
    expect(json<Problem>(id)).toMatchObject({ status: 400, field: 'agency.id' });
    expect(json<Problem>(id).remedy).toContain('机关编号');
    expect(await instance.world.store.accounts.any()).toBe(false);
  });

  it('设立之后接口关闭；登录了先要设第二重验证，之前别的都办不了', async () => {
    expect((await send('/api/first-administrator', asked())).status).toBe(201);
    expect((await send('/api/first-administrator')).text).toBe('{"open":false}');
    expect((await send('/api/first-administrator', asked())).status).toBe(404);
    const { login, password } = asked();
    const entered = await send('/api/session', { login, password });
    expect(json<{ first?: string }>(entered).first).toBe('second-factor');
    const cookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    for (const path of ['/api/worklist', '/api/accounts', '/api/account', '/api/agency'])
      expect(problemOf(await send(path, undefined, cookie))).toEqual([
        403,
        '管理员要有第二重验证',
        undefined,
      ]);
    const made = await send('/api/accounts', { login: 'xin.lai', name: '新来' }, cookie);
    expect(made.status).toBe(403);

    const { secret } = json<{ secret: string }>(await send('/api/second-factor', { password }, cookie));
    const confirmed = await send('/api/second-factor/confirm', { code: codeOf(secret) }, cookie);
    expect(confirmed.status).toBe(200);
    expect((await send('/api/accounts', undefined, cookie)).status).toBe(200);
    expect(json<{ first?: string }>(await send('/api/session', undefined, cookie)).first).toBeUndefined();

    // 取消了就又办不了别的
    const dropped = await send('/api/second-factor/drop', { password, code: codeOf(secret, 1) }, cookie);
    expect(dropped.status).toBe(200);
    expect((await send('/api/accounts', undefined, cookie)).status).toBe(403);
  });

  it('加一个机关，由管机器的人重新启动时说：令牌一次，已有的编号不收，里面没有多出账户', async () => {
    const beside = await productionInstance();
    const open = (path: string, body?: unknown) =>
      rawRequest(beside.instance.url, path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'x-zhaozhang': '1', 'content-type': 'application/json' },
        body: body === undefined ? [] : [JSON.stringify(body)],
      });
    try {
      const first = { ...asked(), token: beside.instance.firstToken ?? '' };
      expect((await open('/api/first-administrator', first)).status).toBe(201);
      await beside.restart({ anotherAgency: true });
      expect((await open('/api/first-administrator')).text).toBe('{"open":true}');
      const token = beside.instance.firstToken ?? '';
      const intruding = { ...first, token, login: 'guan.er' };
      expect(problemOf(await open('/api/first-administrator', intruding))).toEqual([
        409,
        '这个机关编号已经有机关使用',
        'agency.id',
      ]);
      expect(await beside.instance.world.store.accounts.find('guan.er')).toBeUndefined();
      const second = {
        ...intruding,
        agency: { id: 'jiangbei-shili', name: '江北示例局', shortName: '江北' },
      };
      expect((await open('/api/first-administrator', second)).status).toBe(201);
      expect((await open('/api/first-administrator')).text).toBe('{"open":false}');
      // Started again without being told so, nothing is open.
      await beside.restart();
      expect((await open('/api/first-administrator')).text).toBe('{"open":false}');
      expect(await beside.instance.world.store.agencies()).toEqual(['jiangbei-shili', 'jiangtan-shili']);
    } finally {
      await beside.end();
    }
  });

  it('没有一次让服务器出故障', () => {
    expect(house.faults).toEqual([]);
  });
});
