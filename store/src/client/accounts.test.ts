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

  it('一起来问的会话各答各的，没有的答没有', async () => {
    for (const [login, letter] of [
      ['zheng', '7'],
      ['he', '8'],
    ] as const) {
      await home.store.accounts.put(account(login));
      await home.store.accounts.openSession(session(login, letter));
    }
    const asked = ['8', '9', '7', '8'].map((letter) => home.store.accounts.findSession(letter.repeat(64)));
    expect((await Promise.all(asked)).map((found) => found?.login)).toEqual(['he', undefined, 'zheng', 'he']);
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

  it('改口令只留下改的那个会话，别的都结束；停用立即结束全部', async () => {
    const { accounts } = home.store;
    const of = { agency: AGENCY, account: 'id-wang' };
    const by = { account: 'id-wang', name: '王承办' };
    await accounts.put(account('wang'));
    await accounts.openSession(session('wang', '1'));
    await accounts.openSession(session('wang', '2'));
    await accounts.setPassword({
      ...of,
      passwordHash: 'new',
      mustChange: false,
      keep: '1'.repeat(64),
      what: '改了口令',
      by,
    });
    expect((await accounts.findSession('1'.repeat(64)))?.passwordHash).toBe('new');
    expect(await accounts.findSession('2'.repeat(64))).toBeUndefined();
    await accounts.disable({ ...of, disabled: true, what: '停用', by });
    expect(await accounts.findSession('1'.repeat(64))).toBeUndefined();
    await accounts.disable({ ...of, disabled: false, what: '启用', by });
    expect(await accounts.findSession('1'.repeat(64))).toBeUndefined();
    expect((await accounts.notes(AGENCY, 'id-wang', 9)).map(({ what, by }) => `${by}${what}`)).toEqual([
      '王承办启用',
      '王承办停用',
      '王承办改了口令',
    ]);
  });

  it('等着验证码的会话什么也打不开，列不出来，也算不上登录过', async () => {
    const { accounts } = home.store;
    await accounts.put(account('feng'));
    await accounts.openSession(session('feng', '3', { awaitsCode: true }));
    expect(await accounts.findSession('3'.repeat(64))).toBeUndefined();
    expect((await accounts.findAwaiting('3'.repeat(64)))?.login).toBe('feng');
    expect(await accounts.sessions(AGENCY, 'id-feng', '3'.repeat(64))).toEqual([]);
    expect((await accounts.find('feng'))?.lastSignedInAt).toBeUndefined();
    await accounts.openSession(session('feng', '4', { address: '本机' }));
    expect(await accounts.findAwaiting('4'.repeat(64))).toBeUndefined();
    expect(await accounts.sessions(AGENCY, 'id-feng', '4'.repeat(64))).toMatchObject([
      { address: '本机', own: true },
    ]);
    expect((await accounts.find('feng'))?.lastSignedInAt).toMatch(/^\d{4}-/);
  });

  it('第二重验证：未确认的可以换，确认了的要先取消；一个时间步、一个恢复码只用一次', async () => {
    const { accounts } = home.store;
    const of = { agency: AGENCY, account: 'id-chen' };
    const noted = { what: '设了第二重验证', by: { account: 'id-chen', name: '陈承办' } };
    await accounts.put(account('chen'));
    await accounts.openSession(session('chen', '5'));
    await accounts.openSession(session('chen', '6'));
    expect(await accounts.putSecondFactor({ ...of, keyId: 'k', ciphertext: 'aa' })).toBe(true);
    expect(await accounts.putSecondFactor({ ...of, keyId: 'k', ciphertext: 'bb' })).toBe(true);
    expect(await accounts.useStep(AGENCY, 'id-chen', 9)).toBe(false);
    const keep = '5'.repeat(64);
    const recovery = ['7'.repeat(64), '8'.repeat(64)];
    const confirm = (ciphertext: string) =>
      accounts.confirmSecondFactor({ ...of, ...noted, ciphertext, step: 10, recovery, keep });
    expect(await confirm('aa')).toBe(false);
    expect(await confirm('bb')).toBe(true);
    expect((await accounts.findSession(keep))?.secondFactorAt).toMatch(/^\d{4}-/);
    expect(await accounts.findSession('6'.repeat(64))).toBeUndefined();
    expect(await accounts.putSecondFactor({ ...of, keyId: 'k', ciphertext: 'cc' })).toBe(false);
    expect(await accounts.useStep(AGENCY, 'id-chen', 10)).toBe(false);
    const twice = await Promise.all([11, 11].map((step) => accounts.useStep(AGENCY, 'id-chen', step)));
    expect(twice.sort()).toEqual([false, true]);
    expect(await accounts.useRecoveryCode(AGENCY, 'id-chen', '7'.repeat(64))).toBe(true);
    expect(await accounts.useRecoveryCode(AGENCY, 'id-chen', '7'.repeat(64))).toBe(false);
    expect((await accounts.secondFactor(AGENCY, 'id-chen'))?.leftCodes).toBe(1);
    expect(await accounts.dropSecondFactor({ ...of, ...noted, what: '取消了第二重验证' })).toBe(true);
    expect(await accounts.dropSecondFactor({ ...of, ...noted, what: '取消了第二重验证' })).toBe(false);
    expect(await accounts.secondFactor(AGENCY, 'id-chen')).toBeUndefined();
    expect((await accounts.find('chen'))?.secondFactorAt).toBeUndefined();
  });

  it('一个外部身份只属于一个账户，只凭签发者和主体找到', async () => {
    const { accounts } = home.store;
    await accounts.put(account('lin'));
    await accounts.put(account('ma'));
    const link = (name: string) => ({
      agency: AGENCY,
      account: `id-${name}`,
      issuer: 'https://id.example',
      subject: 's-1',
      what: '关联',
      by: { account: 'a', name: '管理员' },
    });
    expect(await accounts.linkIdentity(link('lin'))).toBe(true);
    expect(await accounts.linkIdentity(link('ma'))).toBe(false);
    // 换一个身份，原来的让位
    expect(await accounts.linkIdentity({ ...link('lin'), subject: 's-2' })).toBe(true);
    expect(await accounts.findByIdentity('https://id.example', 's-1')).toBeUndefined();
    expect(await accounts.linkIdentity(link('lin'))).toBe(true);
    expect((await accounts.findByIdentity('https://id.example', 's-1'))?.login).toBe('lin');
    expect(await accounts.findByIdentity('https://other.example', 's-1')).toBeUndefined();
    expect((await accounts.identities(AGENCY, 'https://id.example')).get('id-lin')).toBe('s-1');
    expect(await accounts.unlinkIdentity(link('lin'))).toBe(true);
    expect(await accounts.findByIdentity('https://id.example', 's-1')).toBeUndefined();
  });
});
