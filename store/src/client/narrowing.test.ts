import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewObligation } from './act-payload.ts';
import { AGENCY, sampleAct, sampleStream } from '../testing/sample-act.ts';
import { type TestStore, testStore } from '../testing/test-store.ts';

let home: TestStore;
beforeAll(async () => {
  home = await testStore();
});
afterAll(() => home.end());

describe('缩小案件列表', () => {
  it('按承办人、开案日期、逾期、瑕疵缩小；逾期不算当事人可以不用的时间，也不算停着的', async () => {
    const mine = 'case/narrow-';
    const due = (id: string, more: Partial<NewObligation>): NewObligation => ({
      ...{ id, duty: 'decide', label: '作出决定', per: 'case', subject: 'x', owedBy: 'handler' },
      lawfulDueAt: '2026-04-10T23:59:59+08:00',
      ...more,
    });
    const rows: readonly (readonly [string, readonly string[], number, readonly NewObligation[]])[] = [
      ['late', ['zhou', 'he'], 0, [due('a', {})]],
      ['met', ['zhou'], 1, [due('a', { metAt: '2026-04-12T09:00:00+08:00' })]],
      ['party', ['he'], 0, [due('a', { owedBy: 'party' })]],
      ['lapsing', [], 0, [due('a', { derivation: { lapses: true } })]],
      ['waiting', ['xu'], 0, [due('a', { derivation: { suspended: true } })]],
      ['later', ['zhou'], 2, [due('a', { lawfulDueAt: '2026-05-10T23:59:59+08:00' })]],
    ];
    for (const [at, [name, handlers, defects, obligations]] of rows.entries())
      await home.store.append(
        sampleAct(`narrow-${name}`, [
          sampleStream(`${mine}${name}`, 0, {
            openedAt: `2031-01-0${at + 1}T09:00:00+08:00`,
            summary: {
              ...{ title: name, stage: 'narrowed', handlers, defects },
              ...(name === 'met' ? { exempted: true } : {}),
              ...(name === 'party' ? { kind: 'execution' } : {}),
            },
            obligations,
          }),
        ]),
      );
    const found = async (asked: object) =>
      (await home.store.listCases(AGENCY, { stage: 'narrowed', limit: 50, ...asked })).rows.map((row) =>
        row.stream.slice(mine.length),
      );
    expect(await found({})).toEqual(['later', 'waiting', 'lapsing', 'party', 'met', 'late']);
    expect(await found({ handler: 'zhou' })).toEqual(['later', 'met', 'late']);
    expect(await found({ handler: 'nobody' })).toEqual([]);
    expect(await found({ flawed: true })).toEqual(['later', 'met']);
    expect(await found({ exempted: true })).toEqual(['met']);
    expect(await found({ enforcement: 'execution' })).toEqual(['party']);
    // A summary that names no kind is of a penalty.
    expect(await found({ enforcement: 'penalty', handler: 'zhou' })).toEqual(['later', 'met', 'late']);
    expect(await found({ lateAt: '2026-04-20T09:00:00+08:00' })).toEqual(['late']);
    expect(await found({ lateAt: '2026-04-10T23:59:59+08:00' })).toEqual([]);
    expect(await found({ since: '2031-01-02T00:00:00+08:00', before: '2031-01-04T00:00:00+08:00' })).toEqual([
      'party',
      'met',
    ]);
    expect((await home.store.countCases(AGENCY, { stage: 'narrowed', handler: 'he' }, 100)).n).toBe(2);
    // Another agency's rows are not there, whoever is asked for.
    expect((await home.store.listCases('other', { handler: 'zhou', limit: 5 })).rows).toEqual([]);
  });
});
