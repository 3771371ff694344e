import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTOR, AGENCY, sampleAct, sampleStream } from '../testing/sample-act.ts';
import { type TestStore, testStore } from '../testing/test-store.ts';

let home: TestStore;
beforeAll(async () => {
  home = await testStore();
});
afterAll(() => home.end());

const reading = (at: string, more: object = {}) => ({
  agency: AGENCY,
  actor: ACTOR,
  purpose: '办案查阅',
  occurredAt: `2026-03-02T${at}:00+08:00`,
  ...more,
});

describe('阅读也是行为', () => {
  it('同一人、同一对象、同一目的，一刻钟只留一条', async () => {
    const note = (at: string, more: object = {}) =>
      home.store.noteAccess({ ...reading(at, more), subject: 'file-1' });
    expect(await note('09:01')).toBe(true);
    expect(await note('09:14')).toBe(false);
    expect(await note('09:14', { purpose: '评查' })).toBe(true);
    expect(await note('09:14', { actor: { account: 'b-wu', name: '吴负责' } })).toBe(true);
    expect(await note('09:16')).toBe(true);
    const events = await home.store.events(AGENCY, 'access/file-1');
    expect(events.map((e) => e.version)).toEqual([1, 2, 3, 4]);
    expect(events[0]).toMatchObject({
      type: 'access.noted',
      data: '{"purpose":"办案查阅","subject":"file-1"}',
      actor: ACTOR,
    });
    expect(new Set(events.map((e) => e.salt)).size).toBe(4);
  });

  it('同时打开十六次，留一条', async () => {
    const noted = await Promise.all(
      Array.from({ length: 16 }, () => home.store.noteAccess({ ...reading('10:00'), subject: 'file-2' })),
    );
    expect(noted.filter(Boolean)).toHaveLength(1);
    expect(await home.store.events(AGENCY, 'access/file-2')).toHaveLength(1);
  });

  it('阅读事件的内容是规范 JSON', async () => {
    const purpose = '引号"反斜\\换行\n控制\u0001';
    await home.store.noteAccess({ ...reading('10:00', { purpose }), subject: 'file-3' });
    const [event] = await home.store.events(AGENCY, 'access/file-3');
    expect(event?.data).toBe(JSON.stringify({ purpose, subject: 'file-3' }));
  });

  it('打开密封数据必留阅读事件，打不开的不留', async () => {
    await home.store.append(
      sampleAct('seal', [sampleStream('case/seal', 0)], {
        sealed: [{ ref: 'r1', subject: 'party-1', keyId: 'k1', ciphertext: new Uint8Array([0, 255, 7]) }],
      }),
    );
    const opened = await home.store.openSealed({ ...reading('11:00'), ref: 'r1' });
    expect(opened).toMatchObject({ subject: 'party-1', keyId: 'k1' });
    expect([...(opened?.ciphertext ?? [])]).toEqual([0, 255, 7]);
    expect(await home.store.openSealed({ ...reading('11:00'), ref: 'none' })).toBeUndefined();
    expect(
      await home.store.openSealed({ ...reading('11:00', { agency: 'other' }), ref: 'r1' }),
    ).toBeUndefined();
    const events = await home.store.events(AGENCY, 'access/party-1');
    expect(events.map((e) => e.data)).toEqual(['{"purpose":"办案查阅","ref":"r1","subject":"party-1"}']);
    await expect(
      home.store.openSealed({ ...reading('11:00', { purpose: '' }), ref: 'r1' }),
    ).rejects.toMatchObject({
      code: '22023',
    });
  });
});
