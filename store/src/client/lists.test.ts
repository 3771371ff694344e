import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewObligation } from './act-payload.ts';
import { normalise } from './bigrams.ts';
import { AGENCY, sampleAct, sampleStream } from '../testing/sample-act.ts';
import { type TestStore, testStore } from '../testing/test-store.ts';

// Few characters, so that words occur in many texts, often across what a dictionary would call a word boundary.
const LETTERS = Array.from('武汉市民政局社会团体超出章程规定业务范围AＢ1２·%_ ');
const texts = sampleTexts(240);

function sampleTexts(count: number): string[] {
  let seed = 20260302;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(seed / 65_536) % below;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 20 + next(40) }, () => LETTERS[next(LETTERS.length)]).join(''),
  );
}

let home: TestStore;
beforeAll(async () => {
  home = await testStore();
  const day = (n: number) => String((n % 27) + 1).padStart(2, '0');
  for (const [n, text] of texts.entries()) {
    await home.store.append(
      sampleAct(
        `t-${n}`,
        [
          sampleStream(`case/${String(n).padStart(4, '0')}`, 0, {
            search: { text },
            openedAt: `2026-01-${day(n)}T09:00:00+08:00`,
            summary: { title: text, stage: n % 3 ? 'filed' : 'decided' },
          }),
        ],
        {
          published: [
            {
              id: `d-${n}`,
              documentNumber: `${n}号`,
              title: '决定',
              party: '某团体',
              publishedDay: `2026-02-${day(n)}`,
              page: { n },
              text,
            },
          ],
        },
      ),
    );
  }
});
afterAll(() => home.end());

describe('中文检索', () => {
  it('任取二、三、四字，与逐字比对的结果相同', async () => {
    let hits = 0;
    for (const length of [1, 2, 3, 4]) {
      for (let n = 0; n < 12; n++) {
        const from = Array.from(texts[n * 19] ?? '');
        const word = from.slice(n, n + length).join('');
        if (/\s/.test(word)) continue;
        const wanted = texts.filter((text) => normalise(text).includes(normalise(word))).length;
        expect([word, (await home.store.countCases(AGENCY, { text: word }, 1000)).n]).toEqual([word, wanted]);
        const shown = await home.store.published.search({ text: word, limit: 1000 });
        expect([word, shown.rows.length]).toEqual([word, wanted]);
        hits += wanted;
      }
    }
    expect(hits).toBeGreaterThan(200);
  });

  it('空格分开的词须同时出现；没有的词得空', async () => {
    const both = texts.filter((t) => normalise(t).includes('民政') && normalise(t).includes('章程')).length;
    expect((await home.store.countCases(AGENCY, { text: ' 民政  章程 ' }, 1000)).n).toBe(both);
    expect((await home.store.countCases(AGENCY, { text: '不存在的词' }, 1000)).n).toBe(0);
    expect((await home.store.countCases(AGENCY, { text: '   ' }, 1000)).n).toBe(texts.length);
  });

  it('检索走倒排索引', async () => {
    const owner = new pg.Client(home.database.ownerUrl);
    await owner.connect();
    // Many more rows than the other tests need; undone with the transaction.
    await owner.query(`begin;
      insert into zz.search select '${AGENCY}', 'case/many-' || n, 'case', '', array['甲' || n % 3000, '乙' || n % 777], 2026
        from generate_series(1, 30000) n;
      analyze zz.search`);
    const plan = await owner.query<{ 'QUERY PLAN': string }>(
      `explain select from zz.search s where s.agency_id = '${AGENCY}' and s.kind = 'case'
         and zz.dated(s.year, s.grams) @> zz.dated(2026, array['甲7'])`,
    );
    await owner.query('rollback');
    await owner.end();
    expect(plan.rows.map((r) => r['QUERY PLAN']).join('\n')).toContain('search_grams');
  });
});

