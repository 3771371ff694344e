import { formatDay, parseDay } from '@zhaozhang/core/time';
import type { PackExample, SaidExample } from '@zhaozhang/law';
import type { LawExample } from '../../contract/index.ts';

/** What an example must come to, in words; where it is refused, with what the system says. */
export function exampleWords({ example: { value }, said }: SaidExample): LawExample {
  const { expect } = value;
  const parts = [
    expect.refused === undefined
      ? ''
      : `拒绝${expect.refused.every((one) => one.effect === 'curable') ? '，可以记录瑕疵后继续' : ''}${
          value.lifts === undefined && value.again === undefined ? '' : '；补救之后准许'
        }`,
    expect.done !== true ? '' : expect.defects === undefined ? '准许' : '如实记录，并记明瑕疵',
    ...(expect.owed ?? []).map((one) => `期限到 ${dayWords(one.due)}${owedStanding(one)}`),
    expect.notOwed === undefined ? '' : '不产生这项期限',
    expect.defined === undefined ? '' : definedStanding(expect.defined),
    expect.sentence === undefined || said.includes(expect.sentence) ? '' : `系统这样说：${expect.sentence}`,
  ].filter((text) => text !== '');
  return { title: value.title, outcome: parts.join('；').replace(/。$/, ''), sentences: [...said] };
}

/** What a definition comes to: its own sentence stands below, so that here only the outcome is said. */
function definedStanding(all: NonNullable<PackExample['value']['expect']['defined']>): string {
  return all
    .map(({ is }) => {
      if (is === null) return '还不能认定';
      if (typeof is === 'boolean') return is ? '认定属于' : '认定不属于';
      return typeof is === 'string' ? `认定为 ${dayWords(is.slice(0, 10))}` : '认定出数额';
    })
    .join('；');
}

function owedStanding(one: NonNullable<PackExample['value']['expect']['owed']>[number]): string {
  const rolled = one.lawfulDue === undefined ? '' : `，顺延到 ${dayWords(one.lawfulDue)}`;
  const met = one.met === 'late' ? '，逾期办结' : one.met === true ? '，按期办结' : '';
  return `${rolled}${met}${one.provisional === true ? '，暂定' : ''}`;
}

/** A day, or of a limit in hours the minute of a day. */
function dayWords(text: string): string {
  const [on = '', minute] = text.split('T');
  const day = parseDay(on);
  if (day === undefined) return text;
  return `${formatDay(day, { withYear: true })}${minute === undefined ? '' : ` ${minute}`}`;
}
