import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCY, sampleAct, sampleStream } from '../testing/sample-act.ts';
import { type TestStore, testStore } from '../testing/test-store.ts';
import type { NewObligation } from './act-payload.ts';
import type { RecomputedBatch } from './recomputations.ts';

const other = 'linjiang-civil-affairs';

let home: TestStore;
let owner: pg.Client;
beforeAll(async () => {
  home = await testStore();
  owner = new pg.Client(home.database.ownerUrl);
  await owner.connect();
  for (let n = 1; n <= 6; n++)
    await home.store.append(
      sampleAct(`r-${n}`, [
        sampleStream(`case/${n}`, 0, {
          obligations: [duty('a', `2026-0${n}-10`), duty('b', `2026-0${n}-20`)],
          // Each case rests on its own month; the sixth is from before anybody noted it.
          summary: { ...(n === 6 ? {} : { looked: { first: `2026-0${n}-01`, last: `2026-0${n}-28` } }) },
        }),
      ]),
    );
});
afterAll(async () => {
  await owner.end();
  await home.end();
});

function duty(id: string, day: string, more: Partial<NewObligation> = {}): NewObligation {
  return {
    ...{ id, duty: id, label: '公示决定', per: 'case', subject: 'case', owedBy: 'handlers' },
    ...{ fromAt: '2026-01-02T09:00:00+08:00', dueAt: `${day}T23:59:59+08:00` },
    lawfulDueAt: `${day}T23:59:59+08:00`,
    derivation: { readings: [] },
    ...more,
  };
}

const looked = { first: '2026-02-01', last: '2026-02-28' };

function batch(more: Partial<RecomputedBatch>): RecomputedBatch {
  return {
    ...{ agency: AGENCY, n: 1, from: 'law-1', to: 'law-2', firstDay: '2026-02-14', lastDay: '2026-03-02' },
    ...{ total: 3, after: '', cursor: 'case/2', finished: false, streams: [] },
    ...more,
  };
}

/** The transaction that last wrote each duty: what was not rewritten keeps its own. */
async function written(): Promise<Readonly<Record<string, string>>> {
  const { rows } = await owner.query<{ key: string; xmin: string }>(
    `select stream || ' ' || id as key, xmin::text from zz.obligations order by 1`,
  );
  return Object.fromEntries(rows.map((row) => [row.key, row.xmin]));
}

