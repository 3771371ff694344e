import type { Need } from '@zhaozhang/core';
import { without, withoutEach } from './operator.ts';
import type { Operator } from './operator.ts';
import { barringOperators, ruleOperators } from './rule-operators.ts';

type Needed = Need['fields'][number];

/** Every way of spoiling a demand for fields. */
export const needOperators: readonly Operator<Need>[] = [
  ...ruleOperators<Need>('need'),
  ...barringOperators<Need>('need'),
  {
    id: 'need.field-removed',
    says: '必填的栏目去掉一栏',
    write: '为每一栏各写一个没有填写而被拒的示例',
    variants: (rule) =>
      withoutEach(
        rule.fields,
        ({ field }) => field,
        (current, fields) => ({ ...current, fields }),
      ),
  },
  {
    id: 'need.min-length',
    says: '最少字数加一、减一',
    write: '写恰好够字数和少一个字的示例',
    variants: (rule) =>
      [1, -1].flatMap((step) =>
        eachField(rule, 'minLength', (needed, minLength) => ({ ...needed, minLength: minLength + step })).map(
          (variant) => ({ ...variant, at: `${variant.at} ${step > 0 ? '加一' : '减一'}` }),
        ),
      ),
  },
  checkRemoved('need.min-length-removed', 'minLength', '不限最少字数', '写一个少一个字而被拒的示例'),
  checkRemoved('need.format-removed', 'format', '不核对写法', '写一个校验码不对而被拒的示例'),
  {
    id: 'need.word-removed',
    says: '必须写明、不能写的词语去掉一个',
    write: '为每个词语各写一个缺了它、写了它而被拒的示例',
    variants: (rule) =>
      rule.fields.flatMap(({ field, contains = [], lacks = [] }) => [
        ...contains.map((word) => wordRemoved(field, 'contains', word)),
        ...lacks.map((word) => wordRemoved(field, 'lacks', word)),
      ]),
  },
  checkRemoved('need.not-after-removed', 'notAfter', '不限最晚的时刻', '写一个晚一分钟而被拒的示例'),
  checkRemoved('need.not-before-removed', 'notBefore', '不限最早的时刻', '写一个早一分钟而被拒的示例'),
];

function checkRemoved(
  id: string,
  check: 'minLength' | 'format' | 'notAfter' | 'notBefore',
  says: string,
  write: string,
): Operator<Need> {
  return { id, says, write, variants: (rule) => eachField(rule, check, (needed) => without(needed, check)) };
}

function wordRemoved(field: string, key: 'contains' | 'lacks', word: string) {
  return {
    at: `${field} 去掉 ${word}`,
    change: (current: Need): Need => ({
      ...current,
      fields: current.fields.map((needed) =>
        needed.field === field
          ? { ...needed, [key]: needed[key]?.filter((other) => other !== word) ?? [] }
          : needed,
      ),
    }),
  };
}

/** One mutant for each field that has the check. */
function eachField<K extends keyof Needed>(
  rule: Need,
  check: K,
  change: (needed: Needed, value: NonNullable<Needed[K]>) => Needed,
): readonly { at: string; change(current: Need): Need }[] {
  return rule.fields.flatMap((needed, index) => {
    const value = needed[check];
    if (value === undefined) return [];
    return [
      {
        at: needed.field,
        change: (current: Need) => ({ ...current, fields: rule.fields.with(index, change(needed, value)) }),
      },
    ];
  });
}
