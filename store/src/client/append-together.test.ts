import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCY, sampleAct, sampleStream } from '../testing/sample-act.ts';
import { type TestStore, testStore } from '../testing/test-store.ts';
import type { ActPayload } from './act-payload.ts';
import { openStore } from './store.ts';

let home: TestStore;
let owner: pg.Client;
let app: pg.Client;
beforeAll(async () => {
  home = await testStore();
  owner = new pg.Client(home.database.ownerUrl);
  app = new pg.Client(home.database.appUrl);
  await Promise.all([owner.connect(), app.connect()]);
  await app.query(`select set_config('zz.agency', $1, false)`, [AGENCY]);
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await home.end();
});

const onCase = (id: string, more: Partial<ActPayload> = {}) =>
  sampleAct(id, [sampleStream(`case/${id}`, 0)], more);

/** What became of acts that came in the same turn, hence together. */
async function together(acts: readonly ActPayload[]) {
  const all = await Promise.allSettled(acts.map((act) => home.store.append(act)));
  return all.map((one) => (one.status === 'fulfilled' ? one.value.outcome : String(one.reason.code)));
}

/** In how many transactions the events of these files were written. */
async function transactions(like: string): Promise<number> {
  const { rows } = await owner.query<{ n: string }>(
    'select count(distinct e.xmin::text) as n from zz.events e where e.stream like $1',
    [like],
  );
  return Number(rows[0]?.n);
}

const versions = async (stream: string) => (await home.store.events(AGENCY, stream)).map((e) => e.version);

