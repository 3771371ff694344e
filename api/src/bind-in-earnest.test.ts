import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from './contract/index.ts';
import { productionInstance } from './testing/production-instance.ts';
import type { ProductionInstance } from './testing/production-instance.ts';
import { rawRequest } from './testing/raw-request.ts';
import type { RawAnswer } from './testing/raw-request.ts';
import { codeOf } from './testing/second-factor.ts';

/** An agency in earnest, with its first administrator signed in: here what stands open keeps a pack from binding. */
let house: ProductionInstance;
let cookie = '';

function send(path: string, body: unknown): Promise<RawAnswer> {
  return rawRequest(house.instance.url, path, {
    method: 'POST',
    headers: {
      'x-zhaozhang': '1',
      'content-type': 'application/json',
      ...(cookie === '' ? {} : { cookie }),
    },
    body: [JSON.stringify(body)],
  });
}

beforeAll(async () => {
  house = await productionInstance();
  const password = '雨后山路旁的旧水塔边上有灯';
  const login = 'guan.shili';
  await send('/api/first-administrator', {
    token: house.instance.firstToken ?? '',
    agency: { id: 'jiangtan-shili', name: '江滩示例局', shortName: '江示' },
    login,
    name: '管示例',
    password,
  });
  const entered = await send('/api/session', { login, password });
  cookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const { secret } = JSON.parse((await send('/api/second-factor', { password })).text) as { secret: string };
  await send('/api/second-factor/confirm', { code: codeOf(secret) });
});
afterAll(() => house.end());

async function did(name: string, input: object): Promise<Problem> {
  const answer = await send('/api/acts', {
    ...{ id: ulid(), name, input, record: {} },
    occurredAt: house.instance.world.clock.now(),
  });
  return JSON.parse(answer.text) as Problem;
}

async function bind(pack: string, modules?: readonly string[]): Promise<Problem> {
  const answer = await send('/api/acts', {
    id: ulid(),
    name: 'agency.bind-law',
    input: { packs: [pack], from: '2026-03-02', ...(modules === undefined ? {} : { modules }) },
    record: {},
    occurredAt: house.instance.world.clock.now(),
  });
  return JSON.parse(answer.text) as Problem;
}

describe('正式使用时启用规则包', () => {
  it.each([
    ['WHSF-0-1', 'wuhan-justice/three-systems/2020-06-16', '法制审核的期限'],
    ['CCXQ-0-1', 'changchun-xinqu/three-systems/2020-01-01', '法制审核的期限'],
    ['QUF-0-1', 'district/three-systems/2020-01-01', '法制审核的期限'],
    ['QSF-0-1', 'banner/three-systems/2020-01-01', '上位方案的文号'],
    ['SFGK-10-1', 'district-justice/disclosure-rules/2008-05-01', '发文日'],
  ])('%s 取值没有定的，拒绝，说出哪一条、哪个取值、怎样补上', async (_clause, pack, value) => {
    const { refusals } = await bind(pack);
    const refusal = refusals?.find((one) => one.code === 'PARAM_UNSET');
    expect(refusal?.sentence).toContain(`没有写明“${value}”`);
    expect(refusal?.sentence).toContain('写入机关自己的规则包');
  });

  it.each([
    ['HBSF-2-1', 'hebei-justice/enforcement-publication/2019-01-01', '只适用于河北省司法厅'],
    ['GUIP-0-1', 'guiping-justice/three-systems/2019-05-01', '只适用于桂平市司法局'],
  ])('%s 不约束本机关的，拒绝，说出只适用于谁', async (_clause, pack, words) => {
    const { refusals } = await bind(pack);
    expect(refusals?.find((one) => one.code === 'OUT_OF_SCOPE_UNIT')?.sentence).toContain(words);
  });

  it('QSF-1-3 父包没有审核规则，启用审核拒绝；只启用公示不因此拒绝', async () => {
    const banner = 'banner/three-systems/2020-01-01';
    const unset = async (modules?: readonly string[]) =>
      ((await bind(banner, modules)).refusals ?? [])
        .filter(({ code }) => code === 'PARAM_UNSET')
        .map(({ sentence }) => /“(?<label>.+?)”/.exec(sentence)?.groups?.['label']);
    expect(await unset()).toEqual(['上位方案的文号', '法制审核的期限', '须全程记录的执法环节']);
    expect(await unset(['review'])).toEqual(['上位方案的文号', '法制审核的期限']);
    expect(await unset(['publication'])).toEqual(['上位方案的文号']);
  });

  it('QUF-1.2.1-2 送达环节没有责任岗位，启用拒绝并说出是送达；写明之后不再因此拒绝', async () => {
    const from = '2026-01-01';
    await did('agency.register-post', {
      ...{ id: 'songda', name: '送达岗', duties: '送达执法文书', basis: '三定规定', from },
    });
    const steps = ['intake', 'investigation', 'review', 'decision', 'publication', 'execution', 'archive'];
    for (const step of steps)
      await did('agency.register-preparation', { item: `step/${step}`, post: 'songda', from });
    const asked = async () =>
      ((await bind('district/three-systems/2020-01-01')).refusals ?? []).find(
        ({ code }) => code === 'ROLE_REQUIRED',
      )?.sentence;
    const sentence = await asked();
    expect(sentence).toContain('办事流程的环节没有责任岗位：送达');
    expect(sentence).toContain('一（二）1');
    await did('agency.register-preparation', { item: 'step/service', post: 'songda', from });
    expect(await asked()).toBeUndefined();
  });

  it('WHMZ-JL-34-1 区局没有登记本区的记录制度，启用拒绝；登记已经生效的制度之后不再因此拒绝', async () => {
    const asked = async () =>
      ((await bind('wuhan-civil-affairs/full-process-recording/2017-07-01')).refusals ?? []).find(
        ({ code }) => code === 'POLICY_MISSING',
      )?.sentence;
    expect(await asked()).toBeUndefined();
    await did('agency.register-unit', { id: 'qu', name: '江滩区民政局', type: 'district-bureau' });
    expect(await asked()).toContain('江滩区民政局');
    const policy = { item: 'policy/qu', document: '江区民〔2026〕3 号', scope: '全区民政执法' };
    await did('agency.register-preparation', { ...policy, from: '2026-03-03' });
    expect(await asked()).toContain('江滩区民政局');
    await did('agency.register-preparation', { ...policy, from: '2026-03-02' });
    expect(await asked()).toBeUndefined();
  });

  it('没有一次让服务器出故障', () => {
    expect(house.faults).toEqual([]);
  });
});
