import { afterAll, beforeAll, expect, it } from 'vitest';
import { AGENCY, sampleAct, sampleStream } from '../testing/sample-act.ts';
import { type TestStore, testStore } from '../testing/test-store.ts';
import { openLedger } from './ledger.ts';
import { openStore } from './store.ts';

let home: TestStore;
beforeAll(async () => {
  home = await testStore();
});
afterAll(() => home.end());

it('机关的记录每次都是现在的样子，不论由谁改，也不论版本是否变', async () => {
  const stream = `agency/${AGENCY}`;
  const other = openStore(home.database);
  try {
    const seen = async () => (await home.store.states.load(AGENCY, [stream])).get(stream)?.state;
    await other.append(sampleAct('own-1', [sampleStream(stream, 0, { kind: 'agency', state: { of: 1 } })]));
    const first = await seen();
    expect(first).toEqual({ of: 1 });
    // Not sent again while it stands.
    expect(await seen()).toBe(first);
    await other.append(sampleAct('own-2', [sampleStream(stream, 1, { kind: 'agency', state: { of: 2 } })]));
    expect(await seen()).toEqual({ of: 2 });
    const ledger = await openLedger(home.database.ownerUrl);
    await ledger.rebuild({
      ...{ agency: AGENCY, stream, kind: 'agency', version: 2, fold: 'fold-2', state: { of: 'anew' } },
      ...{ summary: {}, openedAt: undefined, obligations: [], search: undefined, published: undefined },
    });
    await ledger.close();
    expect(await seen()).toEqual({ of: 'anew' });
    expect((await home.store.states.load('other', [stream])).size).toBe(0);
  } finally {
    await other.close();
  }
});

it('一起来读的合成一次读，各得各的；不同机关的不合', async () => {
  for (const n of [1, 2])
    await home.store.append(sampleAct(`asked-${n}`, [sampleStream(`case/asked-${n}`, 0)]));
  const asked = [['case/asked-1'], ['case/asked-2', 'case/asked-1'], ['case/nowhere'], ['case/asked-2']];
  const own = asked.map((streams) => home.store.states.load(AGENCY, streams));
  const foreign = home.store.states.load('other', ['case/asked-1']);
  expect((await Promise.all(own)).map((found) => [...found.keys()])).toEqual([
    ...[['case/asked-1'], ['case/asked-2', 'case/asked-1'], [], ['case/asked-2']],
  ]);
  expect((await foreign).size).toBe(0);
});

it('手头只有读过的；别人写过之后，手头的还是旧的，再读才是现在的', async () => {
  const stream = 'case/at-hand';
  const version = () => home.store.states.lastRead(AGENCY, [stream]).get(stream)?.version;
  await home.store.append(sampleAct('hand-1', [sampleStream(stream, 0)]));
  expect(version()).toBeUndefined();
  await home.store.states.load(AGENCY, [stream]);
  expect(version()).toBe(1);
  expect(home.store.states.lastRead('other', [stream]).size).toBe(0);
  await home.store.append(sampleAct('hand-2', [sampleStream(stream, 1)]));
  expect(version()).toBe(1);
  expect((await home.store.states.load(AGENCY, [stream])).get(stream)?.version).toBe(2);
  expect(version()).toBe(2);
});

it('留在手头的有限：久未读的让位，常读的留着', async () => {
  const stream = (n: number) => `case/kept-${n}`;
  const many = 230;
  for (let n = 0; n < many; n++)
    await home.store.append(sampleAct(`kept-${n}`, [sampleStream(stream(n), 0)]));
  for (let n = 0; n < many; n++) await home.store.states.load(AGENCY, [stream(0), stream(n)]);
  const kept = home.store.states.lastRead(
    AGENCY,
    Array.from({ length: many }, (_, n) => stream(n)),
  );
  expect(kept.size).toBe(200);
  expect([kept.has(stream(0)), kept.has(stream(1)), kept.has(stream(many - 1))]).toEqual([true, false, true]);
});
