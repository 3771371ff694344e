import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCY } from '../testing/sample-act.ts';
import { type TestStore, testStore } from '../testing/test-store.ts';

let home: TestStore;
beforeAll(async () => {
  home = await testStore();
});
afterAll(() => home.end());

const account = (login: string) => ({
  agency: AGENCY,
  id: `id-${login}`,
  login,
  name: '周承办',
  officerId: undefined,
  passwordHash: 'hash',
  administrator: false,
  disabled: false,
});
const session = (login: string, digit: string, more: object = {}) => ({
  tokenDigest: digit.repeat(64),
  agency: AGENCY,
  accountId: `id-${login}`,
  lifeSeconds: 3600,
  idleSeconds: 600,
  ...more,
});

describe('账户与会话', () => {
  it('账户存取一致，登录名不得重复', async () => {
    await home.store.accounts.put(account('zhou'));
    expect(await home.store.accounts.find('zhou')).toMatchObject(account('zhou'));
    expect(await home.store.accounts.find('nobody')).toBeUndefined();
    await expect(home.store.accounts.put({ ...account('zhou'), id: 'second' })).rejects.toMatchObject({
      code: '23505',
    });
    expect((await home.store.accounts.list(AGENCY)).map((a) => a.login)).toContain('zhou');
  });

  it('会话凭摘要找到账户；关闭、到期、闲置的找不到', async () => {
    await home.store.accounts.put(account('wu'));
    await home.store.accounts.openSession(session('wu', 'a'));
    expect((await home.store.accounts.findSession('a'.repeat(64)))?.login).toBe('wu');
    await home.store.accounts.closeSession('a'.repeat(64));
    expect(await home.store.accounts.findSession('a'.repeat(64))).toBeUndefined();
    await home.store.accounts.openSession(session('wu', 'b', { lifeSeconds: -1 }));
    expect(await home.store.accounts.findSession('b'.repeat(64))).toBeUndefined();
    await home.store.accounts.openSession(session('wu', 'c', { idleSeconds: -1 }));
    expect(await home.store.accounts.findSession('c'.repeat(64))).toBeUndefined();
    await expect(home.store.accounts.openSession(session('wu', '明'))).rejects.toMatchObject({
      code: '23514',
    });
  });

  it('改口令或停用，已开的会话即告结束；只改姓名则不', async () => {
    await home.store.accounts.put(account('li'));
    await home.store.accounts.openSession(session('li', 'd'));
    await home.store.accounts.put({ ...account('li'), name: '李审核' });
    expect((await home.store.accounts.findSession('d'.repeat(64)))?.name).toBe('李审核');
    await home.store.accounts.put({ ...account('li'), passwordHash: 'new' });
    expect(await home.store.accounts.findSession('d'.repeat(64))).toBeUndefined();
    await home.store.accounts.openSession(session('li', 'e'));
    await home.store.accounts.put({ ...account('li'), passwordHash: 'new', disabled: true });
    expect(await home.store.accounts.findSession('e'.repeat(64))).toBeUndefined();
  });

  it('登录失败按登录名与来源计数，成功后该登录名归零', async () => {
    const failures = () => home.store.accounts.recentFailures('sun', '10.0.0.1', 600);
    expect(await failures()).toEqual({ byLogin: 0, byAddress: 0 });
    await home.store.accounts.noteAttempt('sun', '10.0.0.1', false);
    await home.store.accounts.noteAttempt('sun', '10.0.0.2', false);
    await home.store.accounts.noteAttempt('qian', '10.0.0.1', false);
    expect(await failures()).toEqual({ byLogin: 2, byAddress: 2 });
    await home.store.accounts.noteAttempt('sun', '10.0.0.1', true);
    expect(await failures()).toEqual({ byLogin: 0, byAddress: 2 });
  });
});
