import { describe, expect, it } from 'vitest';
import { emptyCase, withEntry } from '../case/state.ts';
import type { CaseState } from '../case/state.ts';
import { dutyOf, rowOf, sceneWith, smallLaw, wholeCase } from '../trial/small-law.ts';
import { addDays, day, endOfDay, instant } from '../time/index.ts';
import { definedFor } from './definition.ts';
import { evaluate } from './evaluate.ts';
import type { Law } from './law.ts';
import type { TableRow } from './primitive.ts';

const read = (
  tables: readonly TableRow[],
  given: Parameters<typeof sceneWith>[0] = { input: {} },
  law: Partial<Law> = {},
) => definedFor('trial.word', sceneWith({ ...given, law: smallLaw({ tables, ...law }) }), wholeCase)?.reading;

describe('认定：是非', () => {
  it('一条成立即成立；各条可以由地方增加', () => {
    const rows = [
      rowOf({ gives: true, when: 'input.a' }),
      rowOf({ id: 'trial.more', gives: true, when: 'input.b' }),
    ];
    expect(read(rows, { input: { a: false, b: true } })).toMatchObject({ known: true, value: true });
    expect(read(rows, { input: { a: false, b: false } })).toMatchObject({ known: true, value: false });
  });

  it('没有一条成立而有一条不知道的，不知道', () => {
    const rows = [
      rowOf({ gives: true, when: 'input.a' }),
      rowOf({ id: 'trial.more', gives: true, when: 'input.b' }),
    ];
    expect(read(rows, { input: { a: false } })).toMatchObject({ known: false });
    expect(read(rows, { input: { a: true } })).toMatchObject({ known: true, value: true });
  });

  it('自最早成立的那一条成立时起算', () => {
    const state = withFiled(withLead(emptyCase('case/t', 'trial'), '2026-03-01T09:00'), '2026-03-04T09:00');
    const rows = [
      rowOf({ gives: true, when: 'case.filed' }),
      rowOf({ id: 'trial.more', gives: true, when: 'case.leadRegistered' }),
    ];
    expect(read(rows, { state })).toMatchObject({ value: true, since: instant('2026-03-01T09:00') });
  });

  it('没有这个词的，不是“否”，而是没有', () => {
    expect(definedFor('trial.other', sceneWith({ input: {} }), wholeCase)).toBeUndefined();
  });
});

describe('认定：时刻和数目', () => {
  const state = withFiled(emptyCase('case/t', 'trial'), '2026-03-04T09:00');

  it('取一个事实成立的时刻', () => {
    expect(read([rowOf({ type: 'instant', gives: { fact: 'case.filed' } })], { state })).toMatchObject({
      value: instant('2026-03-04T09:00'),
    });
  });

  it('自一个事实起满若干日，末日遇休息日按写明的办法处理', () => {
    const after = (roll: 'party' | 'restraint') =>
      rowOf({ type: 'instant', gives: { after: 'case.filed', n: 3, unit: 'day', roll } });
    // 03-07 is a Saturday.
    expect(read([after('party')], { state })).toMatchObject({ value: endOfDay(day('2026-03-09')) });
    expect(read([after('restraint')], { state })).toMatchObject({ value: endOfDay(day('2026-03-07')) });
  });

  it('还没有到的时刻，现在不知道，到时成立', () => {
    const law = smallLaw({
      tables: [rowOf({ type: 'instant', gives: { after: 'case.filed', n: 3, unit: 'day', roll: 'party' } })],
    });
    const at = (moment: string) =>
      evaluate({ known: 'trial.word' }, sceneWith({ law, state, at: moment }), wholeCase).truth;
    expect(at('2026-03-09T23:00')).toBe('false');
    expect(at('2026-03-10T00:00')).toBe('true');
  });

  it('几条适用而结果相同，取之；不同，互相矛盾，谁也不照办', () => {
    const rows = (second: number) => [
      rowOf({ type: 'int', gives: 3 }),
      rowOf({ id: 'trial.more', type: 'int', gives: second, clauses: ['T-2'] }),
    ];
    expect(read(rows(3))).toMatchObject({ known: true, value: 3 });
    expect(read(rows(5))).toEqual({
      known: false,
      conflict: { rules: ['trial.row', 'trial.more'], clauses: ['T-1', 'T-2'] },
    });
  });

  it('法制机构裁定之后，照裁定的那一条', () => {
    const rows = [rowOf({ type: 'int', gives: 3 }), rowOf({ id: 'trial.more', type: 'int', gives: 5 })];
    const settled = (prevails: string, over: string) =>
      read(rows, { input: {} }, { settlements: [{ prevails, over: [over] }] });
    expect(settled('trial.more', 'trial.row')).toMatchObject({ known: true, value: 5 });
    expect(settled('trial.more', 'trial.elsewhere')).toMatchObject({ known: false });
  });

  it('不适用的条不矛盾；没有一条适用的，不知道', () => {
    const rows = [
      rowOf({ type: 'int', gives: 3, when: 'input.a' }),
      rowOf({ id: 'trial.more', type: 'int', gives: 5, when: 'input.b' }),
    ];
    expect(read(rows, { input: { a: true, b: false } })).toMatchObject({ value: 3 });
    expect(read(rows, { input: { a: false, b: false } })).toMatchObject({ known: false });
  });
});

