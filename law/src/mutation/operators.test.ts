import type { Condition, Duty, Gate, Need, Parameter, TableRow } from '@zhaozhang/core';
import { describe, expect, it } from 'vitest';
import { conditionWords } from './condition-changes.ts';
import type { Operator } from './operator.ts';
import { operators } from './operators.ts';

const over = { per: 'party', where: 'party.noticed', that: 'party.noticeServed' } as const;
const span = { n: { param: 'some.days' }, unit: 'day', roll: 'party' } as const;

/** Every word a condition may use, once. */
const everyWord: Condition = {
  all: [
    'case.filed',
    { any: ['case.decided', { not: 'case.published' }] },
    { is: ['case.outcome', 'penalty'] },
    { in: ['case.outcome', ['penalty', 'exemption']] },
    { only: ['case.outcome', ['penalty', 'exemption']] },
    { atLeast: ['case.handlerCount', { param: 'some.count' }] },
    { atMost: ['case.handlerCount', 5] },
    { before: ['case.filed', 'case.decided'] },
    { after: ['case.decided', 'case.filed'] },
    { sameAs: ['act.qualifiedOfficers', 'act.officerCount'] },
    { known: 'record.publication.sensitivity' },
    { elapsed: { since: 'case.filed', ...span } },
    { leadTime: { before: 'case.filed', n: 3, unit: 'workday' } },
    { every: over },
    { some: over },
    { none: over },
    { count: { ...over, atLeast: 1, atMost: 3 } },
    { duty: 'some-duty', is: 'ended' },
  ],
};

const head = {
  pack: 'some/pack/2020-01-01',
  // Of a part of a larger rule some things are not changed alone: looked at as if it stood by itself.
  of: undefined as unknown as { readonly id: string; readonly kind: string },
  assumption: '自定的',
  clauses: ['AAA-1', 'AAA-2'],
  per: 'party',
  when: everyWord,
  inForce: { from: '2020-01-01', until: '2029-12-31' },
  governedBy: 'decision',
  kinds: ['penalty'],
  elsewhere: '照处罚的办',
} as const;

const gate: Required<Gate> = {
  primitive: 'gate',
  id: 'some.gate',
  ...head,
  // One of them is every kind's: of acts of a single kind, its kind cannot be taken away with effect.
  acts: ['case.file', 'case.close'],
  unless: everyWord,
  exceptions: [
    {
      id: 'some.exception',
      clauses: ['AAA-3'],
      inForce: head.inForce,
      when: everyWord,
      instead: everyWord,
    },
  ],
  effect: 'curable',
  reference: true,
  analogy: ['lawyers-association'],
  code: 'SOME_CODE',
  because: '还不可以',
  remedy: { says: '先办妥', act: 'case.file' },
  admissible: false,
};

const duty: Required<Duty> = {
  primitive: 'duty',
  id: 'some.duty',
  ...head,
  duty: 'some-duty',
  label: '办某事',
  owedBy: 'handlers',
  start: 'case.filed',
  within: {
    n: { longest: [{ param: 'some.days' }, 4, { fact: 'case.handlerCount' }] },
    unit: 'day',
    roll: 'party',
    unitBasis: 'AAA-1',
    lateBy: 'workday',
  },
  until: 'case.decided',
  extend: [{ granted: 'case.decided', n: 2, unit: 'workday', clauses: ['AAA-2'] }],
  suspend: [{ from: 'case.filed', to: 'case.decided', label: '鉴定' }],
  remind: { n: { param: 'some.days' }, unit: 'workday' },
  lapses: true,
  act: 'case.decide',
  matter: 'decision',
};

const need: Required<Need> = {
  primitive: 'need',
  id: 'some.need',
  ...head,
  acts: ['case.file', 'case.close'],
  fields: [
    {
      field: 'filing.reason',
      minLength: 10,
      format: 'unified-code',
      contains: ['某词'],
      lacks: ['别词'],
      notBefore: 'case.filed',
      notAfter: 'act.occurredAt',
    },
    { field: 'filing.basis' },
  ],
  effect: 'curable',
  reference: true,
  analogy: ['lawyers-association'],
  code: 'FIELD_MISSING',
};

