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
    const seen = async () => (await home.store.loadStates(AGENCY, [stream])).get(stream)?.state;
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
    expect((await home.store.loadStates('other', [stream])).size).toBe(0);
  } finally {
    await other.close();
  }
});
