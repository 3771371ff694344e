import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCY, sampleAct, sampleStream } from '../testing/sample-act.ts';
import { type TestStore, testStore } from '../testing/test-store.ts';
import type { NewObligation } from './act-payload.ts';
import { openLedger } from './ledger.ts';

let home: TestStore;
beforeAll(async () => {
  home = await testStore();
});
afterAll(() => home.end());

async function asOwner<R>(work: (owner: pg.Client) => Promise<R>): Promise<R> {
  const owner = new pg.Client({ connectionString: home.database.ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

const number = (n: number): string => String(n).padStart(4, '0');
const day = (n: number): string => `2031-01-${String((n % 28) + 1).padStart(2, '0')}T09:00:00+08:00`;

describe('按次序取列表', () => {
  it('常见的词从最新的案卷里找，与逐件查看的结果相同；翻页不漏也不重', async () => {
    const all = Array.from({ length: 130 }, (_, n) => ({
      stream: `case/common-${number(n)}`,
      opened: day(n),
      text: n % 3 === 0 ? `某书画协会 ${n}` : `某研究中心 ${n}`,
    }));
    for (const { stream, opened, text } of all)
      await home.store.append(
        sampleAct(stream, [sampleStream(stream, 0, { openedAt: opened, search: { text } })]),
      );
    await asOwner((owner) => owner.query('analyze zz.search'));
    const [{ share }] = await asOwner(
      async (owner) => (await owner.query("select zz.search_share(array['协会']) as share")).rows,
    );
    expect(share).toBeGreaterThan(0.2);
    const wanted = all
      .filter(({ text }) => text.includes('协会'))
      .sort((a, b) => (a.opened === b.opened ? (a.stream < b.stream ? 1 : -1) : a.opened < b.opened ? 1 : -1))
      .map(({ stream }) => stream);
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await home.store.listCases(AGENCY, { text: '协会', limit: 10, after });
      found.push(...page.rows.map(({ stream }) => stream));
      after = page.next;
    } while (after !== undefined);
    expect(found).toEqual(wanted);
    expect(await home.store.countCases(AGENCY, { text: '协会' }, 1000)).toEqual({
      n: wanted.length,
      more: false,
    });
    expect(await home.store.countCases(AGENCY, { text: '协会' }, 5)).toEqual({ n: 5, more: true });
    expect((await home.store.listCases(AGENCY, { text: '没有的词', limit: 5 })).rows).toEqual([]);
  });

  it('换了承办人，案件就只在新承办人的列表里', async () => {
    const stream = 'case/handed-over';
    const handled = async (officer: string) =>
      (await home.store.listCases(AGENCY, { handler: officer, limit: 9 })).rows.map((row) => row.stream);
    const by = (id: string, expected: number, handlers: readonly string[], stage: string) =>
      home.store.append(
        sampleAct(id, [sampleStream(stream, expected, { summary: { title: '移交', handlers, stage } })]),
      );
    await by('over-1', 0, ['first', 'second'], 'investigation');
    expect([await handled('first'), await handled('second')]).toEqual([[stream], [stream]]);
    await by('over-2', 1, ['second'], 'decision');
    expect([await handled('first'), await handled('second')]).toEqual([[], [stream]]);
    const inStage = await home.store.listCases(AGENCY, { handler: 'second', stage: 'decision', limit: 9 });
    expect(inStage.rows.map((row) => row.stream)).toEqual([stream]);
    await by('over-3', 2, [], 'decision');
    expect(await handled('second')).toEqual([]);
  });

  it('义务在所指的人身上，没有指人的在职务身上，不论是第几个职务', async () => {
    const stream = 'case/borne';
    const owed = (id: string, more: Partial<NewObligation>): NewObligation => ({
      ...{ id, duty: 'decide', label: '作出决定', per: 'case', subject: 'x', owedBy: 'handlers' },
      dueAt: `2031-02-0${id}T23:59:59+08:00`,
      ...more,
    });
    const rows = [
      owed('1', { roles: ['unit-head'] }),
      owed('2', { roles: ['reviewer', 'unit-head'] }),
      owed('3', { roles: ['unit-head'], assignees: ['chen'] }),
      owed('4', { roles: ['reviewer'], metAt: '2031-02-01T09:00:00+08:00' }),
    ];
    await home.store.append(sampleAct('borne-1', [sampleStream(stream, 0, { obligations: rows })]));
    const borne = async (assignee: string, roles: readonly string[], limit = 9) =>
      (await home.store.obligations(AGENCY, { assignee, roles, openOnly: true, limit }))
        .filter((row) => row.stream === stream)
        .map((row) => row.id);
    expect(await borne('nobody', ['unit-head'])).toEqual(['1', '2']);
    expect(await borne('chen', ['unit-head'])).toEqual(['1', '2', '3']);
    expect(await borne('chen', [])).toEqual(['3']);
    expect(await borne('nobody', ['reviewer', 'unit-head'], 1)).toEqual(['1']);
    expect(await home.store.obligations('other', { assignee: 'chen', openOnly: true, limit: 9 })).toEqual([]);
    // Of duties that stay the row stays; one that is gone goes, one that is met is open no more.
    await home.store.append(
      sampleAct('borne-2', [
        sampleStream(stream, 1, {
          obligations: [
            owed('1', { roles: ['unit-head'] }),
            owed('3', { metAt: '2031-02-01T09:00:00+08:00' }),
          ],
        }),
      ]),
    );
    expect(await borne('chen', ['unit-head'])).toEqual(['1']);
    expect((await home.store.obligationsOf(AGENCY, stream)).map((row) => row.id)).toEqual(['1', '3']);
  });

  it('义务重算或办结之后，案件不再列为逾期', async () => {
    const stream = 'case/late-once';
    const late = async () =>
      (await home.store.listCases(AGENCY, { lateAt: '2031-03-01T00:00:00+08:00', limit: 50 })).rows.some(
        (row) => row.stream === stream,
      );
    const due: NewObligation = {
      ...{ id: 'a', duty: 'decide', label: '作出决定', per: 'case', subject: 'x', owedBy: 'handlers' },
      lawfulDueAt: '2031-02-10T23:59:59+08:00',
    };
    await home.store.append(sampleAct('late-1', [sampleStream(stream, 0, { obligations: [due] })]));
    expect(await late()).toBe(true);
    const moved = { ...due, lawfulDueAt: '2031-04-10T23:59:59+08:00' };
    await home.store.recomputing.take({
      ...{ agency: AGENCY, n: 1, from: 'b', to: 'b2', after: '', cursor: stream, finished: true },
      streams: [
        { stream, version: 1, looked: { first: '2031-02-01', last: '2031-04-10' }, obligations: [moved] },
      ],
    });
    expect(await late()).toBe(false);
    await home.store.append(sampleAct('late-2', [sampleStream(stream, 1, { obligations: [due] })]));
    expect(await late()).toBe(true);
    const ledger = await openLedger(home.database.ownerUrl);
    try {
      await ledger.rebuild({
        ...{ agency: AGENCY, stream, kind: 'case', version: 2, fold: 'f', state: {}, summary: {} },
        ...{ openedAt: undefined, search: undefined, published: undefined },
        obligations: [{ ...due, metAt: '2031-02-09T09:00:00+08:00' }],
      });
    } finally {
      await ledger.close();
    }
    expect(await late()).toBe(false);
  });
});
