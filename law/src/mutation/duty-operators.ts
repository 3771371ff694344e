import type { Duty } from '@zhaozhang/core';
import { amountsBesides, amountsWithout } from './amount-changes.ts';
import { never } from './constant.ts';
import { whole, without } from './operator.ts';
import type { Operator, Variant } from './operator.ts';
import { ruleOperators } from './rule-operators.ts';
import { otherRolls, otherUnit } from './spans.ts';

/** Every way of spoiling a duty with a limit. */
export const dutyOperators: readonly Operator<Duty>[] = [
  ...ruleOperators<Duty>('duty'),
  {
    id: 'duty.n',
    says: '期限加一、减一',
    write: '写出到期日',
    variants: (rule, params) =>
      amountsBesides(rule.within.n, params).map(({ at, becomes }) => ({
        at,
        change: (current) => spanned(current, { n: becomes }),
      })),
  },
  {
    id: 'duty.longest-removed',
    says: '取最长者的，去掉其中一个',
    write: '为其中每一个各写一个以它为最长的示例',
    variants: (rule) =>
      amountsWithout(rule.within.n).map(({ at, becomes }) => ({
        at,
        change: (current) => spanned(current, { n: becomes }),
      })),
  },
  {
    id: 'duty.unit',
    says: '单位换掉（日与工作日等）',
    write: '写一个跨过周末的到期日',
    variants: (rule) => whole((current) => spanned(current, { unit: otherUnit[rule.within.unit] })),
  },
  {
    id: 'duty.late-by-removed',
    says: '单位不明的，去掉计算逾期的单位',
    write: '写一个跨过周末的法定末日',
    variants: ({ within }) =>
      within.lateBy === undefined
        ? []
        : whole((current) => ({ ...current, within: without(current.within, 'lateBy') as Duty['within'] })),
  },
  {
    id: 'duty.roll',
    says: '末日遇休息日的处理换掉（按工作日、小时、分钟计的不会落在休息日，不换）',
    write: '写一个末日在休息日的到期日和法定末日',
    variants: (rule) =>
      otherRolls(rule.within).map((roll) => ({
        at: `${rule.within.roll} 换成 ${roll}`,
        change: (current) => spanned(current, { roll }),
      })),
  },
  {
    id: 'duty.start-never',
    says: '永不起算',
    write: '写一个负有义务的示例',
    variants: () => whole((current) => ({ ...current, start: never })),
  },
  {
    id: 'duty.until-never',
    says: '永不了结',
    write: '写一个按期履行的示例',
    variants: ({ until }) => (until === undefined ? [] : whole((current) => ({ ...current, until: never }))),
  },
  {
    id: 'duty.until-at-once',
    says: '一起算就了结',
    write: '写一个尚未履行（met: false）的示例',
    variants: ({ start }) =>
      typeof start === 'string' ? whole((current) => ({ ...current, until: start })) : [],
  },
  {
    id: 'duty.owed-by',
    says: '改由他人履行',
    write: '写出由谁履行（owedBy）',
    variants: ({ owedBy }) =>
      whole((current) => ({ ...current, owedBy: owedBy === 'party' ? 'handlers' : 'party' })),
  },
  {
    id: 'duty.lapses-flipped',
    says: '届满算不算逾期对调',
    write: '写出届满不算逾期（lapses）',
    variants: ({ lapses }) => whole((current) => ({ ...current, lapses: lapses !== true })),
  },
  {
    id: 'duty.act-removed',
    says: '去掉履行它的行为',
    write: '写出履行的行为（act）',
    variants: ({ act }) => (act === undefined ? [] : whole((current) => without(current, 'act') as Duty)),
  },
  {
    id: 'duty.matter-removed',
    says: '去掉所审批的事项',
    write: '写出审批的事项（matter）',
    variants: ({ matter }) =>
      matter === undefined ? [] : whole((current) => without(current, 'matter') as Duty),
  },
  ...lengthening(),
  {
    id: 'duty.remind-removed',
    says: '去掉提醒',
    write: '写出提醒日（remind）',
    variants: (rule) =>
      rule.remind === undefined ? [] : whole((current) => without(current, 'remind') as Duty),
  },
  {
    id: 'duty.remind',
    says: '提醒提前量加一、减一',
    write: '写出提醒日（remind）',
    variants: ({ remind }, params) =>
      remind === undefined
        ? []
        : amountsBesides(remind.n, params).map(({ at, becomes }) => ({
            at,
            change: (current) => ({ ...current, remind: { ...remind, n: becomes } }),
          })),
  },
  {
    id: 'duty.remind-unit',
    says: '提醒提前量的单位换掉',
    write: '写一个提醒期间跨过周末的提醒日（remind）',
    variants: ({ remind }) =>
      remind === undefined
        ? []
        : whole((current) => ({
            ...current,
            remind: { ...remind, unit: remind.unit === 'day' ? 'workday' : 'day' },
          })),
  },
];

/** Extensions and suspensions. */
function lengthening(): readonly Operator<Duty>[] {
  return [
    {
      id: 'duty.extension-removed',
      says: '去掉一项延长',
      write: '写一个延长之后的到期日',
      variants: ({ extend = [] }) =>
        extend.map((one, index) => extending(one.granted, extend.toSpliced(index, 1))),
    },
    {
      id: 'duty.extension-n',
      says: '延长的日数加一、减一',
      write: '写一个延长之后的到期日',
      variants: ({ extend = [] }, params) =>
        extend.flatMap((one, index) =>
          'to' in one
            ? []
            : amountsBesides(one.n, params).map(({ at, becomes }) =>
                extending(`${one.granted} ${at}`, extend.with(index, { ...one, n: becomes })),
              ),
        ),
    },
    {
      id: 'duty.extension-unit',
      says: '延长的单位换掉',
      write: '写一个延长期间跨过周末的到期日',
      variants: ({ extend = [] }) =>
        extend.flatMap((one, index) =>
          'to' in one
            ? []
            : [extending(one.granted, extend.with(index, { ...one, unit: otherUnit[one.unit] }))],
        ),
    },
    {
      id: 'duty.suspension-removed',
      says: '去掉一项扣除的期间',
      write: '写一个扣除之后的到期日',
      variants: ({ suspend = [] }) =>
        suspend.map((one, index) => suspending(one.label, suspend.toSpliced(index, 1))),
    },
    {
      id: 'duty.suspension-endless',
      says: '扣除的期间永不结束',
      write: '写一个扣除的期间已经结束的到期日',
      variants: ({ suspend = [] }) =>
        suspend.map((one, index) => suspending(one.label, suspend.with(index, { ...one, to: never }))),
    },
  ];
}

function extending(at: string, extend: NonNullable<Duty['extend']>): Variant<Duty> {
  return { at, change: (current) => ({ ...current, extend }) };
}

function suspending(at: string, suspend: NonNullable<Duty['suspend']>): Variant<Duty> {
  return { at, change: (current) => ({ ...current, suspend }) };
}

function spanned(duty: Duty, part: Partial<Duty['within']>): Duty {
  return { ...duty, within: { ...duty.within, ...part } };
}