const row = (gives: TableRow['gives']): Required<TableRow> => ({
  primitive: 'table',
  id: 'some.row',
  ...head,
  defines: 'some.word',
  label: '某词',
  type: 'instant',
  gives,
  assumption: '自定的',
});
/** What a row gives is of one form at a time: each form is spoilt in its own ways. */
const rows = [
  row({ fact: 'case.filed' }),
  row(true),
  row({ after: 'case.filed', n: 3, unit: 'day', roll: 'party' }),
  row({ accrues: { base: 'case.handlerCount', permille: 30, dueOf: 'some-duty', cap: 'case.handlerCount' } }),
];

const param = (value: NonNullable<Parameter['value']>): Parameter => ({
  id: 'some.param',
  label: '某参数',
  value,
});
const params = {
  'some.days': { ...param(5), id: 'some.days' },
  'some.count': { ...param(2), id: 'some.count' },
};

/** What is there only to be read or to name things: spoiling it changes no outcome an example can tell. */
const wording: Readonly<Record<string, readonly string[]>> = {
  gate: ['primitive', 'id', 'pack', 'of', 'assumption', 'inForce', 'because', 'remedy'],
  duty: ['primitive', 'id', 'pack', 'of', 'assumption', 'inForce', 'duty', 'label'],
  need: ['primitive', 'id', 'pack', 'of', 'assumption', 'inForce'],
  table: ['primitive', 'id', 'pack', 'of', 'assumption', 'inForce', 'defines', 'label', 'type'],
};

