import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCY, sampleAct, sampleStream } from '../testing/sample-act.ts';
import { type TestStore, testStore } from '../testing/test-store.ts';

let home: TestStore;
beforeAll(async () => {
  home = await testStore();
});
afterAll(() => home.end());

const told = (...officers: string[]) => ({
  told: officers.map((officer) => ({ officer, stream: 'case/m', why: 'done' })),
});
const received = async (officer: string) =>
  (await home.store.messages.list(AGENCY, officer, undefined, 50)).map((row) => row.actId);

describe('消息', () => {
  it('与行为同一次写入：重发不重复，没有写成的不留消息', async () => {
    const act = sampleAct('m-1', [sampleStream('case/m', 0)], told('zhou', 'he'));
    expect(await home.store.append(act)).toMatchObject({ outcome: 'appended' });
    expect(await home.store.append(act)).toMatchObject({ outcome: 'replayed' });
    const late = sampleAct('m-2', [sampleStream('case/m', 0)], told('zhou'));
    expect(await home.store.append(late)).toMatchObject({ outcome: 'conflict' });
    expect(await received('zhou')).toEqual(['m-1']);
    expect(await received('he')).toEqual(['m-1']);
    expect(await received('wu')).toEqual([]);
  });

  it('新的在前，逐页翻；读到哪一条记到哪一条，各人的归各人', async () => {
    for (let at = 1; at < 5; at++)
      await home.store.append(sampleAct(`p-${at}`, [sampleStream('case/m', at)], told('wu', 'sun')));
    const first = await home.store.messages.list(AGENCY, 'wu', undefined, 3);
    expect(first.map((row) => row.actId)).toEqual(['p-4', 'p-3', 'p-2']);
    const rest = await home.store.messages.list(AGENCY, 'wu', first.at(-1)?.n, 3);
    expect(rest.map((row) => row.actId)).toEqual(['p-1']);
    expect(await home.store.messages.unread(AGENCY, 'wu', 100)).toBe(4);
    expect(await home.store.messages.unread(AGENCY, 'wu', 2)).toBe(2);
    await home.store.messages.markRead(AGENCY, 'wu', first.at(-1)?.n ?? 0);
    expect(await home.store.messages.unread(AGENCY, 'wu', 100)).toBe(2);
    expect(await home.store.messages.unread(AGENCY, 'sun', 100)).toBe(4);
    expect((await home.store.messages.list(AGENCY, 'wu', undefined, 9)).map((row) => row.read)).toEqual([
      false,
      false,
      true,
      true,
    ]);
    // Another agency's officer of the same name has none of them.
    expect(await home.store.messages.list('other', 'wu', undefined, 9)).toEqual([]);
  });
});