describe('一起到的行为', () => {
  it('一次写入，各得各的答复，各写各的事件、义务、检索和告知', async () => {
    const acts = Array.from({ length: 6 }, (_, n) =>
      sampleAct(
        `row-${n}`,
        [
          sampleStream(`case/row-${n}`, 0, {
            events: [1, 2].map((at) => ({ type: 'case.noted', data: `{"n":${n}${at}}`, salt: 's' })),
            obligations: [
              {
                ...{ id: 'o', duty: 'd', label: '某事', per: 'case', subject: 's', owedBy: 'handler' },
                dueAt: '2026-05-31T23:59:59+08:00',
              },
            ],
            search: { text: `第${n}件的文字` },
          }),
        ],
        { told: [{ officer: 'zhou', stream: `case/row-${n}`, why: 'assigned' }] },
      ),
    );
    const done = await Promise.all(acts.map((act) => home.store.append(act)));
    expect(done).toMatchObject(
      acts.map((_, n) => ({ outcome: 'appended', streams: [{ stream: `case/row-${n}`, version: 2 }] })),
    );
    expect(await transactions('case/row-%')).toBeLessThan(6);
    for (const n of acts.keys()) {
      const events = await home.store.events(AGENCY, `case/row-${n}`);
      expect(events.map((e) => [e.data, e.version, e.actId, e.actSeq])).toEqual([
        [`{"n":${n}1}`, 1, `row-${n}`, 1],
        [`{"n":${n}2}`, 2, `row-${n}`, 2],
      ]);
      expect(await home.store.obligationsOf(AGENCY, `case/row-${n}`)).toHaveLength(1);
      expect((await home.store.countCases(AGENCY, { text: `第${n}件` }, 9)).n).toBe(1);
    }
    const told = await owner.query("select from zz.messages where stream like 'case/row-%'");
    expect(told.rowCount).toBe(6);
  });

  it('其中一件数据库不收，只有它不成，其余照写', async () => {
    const bad = sampleAct('bad', [sampleStream('case/bad', 0, { events: [] })]);
    const worse = onCase('worse', { occurredAt: '不是时刻' });
    expect(await together([onCase('good-1'), bad, worse, onCase('good-2')])).toEqual([
      ...['appended', '22023', '22007', 'appended'],
    ]);
    expect(await versions('case/bad')).toEqual([]);
    expect(await versions('case/worse')).toEqual([]);
    expect([await versions('case/good-1'), await versions('case/good-2')]).toEqual([[1], [1]]);
  });

  it('同一编号送两次，只发生一次；换了内容的不予接受；先前办过的照答已经办成', async () => {
    const before = onCase('before');
    await home.store.append(before);
    const same = onCase('same');
    const other = { ...onCase('other'), act: { ...same.act, digest: 'other' } };
    const [first, ...rest] = await together([before, same, same, other, onCase('beside')]);
    // Which of the two came first is nobody's business.
    expect([first, ...rest.slice(0, 2).sort(), ...rest.slice(2)]).toEqual([
      ...['replayed', 'appended', 'replayed', 'reused', 'appended'],
    ]);
    expect([await versions('case/before'), await versions('case/same')]).toEqual([[1], [1]]);
    expect(await versions('case/other')).toEqual([]);
  });

  it('两件同一案卷，只成一件；一件读的被另一件写了，退回，除非它先写成', async () => {
    const twice = [1, 2].map((n) => sampleAct(`twice-${n}`, [sampleStream('case/twice', 0)]));
    const reads = onCase('reads', { read: { 'case/written': 0 } });
    const [first, second, written, read] = await together([...twice, onCase('written'), reads]);
    // They are kept apart, and two groups are on their way at once: which of them comes first is nobody's business.
    expect([[first, second].sort(), written]).toEqual([['appended', 'conflict'], 'appended']);
    expect(await versions('case/twice')).toEqual([1]);
    const places = await Promise.all(
      ['case/reads', 'case/written'].map(
        async (stream) => (await home.store.events(AGENCY, stream))[0]?.position,
      ),
    );
    const [readAt, writtenAt = 0] = places;
    expect(read === 'conflict' ? readAt === undefined : (readAt ?? writtenAt) < writtenAt).toBe(true);
  });

  it('一件所据的已经前进，只退回这一件，并指明现版本', async () => {
    await home.store.append(sampleAct('founded', [sampleStream('agency/a', 0, { kind: 'agency' })]));
    const acts = [onCase('new', { read: { 'agency/a': 1 } }), onCase('old', { read: { 'agency/a': 0 } })];
    const done = await Promise.all(acts.map((act) => home.store.append(act)));
    expect(done).toMatchObject([
      { outcome: 'appended' },
      { outcome: 'conflict', stream: 'agency/a', expected: 0, actual: 1 },
    ]);
    expect([await versions('case/new'), await versions('case/old')]).toEqual([[1], []]);
  });

  it('门自己也不收互相牵连的一组：一件也没有写', async () => {
    const twice = [1, 2].map((n) => sampleAct(`door-${n}`, [sampleStream('case/door', 0)]));
    const reads = onCase('door-3', { read: { 'case/door-4': 0 } });
    for (const acts of [twice, [onCase('door-5'), onCase('door-5')], [onCase('door-4'), reads]])
      await expect(app.query('select zz.acts_append($1)', [JSON.stringify(acts)])).rejects.toMatchObject({
        code: '22023',
      });
    expect((await owner.query("select from zz.events where stream like 'case/door%'")).rowCount).toBe(0);
  });

  it('两个进程的行为交叉写、交叉读，期限同时在重算：不会相互卡死，每个版本恰有一件', async () => {
    const second = openStore(home.database);
    const streams = Array.from({ length: 6 }, (_, n) => `case/cross-${n}`);
    const looked = { first: '2026-01-01', last: '2026-12-31' };
    try {
      await Promise.all(
        streams.map((stream) => home.store.append(sampleAct(stream, [sampleStream(stream, 0)]))),
      );
      const work = Array.from({ length: 120 }, async (_, n) => {
        const store = n % 2 === 0 ? home.store : second;
        const pair = [streams[n % 6] ?? '', streams[(n * 5 + 1) % 6] ?? ''].filter(
          (s, at, all) => all.indexOf(s) === at,
        );
        if (n % 3 === 0) pair.reverse();
        const read = streams[(n + 3) % 6] ?? '';
        const at = await store.states.load(AGENCY, streams);
        const version = (stream: string) => at.get(stream)?.version ?? 0;
        return store.append(
          sampleAct(
            `cross-${n}`,
            pair.map((stream) => sampleStream(stream, version(stream), { summary: { looked } })),
            { read: pair.includes(read) ? {} : { [read]: version(read) } },
          ),
        );
      });
      const recomputing = Array.from({ length: 12 }, async (_, n) => {
        const at = await second.states.load(AGENCY, streams);
        return second.recomputing.take({
          ...{
            agency: AGENCY,
            n: n + 1,
            from: 'b',
            to: `b${n}`,
            after: '',
            cursor: 'case/z',
            finished: true,
          },
          streams: streams.map((stream) => ({
            stream,
            version: at.get(stream)?.version ?? 0,
            looked: { ...looked, last: `2026-12-${10 + n}` },
            obligations: [],
          })),
        });
      });
      const done = await Promise.all(work);
      await Promise.all(recomputing);
      expect(new Set(done.map(({ outcome }) => outcome))).toEqual(new Set(['appended', 'conflict']));
      for (const stream of streams) {
        const found = await versions(stream);
        expect(found).toEqual(found.map((_, n) => n + 1));
      }
    } finally {
      await second.close();
    }
  });
});