describe('改动的办法', () => {
  it('编号各不相同，都有中文说明和应写的示例', () => {
    const all: readonly Pick<Operator<never>, 'id' | 'says' | 'write'>[] = Object.values(operators).flat();
    expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
    expect(all.filter((one) => !/[一-鿿]{2}/.test(one.says) || !/示例|写/.test(one.write))).toEqual([]);
  });

  it('关口：每一种都改得出变体，除文字外每个属性都有改它的', () => {
    expect(idle(operators.gate, gate)).toEqual([]);
    expect(untouched(operators.gate, gate)).toEqual(wording['gate']);
  });

  it('期限：每一种都改得出变体，除文字外每个属性都有改它的', () => {
    expect(idle(operators.duty, duty)).toEqual([]);
    expect(untouched(operators.duty, duty)).toEqual(wording['duty']);
  });

  it('必填：每一种都改得出变体，除文字外每个属性都有改它的', () => {
    expect(idle(operators.need, need)).toEqual([]);
    expect(untouched(operators.need, need)).toEqual(wording['need']);
  });

  it('认定：每一种都改得出变体，除文字外每个属性都有改它的', () => {
    const idleInAll = operators.table
      .map(({ id }) => id)
      .filter((id) => rows.every((one) => idle(operators.table, one).includes(id)));
    expect(idleInAll).toEqual([]);
    for (const one of rows) expect(untouched(operators.table, one)).toEqual(wording['table']);
  });

  it('参数：数目加一、减一，是否对调，所列的项去掉一项', () => {
    const becomes = (value: NonNullable<Parameter['value']>) =>
      operators.param.flatMap((one) =>
        one.variants(param(value), params).map(({ change }) => change(param(value))?.value),
      );
    expect(becomes(5)).toEqual([6, 4]);
    expect(becomes(true)).toEqual([false]);
    expect(becomes(['a', 'b'])).toEqual([['b'], ['a']]);
  });

  it('条件的每一种改动都用在关口的前提、条件、例外上，也用在期限和必填的前提上', () => {
    const ids = Object.values(operators)
      .flat()
      .map((one) => one.id);
    const places = [
      'gate.when',
      'gate.unless',
      'gate.exception',
      'duty.when',
      'need.when',
      'gate.instead',
      'table.when',
    ];
    const expected = places.flatMap((place) => Object.keys(conditionWords).map((word) => `${place}.${word}`));
    expect(expected.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('效力：一律不可减为可补和提示，可补减为提示；反过来是加强', () => {
    const effects = (id: string, effect: Gate['effect']) =>
      variantsOf(operators.gate, id, { ...gate, effect }).map((rule) => rule?.effect);
    expect(effects('gate.effect-weakened', 'void')).toEqual(['curable', 'advise']);
    expect(effects('gate.effect-weakened', 'curable')).toEqual(['advise']);
    expect(effects('gate.effect-strengthened', 'curable')).toEqual(['void']);
    expect(effects('gate.effect-strengthened', 'advise')).toEqual(['curable', 'void']);
  });

  it('数目在参数后面的，只改这一条规则，参数本身不动', () => {
    const ns = variantsOf(operators.duty, 'duty.n', duty).map((rule) => rule?.within.n);
    expect(ns).toEqual([
      { longest: [6, 4, { fact: 'case.handlerCount' }] },
      { longest: [4, 4, { fact: 'case.handlerCount' }] },
      { longest: [{ param: 'some.days' }, 5, { fact: 'case.handlerCount' }] },
      { longest: [{ param: 'some.days' }, 3, { fact: 'case.handlerCount' }] },
    ]);
    expect(variantsOf(operators.duty, 'duty.remind', duty).map((rule) => rule?.remind?.n)).toEqual([6, 4]);
  });

  it('按工作日、小时、分钟计的不会落在休息日，不改顺延的办法', () => {
    const { lateBy: _lateBy, ...plainly } = duty.within;
    const rolls = (unit: Duty['within']['unit']) =>
      variantsOf(operators.duty, 'duty.roll', { ...duty, within: { ...plainly, unit } }).map(
        (rule) => rule?.within.roll,
      );
    expect((['workday', 'hour', 'minute'] as const).flatMap(rolls)).toEqual([]);
    expect((['day', 'month', 'year'] as const).map(rolls)).toEqual([
      ['agency', 'restraint'],
      ['agency', 'restraint'],
      ['agency', 'restraint'],
    ]);
    // Late by another unit: only the day of the warning can roll.
    expect(variantsOf(operators.duty, 'duty.roll', duty).map((rule) => rule?.within.roll)).toEqual([
      'agency',
    ]);
  });

  it('只问末日是否届满的，当事人的与机关的期限到同一日，只换成绝不顺延', () => {
    const rolls = (roll: 'party' | 'agency' | 'restraint', unit: 'day' | 'workday') => {
      const unless = { elapsed: { since: 'case.filed', n: 3, unit, roll } } as const;
      return variantsOf(operators.gate, 'gate.unless.span-roll', { ...gate, unless }).map(
        (rule) => (rule?.unless as typeof unless | undefined)?.elapsed.roll,
      );
    };
    expect([rolls('party', 'day'), rolls('agency', 'day'), rolls('restraint', 'day')]).toEqual([
      ['restraint'],
      ['restraint'],
      ['party'],
    ]);
    expect(rolls('party', 'workday')).toEqual([]);
  });

  it('同一种改动不因写法不同而算两次：双重否定还原，总成立的前提等于没有前提', () => {
    const not = { ...gate, when: { not: 'case.filed' } };
    expect(variantsOf(operators.gate, 'gate.when.leaf-negated', not).map((rule) => rule?.when)).toEqual([
      'case.filed',
    ]);
    expect(variantsOf(operators.gate, 'gate.when.leaf-false', not)).toEqual([]);
    expect(variantsOf(operators.gate, 'gate.when.leaf-true', { ...gate, when: 'case.filed' })).toEqual([]);
  });
});

function variantsOf<R>(all: readonly Operator<R>[], id: string, rule: R): readonly (R | undefined)[] {
  return all
    .filter((one) => one.id === id)
    .flatMap((one) => one.variants(rule, params).map(({ change }) => change(rule)));
}

/** Operators that make nothing different of the rule. */
function idle<R>(all: readonly Operator<R>[], rule: R): readonly string[] {
  const text = JSON.stringify(rule);
  return all
    .map(({ id }) => id)
    .filter((id) => {
      const variants = variantsOf(all, id, rule);
      return variants.length === 0 || variants.some((changed) => JSON.stringify(changed) === text);
    });
}

/** Properties that no operator changes, taking the rule out apart. */
function untouched<R extends object>(all: readonly Operator<R>[], rule: R): readonly string[] {
  const changed = all.flatMap(({ id }) => variantsOf(all, id, rule)).filter((one) => one !== undefined);
  return Object.keys(rule).filter((key) =>
    changed.every((one) => JSON.stringify(one[key as keyof R]) === JSON.stringify(rule[key as keyof R])),
  );
}
