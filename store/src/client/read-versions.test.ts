import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCY, sampleAct, sampleStream } from '../testing/sample-act.ts';
import { type TestStore, testStore } from '../testing/test-store.ts';

let home: TestStore;
let owner: pg.Client;
let other: pg.Client;
beforeAll(async () => {
  home = await testStore();
  owner = new pg.Client(home.database.ownerUrl);
  other = new pg.Client(home.database.appUrl);
  await Promise.all([owner.connect(), other.connect()]);
  await other.query(`select set_config('zz.agency', $1, false)`, [AGENCY]);
});
afterAll(async () => {
  await Promise.all([owner.end(), other.end()]);
  await home.end();
});

const agency = 'agency/read';

/** An act by somebody else, decided and not yet committed: it takes the agency's stream on. */
async function begin(id: string, expected: number): Promise<void> {
  await other.query('begin');
  await other.query('select zz.acts_append($1)', [
    JSON.stringify([sampleAct(id, [sampleStream(agency, expected, { kind: 'agency' })])]),
  ]);
}

/** Settles once some act waits for a lock of another. */
async function waiting(): Promise<void> {
  const asked = `select from pg_locks where locktype = 'advisory' and not granted`;
  while ((await owner.query(asked)).rowCount === 0) await new Promise((again) => setImmediate(again));
}

describe('据以判断的记录在写入时仍是那一版', () => {
  it('读过的流已经前进的，退回重新判断，什么也没有写', async () => {
    await home.store.append(sampleAct('founded', [sampleStream(agency, 0, { kind: 'agency' })]));
    const act = sampleAct('old', [sampleStream('case/old', 0)], { read: { [agency]: 0 } });
    expect(await home.store.append(act)).toEqual({
      ...{ outcome: 'conflict', stream: agency },
      ...{ expected: 0, actual: 1 },
    });
    expect(await home.store.events(AGENCY, 'case/old')).toEqual([]);
    expect(await home.store.append({ ...act, read: { [agency]: 1 } })).toMatchObject({ outcome: 'appended' });
  });

  it('正被他人改动的，等他办完再看：办成了就退回，没有办成就写入', async () => {
    for (const [id, end, outcome] of [
      ['fails', 'rollback', 'appended'],
      ['ends-a-post', 'commit', 'conflict'],
    ] as const) {
      await begin(id, 1);
      const appending = home.store.append(
        sampleAct(`during-${id}`, [sampleStream(`case/${id}`, 0)], { read: { [agency]: 1 } }),
      );
      await waiting();
      await other.query(end);
      expect([id, (await appending).outcome]).toEqual([id, outcome]);
    }
  });

  it('两个行为各读对方所写的，只有一个办成', async () => {
    const both = await Promise.all([
      home.store.append(sampleAct('one', [sampleStream('case/one', 0)], { read: { 'case/two': 0 } })),
      home.store.append(sampleAct('two', [sampleStream('case/two', 0)], { read: { 'case/one': 0 } })),
    ]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['appended', 'conflict']);
  });

  it('同一行为重送，所读的早已前进，仍答已经办成', async () => {
    const act = sampleAct('again', [sampleStream('case/again', 0)], { read: { [agency]: 2 } });
    expect(await home.store.append(act)).toMatchObject({ outcome: 'appended' });
    await home.store.append(sampleAct('moves', [sampleStream(agency, 2, { kind: 'agency' })]));
    expect(await home.store.append(act)).toMatchObject({ outcome: 'replayed' });
  });

  it('同读一流的行为互不等待', async () => {
    await other.query('begin');
    const act = sampleAct('reads', [sampleStream('case/reads', 0)], { read: { [agency]: 3 } });
    await other.query('select zz.acts_append($1)', [JSON.stringify([act])]);
    const beside = sampleAct('beside', [sampleStream('case/beside', 0)], { read: { [agency]: 3 } });
    expect(await home.store.append(beside)).toMatchObject({ outcome: 'appended' });
    await other.query('commit');
  });
});

describe('附件是哪个机关的', () => {
  it('只有收过的机关持有；另一机关知道摘要也不持有', async () => {
    const digest = 'a'.repeat(64);
    await home.store.blobs.received(AGENCY, digest, 'application/pdf');
    expect([...(await home.store.blobs.held(AGENCY, [digest, 'b'.repeat(64)]))]).toEqual([
      [digest, 'application/pdf'],
    ]);
    expect((await home.store.blobs.held('linjiang-civil-affairs', [digest])).size).toBe(0);
  });
});
