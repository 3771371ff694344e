import type { Condition, Per } from '@zhaozhang/core';
import { literalWords, referenceWords } from './reference-words.ts';
import type { Literal, Speaking } from './reference-words.ts';
import { amountWords } from './unit-words.ts';

const each: Readonly<Record<Per, string>> = {
  case: '本案',
  party: '当事人',
  participant: '听证参加人',
  notice: '告知书',
  'defence-point': '申辩的一项',
  interview: '询问',
  'recusal-request': '回避申请',
  'extension-request': '顺延申请',
  monitoring: '监控记录',
  hearing: '听证',
  preservation: '证据保全',
  measure: '强制措施',
  entry: '卷内记录',
  decision: '决定',
  instalment: '分期的一期',
  collection: '当场收缴',
  assignment: '承办人的更换',
  service: '送达',
  review: '送审',
  suspicion: '线索',
  act: '本次办理',
  period: '期间',
  change: '变动',
  basis: '依据',
  entrustment: '委托',
  'former-fine': '既往罚款',
  'other-filing': '他机关的立案',
  'detention-request': '暂缓执行拘留的申请',
  'assistance-request': '协助的请求',
  preparation: '启用准备的事项',
  'monitoring-break': '窗口监控的断录',
};

const standings = { late: '已经逾期', ended: '已经届满或者提前了结', met: '已经办结' } as const;

/** What a rule is about, in a word. */
export function perWords(per: Per): string {
  return (each as Readonly<Record<string, string>>)[per] ?? '所涉事项';
}

/** A condition as part of a sentence. */
export function conditionWords(condition: Condition, speaking: Speaking): string {
  const name = (reference: string) => referenceWords(reference, speaking);
  const say = (one: Condition) => conditionWords(one, speaking);
  if (typeof condition === 'string') return name(condition);
  if ('all' in condition) return condition.all.map(say).join('，并且');
  if ('any' in condition) return condition.any.map(say).join('，或者');
  if ('not' in condition) return negated(condition.not, speaking);
  if ('duty' in condition) {
    const duty = speaking.law.duties.find((one) => one.duty === condition.duty);
    return `${duty?.label ?? '该期限'}${standings[condition.is]}`;
  }
  if ('is' in condition) return isWords(condition.is, speaking, true);
  if ('in' in condition) return inWords(condition.in, speaking, true);
  if ('only' in condition)
    return `${name(condition.only[0])}限于${andWords(condition.only[1].map((one) => literalWords(one, condition.only[0], speaking)))}`;
  if ('atLeast' in condition) return compared(condition.atLeast, '不少于', speaking);
  if ('atMost' in condition) return compared(condition.atMost, '不多于', speaking);
  if ('before' in condition) return `${name(condition.before[0])}早于${name(condition.before[1])}`;
  if ('after' in condition) return `${name(condition.after[0])}晚于${name(condition.after[1])}`;
  if ('sameAs' in condition) return `${name(condition.sameAs[0])}与${name(condition.sameAs[1])}相同`;
  if ('known' in condition) return `${name(condition.known)}已经写明`;
  if ('elapsed' in condition) {
    const { since, n, unit } = condition.elapsed;
    return `自${momentWords(name(since))}起已满 ${amountWords(n, unit, speaking)}`;
  }
  if ('leadTime' in condition) {
    const { before, n, unit } = condition.leadTime;
    return `比${momentWords(name(before))}提前 ${amountWords(n, unit, speaking)}以上`;
  }
  return overWords(condition, speaking);
}

function negated(condition: Condition, speaking: Speaking): string {
  if (typeof condition === 'object' && 'is' in condition && !('duty' in condition))
    return isWords(condition.is, speaking, false);
  if (typeof condition === 'object' && 'in' in condition) return inWords(condition.in, speaking, false);
  const words = conditionWords(condition, speaking);
  return words.startsWith('已') ? `尚未${words.replace(/^已经?/, '')}` : `不属于「${words}」的情形`;
}

function isWords(
  [reference, literal]: readonly [string, Literal],
  speaking: Speaking,
  truly: boolean,
): string {
  const name = referenceWords(reference, speaking);
  if (typeof literal === 'boolean') return literal === truly ? name : `没有${name.replace(/^已经?/, '')}`;
  return `${name}${truly ? '' : '不'}为${literalWords(literal, reference, speaking)}`;
}

function inWords(
  [reference, literals]: readonly [string, readonly Literal[]],
  speaking: Speaking,
  truly: boolean,
): string {
  const choices = orWords(literals.map((one) => literalWords(one, reference, speaking)));
  if (reference === 'actor.roles') return `经办人${truly ? '' : '不'}是${choices}`;
  return `${referenceWords(reference, speaking)}${truly ? '' : '不'}为${choices}`;
}

/** 「甲、乙或者丙」 */
function orWords(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join('、')}或者${last}`;
}

/** 「甲、乙和丙」 */
function andWords(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join('、')}和${last}`;
}

function compared([reference, literal]: readonly [string, Literal], how: string, speaking: Speaking): string {
  return `${referenceWords(reference, speaking)}${how}${literalWords(literal, reference, speaking)}`.trimEnd();
}

function overWords(
  condition: Extract<
    Condition,
    { every: unknown } | { some: unknown } | { none: unknown } | { count: unknown }
  >,
  speaking: Speaking,
): string {
  const word = (['every', 'some', 'none', 'count'] as const).find((one) => one in condition) ?? 'count';
  const over = (condition as Readonly<Record<string, Over>>)[word] ?? { per: 'case' };
  const counter = counters[over.per] ?? '项';
  const where = over.where === undefined ? '' : `${conditionWords(over.where, speaking)}的`;
  const of = `${where}${perWords(over.per)}`;
  const that = over.that === undefined ? undefined : `「${conditionWords(over.that, speaking)}」`;
  if (word === 'every') return `每${counter}${of}都${that === undefined ? '已经有记录' : `符合${that}`}`;
  if (word === 'some')
    return that === undefined ? `至少有一${counter}${of}` : `至少有一${counter}${of}符合${that}`;
  if (word === 'none') return that === undefined ? `没有${of}` : `没有一${counter}${of}符合${that}`;
  const bounds = [
    over.atLeast === undefined ? '' : `不少于${literalWords(over.atLeast, '', speaking)}${counter}`,
    over.atMost === undefined ? '' : `不多于${literalWords(over.atMost, '', speaking)}${counter}`,
  ].filter((text) => text !== '');
  return `${that === undefined ? '' : `符合${that}的`}${of}${bounds.join('、')}`;
}

interface Over {
  readonly per: Per;
  readonly where?: Condition | undefined;
  readonly that?: Condition | undefined;
  readonly atLeast?: Literal;
  readonly atMost?: Literal;
}

/** How things are counted. */
const counters: Readonly<Record<string, string>> = {
  party: '名',
  notice: '份',
  decision: '份',
  document: '份',
  interview: '次',
  service: '次',
};

/** 「立案之日」 of 「已立案」. */
function momentWords(name: string): string {
  return /[日时刻间]$/.test(name) ? name : `${name.replace(/^已经?/, '')}之日`;
}
