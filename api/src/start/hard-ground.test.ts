import { setTimeout as wait } from 'node:timers/promises';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Readiness } from '../operation/readiness.ts';
import { readinessOf } from '../operation/readiness.ts';
import { withInstallation } from '../keeping/reach.ts';
import { verifyInstallation } from '../proving/verify.ts';
import { CaseAtWork, handler } from '../testing/case-at-work.ts';
import { outsideDatabase } from '../testing/outside-database.ts';
import type { OutsideDatabase } from '../testing/outside-database.ts';
import { testInstance } from '../testing/test-instance.ts';
import type { TestInstance } from '../testing/test-instance.ts';
import { placesOf } from './places.ts';

let database: OutsideDatabase;
let house: TestInstance;

beforeAll(async () => {
  database = await outsideDatabase(placesOf(new URL('../testing/x.ts', import.meta.url).href).migrations);
  house = await testInstance({ databaseUrl: database.url });
}, 60_000);
afterAll(async () => {
  await house.end();
  await database.end();
});

interface Lead {
  readonly id: string;
  readonly name: string;
  readonly input: object;
  readonly record: object;
}

const lead = (): Lead => ({
  ...{ id: ulid(), name: 'case.register-lead' },
  input: { source: 'complaint', summary: '来信反映某协会超出章程规定的业务范围开展活动。' },
  record: {
    ...{ 'lead.channel': 'letter', 'lead.naming': 'named' },
    ...{ 'lead.reporter': '林来信', 'lead.contact': '示例电话' },
  },
});

async function send(body: Lead) {
  const response = await house.client.request(handler, 'POST', '/api/acts', body);
  return { status: response.status, told: (await response.json()) as Record<string, unknown> };
}

async function happened(ids: readonly string[]): Promise<readonly number[]> {
  const { store } = house.instance.world;
  const counts: number[] = [];
  for (const id of ids) {
    const events = await store.events('wuhan-civil-affairs', `case/${id}`);
    counts.push(events.filter((event) => event.actId === id).length);
  }
  return counts;
}

/** Acts wait before the door until so many have come, and go to it together; called, it lets them go as they come. */
function allAtOnce(count: number): () => void {
  const { store } = house.instance.world;
  const { append } = store;
  let open = (): void => undefined;
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  let come = 0;
  const waiting = vi.spyOn(store, 'append').mockImplementation(async (act) => {
    come += 1;
    if (come === count) open();
    await all;
    return append(act);
  });
  return () => waiting.mockRestore();
}

async function verified() {
  const { world } = house.instance;
  await world.sequencer.drain();
  const { discrepancies } = await withInstallation(
    [house.dataDir, world.places, database.url, world.library],
    (reached) => verifyInstallation(reached),
  );
  return discrepancies;
}

describe('数据库在别处', () => {
  it('正忙的时候重启，立即终止也一样：没办成的说清楚，同一份重试，件件恰好一次', {
    timeout: 90_000,
  }, async () => {
    const done: string[] = [];
    const said = new Set<string>();
    const going: { working: boolean; broken?: unknown } = { working: true };
    const work = async (): Promise<void> => {
      while (going.working) {
        const one = lead();
        for (;;) {
          const { status, told } = await send(one);
          if (status === 200 || status === 201) break;
          expect(status).toBe(503);
          said.add(String(told['title']));
          expect(String(told['remedy'])).toContain('不会办理两次');
          await wait(50);
        }
        done.push(one.id);
      }
    };
    const workers = Promise.all(Array.from({ length: 4 }, work)).catch((error: unknown) => {
      going.broken = error;
    });
    const reached = async (count: number): Promise<void> => {
      while (done.length < count && going.broken === undefined) await wait(10);
    };
    try {
      for (const [round, signal] of (['SIGINT', 'SIGQUIT', 'SIGINT'] as const).entries()) {
        await reached(20 * (round + 1));
        await database.restart(signal);
      }
      await reached(80);
    } finally {
      going.working = false;
    }
    await workers;
    expect(going.broken).toBeUndefined();
    expect([...said]).toEqual(['数据库暂时连不上，不知道办成没有']);
    expect(new Set(await happened(done))).toEqual(new Set([1]));
    expect(await verified()).toEqual([]);
  });

  it('已经写下、答复在路上丢失：说不知道办成没有，再送一次答已办成，记录只有一条', {
    timeout: 30_000,
  }, async () => {
    const one = lead();
    const cut = database.cutAnswerTo('acts_append');
    const lost = await send(one);
    await cut;
    expect([lost.status, lost.told['title']]).toEqual([503, '数据库暂时连不上，不知道办成没有']);
    expect(await happened([one.id])).toEqual([1]);
    const again = await send(one);
    expect([again.status, again.told['outcome']]).toEqual([200, 'replayed']);
    expect(await happened([one.id])).toEqual([1]);
  });

  it('一起写下的几件，答复在路上丢失：件件说不知道办成没有，再送一次都答已办成，各只有一条', {
    timeout: 30_000,
  }, async () => {
    const some = Array.from({ length: 6 }, lead);
    const cut = database.cutAnswerTo(some[5]?.id ?? '');
    const released = allAtOnce(some.length);
    const first = await Promise.all(some.map(send)).finally(released);
    await cut;
    expect(first.map(({ status, told }) => [status, told['title']])).toEqual(
      some.map(() => [503, '数据库暂时连不上，不知道办成没有']),
    );
    expect(await happened(some.map(({ id }) => id))).toEqual(some.map(() => 1));
    const again = await Promise.all(some.map(send));
    expect(again.map(({ status, told }) => [status, told['outcome']])).toEqual(
      some.map(() => [200, 'replayed']),
    );
    expect(await happened(some.map(({ id }) => id))).toEqual(some.map(() => 1));
    expect(await verified()).toEqual([]);
  });

  it('登录、查看在断开之后照常，不用重启', async () => {
    const file = await new CaseAtWork(house.client).upTo('lead');
    expect((await file.view()).entries.length).toBe(1);
  });
});

describe('时钟被拨动', () => {
  it.each([
    ['往回拨一天', -86_400_000, '往回拨了 24 小时'],
    ['往前拨一年', 365 * 86_400_000, '往前拨了 365 天'],
  ])(
    '%s：行为停办，说明原因，照样可看；拨正之后照常，什么也没有丢',
    { timeout: 30_000 },
    async (_what, by, says) => {
      const file = await new CaseAtWork(house.client).upTo('lead');
      const before = await file.view();
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + by });
      let refused: Awaited<ReturnType<typeof send>>;
      let seen: number;
      let ready: Readiness;
      try {
        refused = await send(lead());
        seen = (await house.client.request(handler, 'GET', `/api/cases/${file.id}`)).status;
        ready = await readinessOf(house.instance.world);
      } finally {
        vi.useRealTimers();
      }
      expect([refused.status, refused.told['title']]).toEqual([503, '服务器的时钟不可信，没有办成']);
      expect(String(refused.told['detail'])).toContain(says);
      expect(seen).toBe(200);
      expect(ready.ready).toBe(false);
      expect(ready.checks.find((one) => one.name === '时钟')?.says).toContain(says);
      expect((await send(lead())).status).toBe(201);
      expect((await file.view()).version).toBe(before.version);
      expect(await verified()).toEqual([]);
    },
  );
});
