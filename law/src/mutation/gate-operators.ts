import type { Condition, Gate } from '@zhaozhang/core';
import { conditionOperators } from './condition-operators.ts';
import { alwaysTrue } from './constant.ts';
import { whole, without } from './operator.ts';
import type { Operator } from './operator.ts';
import { barringOperators, ruleOperators } from './rule-operators.ts';

/** Every way of spoiling a gate. */
export const gateOperators: readonly Operator<Gate>[] = [
  ...ruleOperators<Gate>('gate'),
  ...barringOperators<Gate>('gate'),
  {
    id: 'gate.unless-negated',
    says: '准许的条件整个反过来',
    write: '写准许和拒绝的示例各一个',
    variants: (rule) => whole((current) => ({ ...current, unless: { not: rule.unless } })),
  },
  ...conditionOperators<Gate>(
    'gate.unless',
    '准许的条件',
    (rule) => [{ condition: rule.unless, put: (current, unless) => ({ ...current, unless }) }],
    { always: false, never: true },
  ),
  {
    id: 'gate.admissible',
    says: '不能承认瑕疵的，改为可以承认后收下',
    write: '写一个说明原因要求收下而仍被拒的示例',
    variants: (rule) =>
      rule.admissible === undefined ? [] : whole(({ admissible: _never, ...current }) => current as Gate),
  },
  {
    id: 'gate.exception-removed',
    says: '去掉一项例外',
    write: '写一个靠这项例外准许的示例',
    variants: (rule) =>
      rule.exceptions.map(({ id }) => ({
        at: id,
        change: (current) => ({
          ...current,
          exceptions: current.exceptions.filter((exception) => exception.id !== id),
        }),
      })),
  },
  {
    id: 'gate.exception-always',
    says: '一项例外当作总是适用',
    write: '写一个例外的条件不成立、因而被拒的示例',
    variants: (rule) =>
      rule.exceptions.map(({ id }) => ({ at: id, change: (current) => excepted(current, id, alwaysTrue) })),
  },
  ...conditionOperators<Gate>(
    'gate.exception',
    '例外的条件',
    (rule) =>
      rule.exceptions.map(({ id, when }) => ({
        condition: when,
        put: (current, condition) => excepted(current, id, condition),
      })),
    { always: false, never: false },
  ),
  {
    id: 'gate.instead-removed',
    says: '例外另有的条件去掉，变成一律准许',
    write: '写一个例外适用、另有的条件不成立而被拒的示例',
    variants: (rule) =>
      rule.exceptions
        .filter(({ instead }) => instead !== undefined)
        .map(({ id }) => ({ at: id, change: (current) => replaced(current, id, undefined) })),
  },
  ...conditionOperators<Gate>(
    'gate.instead',
    '例外另有的条件',
    (rule) =>
      rule.exceptions.flatMap(({ id, instead }) =>
        instead === undefined
          ? []
          : [{ condition: instead, put: (current, condition) => replaced(current, id, condition) }],
      ),
    { always: false, never: true },
  ),
];

function replaced(gate: Gate, id: string, instead: Condition | undefined): Gate {
  return {
    ...gate,
    exceptions: gate.exceptions.map((exception) =>
      exception.id !== id
        ? exception
        : instead === undefined
          ? without(exception, 'instead')
          : { ...exception, instead },
    ),
  };
}

function excepted(gate: Gate, id: string, when: Condition): Gate {
  return {
    ...gate,
    exceptions: gate.exceptions.map((exception) =>
      exception.id === id ? { ...exception, when } : exception,
    ),
  };
}
