import { actDefinitions, describe, factDefinitions, roleLabels } from '@zhaozhang/core';
import type { Condition, Law, Value } from '@zhaozhang/core';

export type Literal = Extract<Condition, { atLeast: unknown }>['atLeast'][1];

/** What is needed to name what a rule speaks of: the law, and the acts whose input it may mean. */
export interface Speaking {
  readonly law: Law;
  readonly acts: readonly string[];
}

/** Said of a value that nothing gives a name. */
const unnamed = '所定的内容';

const actorWords: Readonly<Record<string, string>> = {
  'actor.roles': '经办人的角色',
  'actor.isHandler': '经办人是本案承办人',
  'actor.isRegistrar': '经办人是案源登记人',
  'actor.mustWithdraw': '经办人应当回避',
  'actor.officer': '经办人',
};

/** What a reference is called. One without a name of its own is 「所填内容」: an identifier is never shown. */
export function referenceWords(reference: string, speaking: Speaking): string {
  const { head, rest } = parts(reference);
  if (reference === 'act.occurredAt') return '办理时刻';
  if (head === 'input') return inputField(rest, speaking)?.label ?? '所填内容';
  if (head === 'record') return speaking.law.fields[rest]?.label ?? '所填内容';
  if (head === 'param') return speaking.law.params[rest]?.label ?? '所定的参数';
  return (
    actorWords[reference] ??
    factDefinitions.get(reference)?.label ??
    speaking.law.tables.find((row) => row.defines === reference)?.label ??
    '所查明的事实'
  );
}

/** A value compared with a reference, in words: codes and roles by their names, parameters with their number. */
export function literalWords(literal: Literal, reference: string, speaking: Speaking): string {
  if (typeof literal !== 'object') return valueWords(literal, reference, speaking);
  if ('fact' in literal) return `「${referenceWords(literal.fact, speaking)}」`;
  const param = speaking.law.params[literal.param];
  if (param?.value === undefined) return `「${param?.label ?? '参数'}」（未定）`;
  const words = valueWords(param.value, reference, speaking);
  // A place of the agency's own, which no set of codes names: what the parameter is for says more.
  return words === unnamed ? `「${param.label}」` : words;
}

function valueWords(value: Value, reference: string, speaking: Speaking): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return ` ${value} `;
  if (Array.isArray(value))
    return value.map((one) => valueWords(one as Value, reference, speaking)).join('、');
  if (typeof value !== 'string') return unnamed;
  // A matter with its step, written as one value, is said part by part.
  if (value.includes('/'))
    return value
      .split('/')
      .map((part) => codeWords(part, reference, speaking))
      .join('的');
  return codeWords(value, reference, speaking);
}

/** The label of a code. A fact does not say which set it is of: a set of its name is asked first, then any, then roles. */
function codeWords(value: string, reference: string, speaking: Speaking): string {
  const { codes } = speaking.law;
  const { head, rest } = parts(reference);
  const declared =
    head === 'input'
      ? inputField(rest, speaking)?.codes
      : head === 'record'
        ? speaking.law.fields[rest]?.codes
        : undefined;
  const named = [declared, rest, `${head}-${rest}`].filter((set) => set !== undefined);
  for (const set of [...named, ...Object.keys(codes)]) {
    const label = codes[set]?.find((code) => code.id === value)?.label;
    if (label !== undefined) return label;
  }
  const role = (roleLabels as Readonly<Record<string, string>>)[value];
  return role ?? (/[\u4e00-\u9fff]/.test(value) ? value : unnamed);
}

function inputField(name: string, { acts }: Speaking) {
  for (const act of acts) {
    const definition = actDefinitions.get(act);
    const field = definition && describe(definition.input).find((one) => one.name === name);
    if (field !== undefined && field.label !== name) return field;
  }
  return undefined;
}

function parts(reference: string): { head: string; rest: string } {
  const dot = reference.indexOf('.');
  return { head: reference.slice(0, dot), rest: reference.slice(dot + 1) };
}
