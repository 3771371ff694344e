import { unitLabels } from '@zhaozhang/core';
import type { Duty } from '@zhaozhang/core';
import type { Speaking } from './reference-words.ts';
import { referenceWords } from './reference-words.ts';

type Amount = Duty['within']['n'];

/** A unit as it follows a number; one that is written in Chinese already stands as it is. */
export function unitWords(unit: string): string {
  return unitLabels[unit] ?? (/^[\u4e00-\u9fff]+$/.test(unit) ? unit : '');
}

/** 「7 个工作日」; where the number is a field of the file, what it is called; where it is unset, that it is. */
export function amountWords(amount: Amount, unit: string, speaking: Speaking): string {
  if (typeof amount === 'number') return `${amount} ${unitWords(unit)}`;
  if ('param' in amount) {
    const param = speaking.law.params[amount.param];
    return typeof param?.value === 'number'
      ? `${param.value} ${unitWords(unit)}`
      : `${param?.label ?? '期限'}（日数未定）`;
  }
  if ('fact' in amount) return referenceWords(amount.fact, speaking);
  return `${amount.longest.map((one) => amountWords(one, unit, speaking)).join('和')}中较长的日数`;
}
