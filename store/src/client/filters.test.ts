import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCY } from '../testing/sample-act.ts';
import { type TestStore, testStore } from '../testing/test-store.ts';

let home: TestStore;
const owner = (account: string) => ({ agency: AGENCY, account });

beforeAll(async () => {
  home = await testStore();
  for (const id of ['a-zhou', 'a-he'])
    await home.store.accounts.put({
      ...{ agency: AGENCY, id, login: id, name: id, officerId: undefined },
      ...{ passwordHash: 'x', administrator: false, disabled: false },
    });
});
afterAll(() => home.end());

const keep = (account: string, id: string, name: string, asked = {}, atMost = 5) =>
  home.store.filters.put(owner(account), { id, name, asked }, atMost);

describe('存下的筛选', () => {
  it('各人的归各人：别人看不到，也删不掉', async () => {
    await keep('a-zhou', 'f1', '我的逾期案件', { late: '1', handler: 'me' });
    expect(await home.store.filters.list(owner('a-zhou'))).toEqual([
      { id: 'f1', name: '我的逾期案件', asked: { late: '1', handler: 'me' } },
    ]);
    expect(await home.store.filters.list(owner('a-he'))).toEqual([]);
    await home.store.filters.drop(owner('a-he'), 'f1');
    expect(await home.store.filters.list(owner('a-zhou'))).toHaveLength(1);
    await home.store.filters.drop(owner('a-zhou'), 'f1');
    expect(await home.store.filters.list(owner('a-zhou'))).toEqual([]);
  });

  it('同名的只有一个，后存的替换；到了上限不再收，改已有的仍可以', async () => {
    await keep('a-he', 'g1', '年检', { text: '年检' });
    await keep('a-he', 'g2', '年检', { text: '年度检查' });
    expect(await home.store.filters.list(owner('a-he'))).toEqual([
      { id: 'g2', name: '年检', asked: { text: '年度检查' } },
    ]);
    expect(await keep('a-he', 'g3', '别的', {}, 1)).toBe(false);
    expect(await keep('a-he', 'g2', '年检', { stage: 'decision' }, 1)).toBe(true);
    expect(await home.store.filters.list(owner('a-he'))).toMatchObject([{ asked: { stage: 'decision' } }]);
  });
});