describe('日历变了之后的重算', () => {
  const days = { first: '2026-02-14', last: '2026-03-02' };

  it('按天找到跨过它的案卷：两端都算，没有记过的也算，别的机关不算', async () => {
    const found = async (first: string, last: string) =>
      home.store.recomputing.spanning(AGENCY, { first, last }, '');
    expect(await found('2026-02-28', '2026-03-01')).toEqual(['case/2', 'case/3', 'case/6']);
    expect(await found('2026-02-29', '2026-02-30')).toEqual(['case/6']);
    expect(await home.store.recomputing.count(AGENCY, days)).toEqual({ cases: 3, open: 3 });
    expect(await home.store.recomputing.count(other, days)).toEqual({ cases: 0, open: 0 });
    const [next = ''] = await home.store.recomputing.spanning(AGENCY, days, 'case/2');
    const [second] = await home.store.recomputing.states(AGENCY, [next]);
    expect(second?.stream).toBe('case/3');
  });

  it('只改写结果不同的行，其余的行连同别的案卷原样不动；前后各留一份', async () => {
    const before = await written();
    const taken = await home.store.recomputing.take(
      batch({
        streams: [
          {
            ...{ stream: 'case/2', version: 1, looked },
            obligations: [duty('a', '2026-02-12'), duty('b', '2026-02-20')],
          },
        ],
      }),
    );
    expect(taken).toEqual({ outcome: 'taken', changed: 1 });
    const after = await written();
    const rewritten = Object.keys(after).filter((key) => after[key] !== before[key]);
    expect(rewritten).toEqual(['case/2 a']);
    const [moved] = await home.store.recomputing.moved(AGENCY, 1, 10);
    expect(moved).toMatchObject({
      ...{ stream: 'case/2', id: 'a', moved: true },
      before: { dueAt: '2026-02-10T23:59:59+08:00' },
      after: { dueAt: '2026-02-12T23:59:59+08:00' },
    });
    expect(await home.store.recomputing.countMoved(AGENCY, 1)).toBe(1);
  });

  it('同一批再送一次不会再算一次', async () => {
    const before = await written();
    expect(await home.store.recomputing.take(batch({}))).toEqual({ outcome: 'conflict' });
    expect(await written()).toEqual(before);
    expect((await home.store.recomputing.list(AGENCY))[0]).toMatchObject({ cursor: 'case/2', cases: 1 });
  });

  it('案卷在其间有了变化的，整批不收', async () => {
    const before = await written();
    const streams = [
      {
        stream: 'case/3',
        version: 1,
        looked,
        obligations: [duty('a', '2026-03-12'), duty('b', '2026-03-20')],
      },
      { stream: 'case/6', version: 7, looked, obligations: [] },
    ];
    const sent = batch({ after: 'case/2', cursor: 'case/6', finished: true, streams });
    expect(await home.store.recomputing.take(sent)).toEqual({ outcome: 'conflict' });
    expect(await written()).toEqual(before);
    expect((await home.store.recomputing.list(AGENCY))[0]).toMatchObject({ cursor: 'case/2', cases: 1 });
  });

  it('没有了的义务去掉，新有的加上；只改了说明的不算日期变动；办完记下', async () => {
    const streams = [
      {
        ...{ stream: 'case/3', version: 1, looked },
        obligations: [duty('a', '2026-03-10', { provisional: true }), duty('c', '2026-03-25')],
      },
    ];
    const sent = batch({ after: 'case/2', cursor: 'case/6', finished: true, streams });
    expect(await home.store.recomputing.take(sent)).toEqual({ outcome: 'taken', changed: 2 });
    const rows = await home.store.obligationsOf(AGENCY, 'case/3');
    expect(rows.map((row) => [row.id, row.provisional])).toEqual([
      ['a', true],
      ['c', false],
    ]);
    const moved = await home.store.recomputing.moved(AGENCY, 1, 10);
    expect(
      moved.map((one) => [one.stream, one.id, one.before === undefined, one.after === undefined]),
    ).toEqual([
      ['case/2', 'a', false, false],
      ['case/3', 'b', false, true],
      ['case/3', 'c', true, false],
    ]);
    const [job] = await home.store.recomputing.list(AGENCY);
    expect([job?.cases, job?.finishedAt === undefined]).toEqual([2, false]);
    // 重算之后，它跨过哪些天也随之改变。
    expect(await home.store.recomputing.spanning(AGENCY, days, '')).toEqual(['case/2', 'case/3', 'case/6']);
    expect(await home.store.recomputing.count(AGENCY, { first: '2026-03-05', last: '2026-03-06' })).toEqual({
      ...{ cases: 1, open: 1 },
    });
  });

  it('不能替别的机关重算，也看不到别的机关的结果', async () => {
    await expect(
      home.store.recomputing.take(
        batch({ agency: other, n: 1, streams: [{ stream: 'case/2', version: 1, looked, obligations: [] }] }),
      ),
    ).resolves.toEqual({ outcome: 'conflict' });
    expect(await home.store.recomputing.list(other)).toEqual([]);
    expect(await home.store.agencies()).toEqual([]);
  });

  it('找跨过某几天的案卷用得上索引', async () => {
    // Many that rest on other days: among a handful any index is as good as another.
    await owner.query(
      `insert into zz.states (agency_id, stream, kind, version, fold, data, summary, opened_at, changed_at)
       select $1, 'case/elsewhere-' || n, 'case', 1, 'f', '{}',
         '{"looked": {"first": "2025-01-06", "last": "2025-01-10"}}', now(), now()
       from generate_series(1, 3000) n`,
      [AGENCY],
    );
    await owner.query('analyze zz.states');
    const plan = await owner.query<{ 'QUERY PLAN': string }>(
      `explain select stream from zz.states t where agency_id = '${AGENCY}' and kind = 'case'
       and looked_last >= '2026-02-14' and looked_first <= '2026-03-02'`,
    );
    expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('states_by_looked');
  });
});
