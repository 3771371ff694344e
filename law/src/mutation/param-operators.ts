import type { Parameter } from '@zhaozhang/core';
import { whole, withoutEach } from './operator.ts';
import type { Operator } from './operator.ts';

/** Every way of spoiling a parameter, for all rules that use it at once. */
export const paramOperators: readonly Operator<Parameter>[] = [
  {
    id: 'param.n',
    says: '参数的数值加一、减一',
    write: '写恰好等于这个数值和差一个的示例',
    variants: ({ value }) =>
      typeof value === 'number'
        ? [value + 1, value - 1].map((other) => ({
            at: `${value} 换成 ${other}`,
            change: (current) => ({ ...current, value: other }),
          }))
        : [],
  },
  {
    id: 'param.flipped',
    says: '参数的是与否对调',
    write: '写一个取决于这个参数的示例',
    variants: ({ value }) =>
      typeof value === 'boolean' ? whole((current) => ({ ...current, value: !value })) : [],
  },
  {
    id: 'param.item-removed',
    says: '参数所列的项去掉一项',
    write: '为所列的每一项各写一个示例',
    variants: ({ value }) =>
      Array.isArray(value)
        ? withoutEach(
            value,
            (item) => JSON.stringify(item),
            (current: Parameter, rest) => ({ ...current, value: [...rest] }),
          )
        : [],
  },
];
