import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCY, sampleAct, sampleStream } from '../testing/sample-act.ts';
import { type TestStore, testStore } from '../testing/test-store.ts';
import { type Ledger, openLedger } from './ledger.ts';

let home: TestStore;
let ledger: Ledger;
beforeAll(async () => {
  home = await testStore();
  ledger = await openLedger(home.database.ownerUrl);
});
afterAll(async () => {
  await ledger.close();
  await home.end();
});

describe('入链前的待发队列', () => {
  it('取出、标记、再标记：每个事件恰入链一次', async () => {
    for (const n of [1, 2, 3]) await home.store.append(sampleAct(`o-${n}`, [sampleStream(`case/o-${n}`, 0)]));
    await home.store.append(sampleAct('o-4', [sampleStream('case/o-4', 0)], { agency: 'other-agency' }));
    const taken = await home.store.outbox.take(10);
    expect(taken.map((e) => e.stream)).toEqual(['case/o-1', 'case/o-2', 'case/o-3', 'case/o-4']);
    expect(await home.store.outbox.take(2)).toHaveLength(2);
    const marks = taken.map(({ position }, idx) => ({ position, idx }));
    expect(await home.store.outbox.mark(marks.slice(0, 3))).toBe(3);
    expect(await home.store.outbox.mark(marks)).toBe(1);
    expect(await home.store.outbox.mark(marks)).toBe(0);
    expect(await home.store.outbox.take(10)).toEqual([]);
    const [logged] = await home.store.eventsWithLogIndex(AGENCY, 'case/o-3');
    expect(logged?.logIndex).toBe(2);
  });

  it('同一事件换了序号、同一序号换了事件、没有的事件，都报错且不改队列', async () => {
    await home.store.append(sampleAct('m-1', [sampleStream('case/m-1', 0)]));
    await home.store.append(sampleAct('m-2', [sampleStream('case/m-2', 0)]));
    const mark = async (stream: string, idx: number) => {
      const [event] = await home.store.events(AGENCY, stream);
      return home.store.outbox.mark([{ position: event?.position ?? 0, idx }]);
    };
    await mark('case/m-1', 100);
    await expect(mark('case/m-1', 101)).rejects.toMatchObject({ code: '23000' });
    await expect(mark('case/m-2', 100)).rejects.toMatchObject({ code: '23505' });
    await expect(mark('case/none', 102)).rejects.toMatchObject({ code: '23000' });
    expect((await home.store.outbox.take(10)).map((e) => e.stream)).toEqual(['case/m-2']);
  });
});

describe('跨机关按次序读', () => {
  it('边写边读，不漏一个事件', async () => {
    const seen: number[] = [];
    let writing = true;
    const reader = (async () => {
      let after = 0;
      for (let last = false; ; last = !writing) {
        const page = await ledger.eventsFrom(after, 7);
        seen.push(...page.map((e) => e.position));
        after = page.at(-1)?.position ?? after;
        if (last && page.length === 0) return;
      }
    })();
    await Promise.all(
      Array.from({ length: 120 }, (_, n) =>
        home.store.append(sampleAct(`f-${n}`, [sampleStream(`case/f-${n}`, 0)])),
      ),
    );
    writing = false;
    await reader;
    const all = await ledger.eventsFrom(0, 10_000);
    expect(all.length).toBeGreaterThanOrEqual(120);
    expect(seen).toEqual(all.map((e) => e.position));
  });
});

describe('法律版本的文本', () => {
  it('存一次取得回，同一摘要下换了文本不收', async () => {
    await home.store.putBundle('d1', '{"a":1}');
    await home.store.putBundle('d1', '{"a":1}');
    expect(await home.store.bundle('d1')).toBe('{"a":1}');
    expect(await home.store.bundle('d2')).toBeUndefined();
    await expect(home.store.putBundle('d1', '{"a":2}')).rejects.toMatchObject({ code: '23505' });
  });
});
