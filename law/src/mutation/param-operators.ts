import type { Parameter, Value } from '@zhaozhang/core';
import { withoutEach } from './operator.ts';
import type { Operator, Variant } from './operator.ts';

/** Every way of spoiling a parameter, for all rules that use it at once. */
export const paramOperators: readonly Operator<Parameter>[] = [
  {
    id: 'param.n',
    says: '参数的数值加一、减一',
    write: '写恰好等于这个数值和差一个的示例',
    variants: (param) =>
      eachValue(param, (value) =>
        typeof value === 'number'
          ? [value + 1, ...(value > 0 ? [value - 1] : [])].map((other) => ({
              at: `${value} 换成 ${other}`,
              becomes: other,
            }))
          : [],
      ),
  },
  {
    id: 'param.flipped',
    says: '参数的是与否对调',
    write: '写一个取决于这个参数的示例',
    variants: (param) =>
      eachValue(param, (value) => (typeof value === 'boolean' ? [{ at: '', becomes: !value }] : [])),
  },
  {
    id: 'param.item-removed',
    says: '参数所列的项去掉一项',
    write: '为所列的每一项各写一个示例',
    variants: (param) =>
      eachValue(param, (value) =>
        Array.isArray(value)
          ? withoutEach(
              value,
              (item) => JSON.stringify(item),
              (_list: Value, rest) => [...rest] as Value,
            ).map(({ at, change }) => ({ at, becomes: change(value) ?? [] }))
          : [],
      ),
  },
];

/** The value, or where several editions set it that of each: of those only one counts on any day. */
function eachValue(
  { value, editions }: Parameter,
  changes: (value: Value) => readonly { readonly at: string; readonly becomes: Value }[],
): readonly Variant<Parameter>[] {
  if (editions === undefined)
    return value === undefined
      ? []
      : changes(value).map(({ at, becomes }) => ({
          at,
          change: (current) => ({ ...current, value: becomes }),
        }));
  return editions.flatMap((edition, index) =>
    changes(edition.value).map(({ at, becomes }) => ({
      at: `${edition.inForce.from} ${at}`,
      change: (current) => ({ ...current, editions: editions.with(index, { ...edition, value: becomes }) }),
    })),
  );
}