describe('认定：逐日增加的数额', () => {
  const state = withFiled(emptyCase('case/t', 'trial'), '2026-03-04T09:00');
  const law = {
    duties: [
      dutyOf({
        start: 'case.filed',
        until: 'case.decided',
        within: { n: 5, unit: 'day', roll: 'party', unitBasis: 'T-1' },
      }),
    ],
    params: {
      sum: { id: 'sum', label: '数额', value: 1_000_000 },
      most: { id: 'most', label: '上限', value: 1_000_000 },
    },
  };
  const row = rowOf({
    type: 'money',
    gives: { accrues: { base: 'param.sum', permille: 30, dueOf: 'trial-duty', cap: 'param.most' } },
  });
  const on = (offset: number) => {
    // 03-09 is the last lawful day.
    const moment = `${addDays(day('2026-03-09'), offset)}T12:00`;
    const reading = read([row], { state, at: moment }, law);
    return reading?.known === true ? reading.value : undefined;
  };

  it('期限届满之日为零，次日起逐日增加，到上限为止', () => {
    expect([on(0), on(1), on(10), on(33), on(34), on(60)]).toEqual([
      0, 30_000, 300_000, 990_000, 1_000_000, 1_000_000,
    ]);
  });
});

describe('认定：版本', () => {
  const editions = (gives: [TableRow['gives'], TableRow['gives']]) => [
    rowOf({
      per: 'notice',
      type: 'int',
      gives: gives[0],
      inForce: { from: '2020-01-01', until: '2026-02-28' },
    }),
    rowOf({ id: 'trial.new', per: 'notice', type: 'int', gives: gives[1], inForce: { from: '2026-03-01' } }),
  ];

  it('按所认定之事发生之日的版本', () => {
    const of = (at: string) =>
      definedFor(
        'trial.word',
        sceneWith({ at: '2026-06-01T09:00', law: smallLaw({ tables: editions([60, 30]) }) }),
        { per: 'notice', id: 'N1', label: '告知书', at: instant(at) },
      )?.reading;
    expect(of('2026-02-28T09:00')).toMatchObject({ value: 60 });
    expect(of('2026-03-01T09:00')).toMatchObject({ value: 30 });
  });
});

function withLead(state: CaseState, at: string): CaseState {
  return withEntry(
    { ...state, version: state.version + 1 },
    { ...eventAt(at), type: 'case.lead-registered', act: 'case.register-lead' },
    'lead',
    { source: 'other', summary: '' },
  );
}

function withFiled(state: CaseState, at: string): CaseState {
  return withEntry(
    { ...state, version: state.version + 1 },
    { ...eventAt(at), type: 'case.filed', act: 'case.file' },
    'filing',
    { number: '1', cause: '试验' },
  );
}

function eventAt(at: string) {
  return {
    actId: `A${at}`,
    at: instant(at),
    enteredAt: instant(at),
    by: { account: 'a', name: '试' },
    input: {},
    record: {},
  };
}