describe('列表', () => {
  it('由新到旧逐页翻完，不重不漏，与阶段、检索可合用', async () => {
    for (const filter of [{}, { stage: 'decided' }, { stage: 'filed', text: '民政' }]) {
      const { n: total } = await home.store.countCases(AGENCY, filter, 10_000);
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await home.store.listCases(AGENCY, { ...filter, after, limit: 7 });
        seen.push(...page.rows.map((row) => `${row.openedAt} ${row.stream}`));
        after = page.next;
      } while (after !== undefined);
      expect(seen).toHaveLength(total);
      expect(seen).toEqual([...new Set(seen)].sort().reverse());
    }
    expect((await home.store.countCases(AGENCY, {}, 10)).n).toBe(10);
    expect((await home.store.listCases(AGENCY, { kind: 'series', limit: 5 })).rows).toEqual([]);
    await expect(home.store.listCases(AGENCY, { after: 'xx', limit: 5 })).rejects.toBeInstanceOf(RangeError);
  });

  it('公示由新到旧翻完；撤下的不再列出，只留文号与理由', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await home.store.published.list({
        agency: AGENCY,
        limit: 50,
        ...(after ? { after } : {}),
      });
      seen.push(...page.rows.map((row) => `${row.publishedDay} ${row.id}`));
      after = page.next;
    } while (after !== undefined);
    expect(seen).toHaveLength(texts.length);
    expect(seen).toEqual([...seen].sort().reverse());
    const gone = {
      id: 'gone',
      documentNumber: '9号',
      title: '已撤决定',
      party: '某人',
      publishedDay: '2026-02-28',
      page: { secret: 1 },
      text: '独有文字甲乙',
    };
    await home.store.append(sampleAct('p-1', [sampleStream('case/gone', 0)], { published: [gone] }));
    expect((await home.store.published.search({ text: '独有文字', limit: 5 })).rows).toHaveLength(1);
    const withdrawn = { ...gone, withdrawnAt: '2026-03-01T09:00:00+08:00', withdrawnReason: '复议撤销' };
    await home.store.append(sampleAct('p-2', [sampleStream('case/gone', 1)], { published: [withdrawn] }));
    expect((await home.store.published.search({ text: '独有文字', limit: 5 })).rows).toEqual([]);
    expect((await home.store.published.list({ limit: 1 })).rows[0]?.id).not.toBe('gone');
    expect(await home.store.published.get(AGENCY, 'gone')).toMatchObject({
      documentNumber: '9号',
      party: '',
      page: {},
      withdrawnReason: '复议撤销',
      withdrawnAt: '2026-03-01T09:00:00+08:00',
    });
    expect(await home.store.published.get('other', 'gone')).toBeUndefined();
  });
});

describe('义务', () => {
  const duty = (id: string, more: Partial<NewObligation>): NewObligation => ({
    id,
    duty: 'decide',
    label: '作出决定',
    per: 'case',
    subject: 'case/duties',
    owedBy: 'handler',
    ...more,
  });

  it('按人、按职、按期限取，先到期的在前；新行为整体替换旧行', async () => {
    const at = (day: string) => `2026-04-${day}T23:59:59+08:00`;
    await home.store.append(
      sampleAct('d-1', [
        sampleStream('case/duties', 0, {
          obligations: [
            duty('mine', { assignees: ['zhou'], roles: ['handler'], dueAt: at('20') }),
            duty('theirs', { assignees: ['li'], roles: ['handler'], dueAt: at('05') }),
            duty('anyone', { roles: ['handler'], dueAt: at('10') }),
            duty('head', { roles: ['head'], dueAt: at('11') }),
            duty('met', { assignees: ['zhou'], dueAt: at('01'), metAt: at('01') }),
            duty('undated', { assignees: ['zhou'] }),
          ],
        }),
      ]),
    );
    const ids = async (asked: object) =>
      (await home.store.obligations(AGENCY, { openOnly: true, limit: 50, ...asked })).map((row) => row.id);
    expect(await ids({})).toEqual(['theirs', 'anyone', 'head', 'mine', 'undated']);
    expect(await ids({ assignee: 'zhou', roles: ['handler'] })).toEqual(['anyone', 'mine', 'undated']);
    expect(await ids({ assignee: 'zhou' })).toEqual(['mine', 'undated']);
    expect(await ids({ roles: ['handler'] })).toEqual(['theirs', 'anyone', 'mine']);
    expect(await ids({ until: at('10') })).toEqual(['theirs', 'anyone']);
    expect(await ids({ openOnly: false, limit: 1 })).toEqual(['met']);
    await home.store.append(
      sampleAct('d-2', [sampleStream('case/duties', 1, { obligations: [duty('head', {})] })]),
    );
    expect((await home.store.obligationsOf(AGENCY, 'case/duties')).map((row) => row.id)).toEqual(['head']);
  });
});
