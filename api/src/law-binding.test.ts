import { fileURLToPath } from 'node:url';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LawBindingView, LawTrialView, RecomputationView } from './contract/index.ts';
import { administrator, answerTo, CaseAtWork, clockOf, handler } from './testing/case-at-work.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { verifiedAgain } from './testing/verified-again.ts';

/** Packs are tried on the open cases, proposed by one person, confirmed by another; nothing is changed by trying. */
let house: TestInstance;
let filed: CaseAtWork;

beforeAll(async () => {
  house = await testInstance({ packs: fileURLToPath(new URL('testing/packs', import.meta.url)) });
  filed = await new CaseAtWork(house.client).upTo('filed');
});
afterAll(() => house.end());

async function asked<T>(by: string, method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const response = await house.client.request(by, method, path, body);
  return (await response.json()) as T;
}
async function did(name: string, input: object) {
  return answerTo(house.client, administrator, {
    id: ulid(),
    name,
    input,
    record: {},
    occurredAt: await clockOf(house.client),
  });
}
const binding = () => asked<LawBindingView>(administrator, 'GET', '/api/law/binding');
const present = (view: LawBindingView) => view.bindings.find((one) => one.standing === 'present');

async function tried(packs: readonly string[], from: string): Promise<LawTrialView> {
  let view = await asked<LawTrialView>(administrator, 'POST', '/api/law/trials', { packs, from });
  for (let tries = 0; view.state === 'running' && tries < 400; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    view = await asked<LawTrialView>(administrator, 'GET', `/api/law/trials/${view.id}`);
  }
  return view;
}

describe('试算、提出、确认', () => {
  let packs: string[] = [];

  it('“启用”页说出今天适用的规则包、可以启用的规则包、谁能够提出', async () => {
    const view = await binding();
    packs = present(view)?.packs.map(({ id }) => id) ?? [];
    expect(packs.length).toBeGreaterThan(0);
    expect(
      view.installed
        .filter(({ bound }) => bound)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...packs].sort());
    expect(view.mayPropose).toBe(true);
    const his = await asked<LawBindingView>(handler, 'GET', '/api/law/binding');
    expect([his.mayPropose, his.mayConfirm]).toEqual([false, false]);
  });

  it('原样再启用一次，什么也不变', async () => {
    const same = await tried(packs, '2026-01-07');
    expect(same).toMatchObject({
      state: 'done',
      counts: { changed: 0, moved: 0 },
      rules: { added: 0, dropped: 0 },
    });
    expect(same.counts.cases).toBeGreaterThan(0);
  });

  it('去掉一个规则包：说出哪些案件会变、哪一步不再受限，没有一件真的变了', async () => {
    const before = await filed.view();
    const [own = ''] = packs;
    const less = await tried(['npc/penalty-law/2021-07-15'], '2026-01-06');
    expect(less.state).toBe('done');
    expect(less.rules.dropped).toBeGreaterThan(0);
    expect(own).not.toBe('npc/penalty-law/2021-07-15');
    expect((await filed.view()).version).toBe(before.version);
    expect((await filed.view()).obligations).toEqual(before.obligations);
  });

  it('没有试算过的不能提出；试算过的，提出之后另一人看得到试算的结果', async () => {
    const wanted = { packs: [...packs, 'trial/faster/2026-01-01'], from: '2026-01-08' };
    const untried = await did('agency.propose-law', wanted);
    expect(untried.problem?.refusals?.map(({ code }) => code)).toEqual(['TRIAL_MISSING']);
    const trial = await tried(wanted.packs, wanted.from);
    expect(trial.rules.added).toBeGreaterThan(0);
    expect((await did('agency.propose-law', wanted)).problem).toBeUndefined();
    const [proposal, ...more] = (await binding()).proposals;
    expect(more).toEqual([]);
    expect(proposal).toMatchObject({ own: true, from: '2026-01-08', trial: trial.counts, dropped: [] });
    expect(proposal?.added.map(({ id }) => id)).toEqual(['trial/faster/2026-01-01']);
  });

  it('提出的人自己确认，拒绝；重新核验时提议照当时的试算成立', async () => {
    const [proposal] = (await binding()).proposals;
    const { problem } = await did('agency.bind-law', {
      ...{ packs: proposal?.packs.map(({ id }) => id), from: proposal?.from, proposal: proposal?.id },
    });
    expect(problem?.refusals?.map(({ code }) => code)).toEqual(['REVIEWER_CONFLICT']);
    expect((await verifiedAgain(house)).discrepancies).toEqual([]);
  });

  it('没有这个规则包、起日写得不对、不该由他试算的，各说原因', async () => {
    const post = (by: string, body: unknown) => asked(by, 'POST', '/api/law/trials', body);
    expect(await post(administrator, { packs: ['no/such/pack'], from: '2026-01-08' })).toMatchObject({
      ...{ status: 400, field: 'packs' },
    });
    expect(await post(administrator, { packs, from: '2026-02-30' })).toMatchObject({
      status: 400,
      field: 'from',
    });
    expect(await post(handler, { packs, from: '2026-01-08' })).toMatchObject({ status: 403 });
    expect(await asked(administrator, 'GET', '/api/law/trials/none')).toMatchObject({ status: 404 });
  });
});

describe('启用之后', () => {
  it('规则变了的，在办案件重算；起日当天有人打开页面就开始', async () => {
    const view = await binding();
    const packs = present(view)?.packs.map(({ id }) => id) ?? [];
    await did('agency.bind-law', { packs: [...packs, 'trial/faster/2026-01-01'], from: '2026-01-09' });
    await house.client.moveClock('2026-01-09T09:00');
    expect(present(await binding())?.packs.map(({ id }) => id)).toContain('trial/faster/2026-01-01');
    let recomputed: RecomputationView | undefined;
    for (let tries = 0; recomputed?.state !== 'done' && tries < 400; tries++) {
      recomputed = await asked<RecomputationView>(administrator, 'GET', '/api/law/recomputation');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    // 之前开始的期限照旧：看过每一件，没有一个日期变动。
    expect(recomputed).toMatchObject({ state: 'done', movedCases: 0 });
    expect(recomputed?.cases).toBeGreaterThan(0);
    expect((await verifiedAgain(house)).discrepancies).toEqual([]);
  });
});
