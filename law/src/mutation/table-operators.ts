import type { Given, TableRow } from '@zhaozhang/core';
import { amountsBesides } from './amount-changes.ts';
import type { Amount } from './amount-changes.ts';
import { never } from './constant.ts';
import type { Operator, Variant } from './operator.ts';
import { ruleOperators } from './rule-operators.ts';
import { otherEnds, otherUnit } from './spans.ts';

/** Every way of spoiling a row of a table. */
export const tableOperators: readonly Operator<TableRow>[] = [
  ...ruleOperators<TableRow>('table'),
  {
    id: 'table.gives-nothing',
    says: '给出的事实永不成立',
    write: '写一个由这条定义得出的值（defined）',
    variants: ({ gives }) =>
      typeof gives !== 'object'
        ? []
        : 'fact' in gives
          ? [giving('', { fact: never })]
          : 'after' in gives
            ? [giving('', { ...gives, after: never })]
            : [],
  },
  {
    id: 'table.literal',
    says: '写明的值换掉',
    write: '写一个由这条定义得出的值（defined）',
    variants: ({ gives }) =>
      typeof gives === 'boolean'
        ? [giving(String(gives), !gives)]
        : typeof gives === 'number'
          ? [giving('加一', gives + 1), giving('减一', gives - 1)]
          : typeof gives === 'string'
            ? [giving(gives, `${gives}-x`)]
            : [],
  },
  {
    id: 'table.n',
    says: '经过的期间、逐日的千分数加一、减一',
    write: '写出得出的日期或者金额（defined）',
    variants: ({ gives }, params) => {
      const spot = amountOf(gives);
      return spot === undefined
        ? []
        : amountsBesides(spot.amount, params).map(({ at, becomes }) => giving(at, spot.put(becomes)));
    },
  },
  {
    id: 'table.unit',
    says: '期间的单位换掉',
    write: '写一个跨过周末的日期（defined）',
    variants: ({ gives }) =>
      typeof gives === 'object' && 'after' in gives
        ? [giving('', { ...gives, unit: otherUnit[gives.unit] })]
        : [],
  },
  {
    id: 'table.roll',
    says: '末日遇休息日的处理换掉',
    write: '写一个末日在休息日的日期（defined）',
    variants: ({ gives }) =>
      typeof gives === 'object' && 'after' in gives
        ? otherEnds(gives).map((roll) => giving(roll, { ...gives, roll }))
        : [],
  },
  {
    id: 'table.cap-removed',
    says: '逐日计算的不封顶',
    write: '写一个已经到顶的金额（defined）',
    variants: ({ gives }) =>
      typeof gives === 'object' && 'accrues' in gives
        ? [giving('', { accrues: { ...gives.accrues, cap: never } })]
        : [],
  },
];

function giving(at: string, gives: Given): Variant<TableRow> {
  return { at, change: (current) => ({ ...current, gives }) };
}

/** The number a row counts with, and the way back into the row. */
function amountOf(gives: Given): { amount: Amount; put(amount: Amount): Given } | undefined {
  if (typeof gives !== 'object') return undefined;
  if ('after' in gives) return { amount: gives.n, put: (n) => ({ ...gives, n }) };
  if ('accrues' in gives)
    return {
      amount: gives.accrues.permille,
      put: (permille) => ({ accrues: { ...gives.accrues, permille } }),
    };
  return undefined;
}
