import type { Value } from '../../canonical.ts';
import type { Law } from '../../rules/law.ts';

/**
 * What a decision says of its remedies (处罚法第五十九条第一款第五项): who reconsiders it within how many days, which court
 * hears it within how many months. Every number and name is the law's; the text only joins them.
 */
export function remedyTexts(law: Law): Readonly<Record<string, Value>> {
  const value = (id: string) => law.params[id]?.value;
  const [days, body] = [value('reconsideration.days'), value('remedy.reconsiderationBody')];
  const [months, court] = [value('litigation.months'), value('remedy.court')];
  return {
    ...(typeof days === 'number' && typeof body === 'string'
      ? {
          'decision.reconsideration': `不服本决定的，可以自收到本决定书之日起${inWords(days)}日内，向${body}申请行政复议。`,
        }
      : {}),
    ...(typeof months === 'number' && typeof court === 'string'
      ? {
          'decision.litigation': `不服本决定的，也可以自收到本决定书之日起${inWords(months)}个月内，向${court}提起行政诉讼。`,
        }
      : {}),
  };
}

const digits = '〇一二三四五六七八九';
const number = String.raw`(\d+|[〇零一二两三四五六七八九十百]+)`;

/** The shortest stretch of days a text speaks of; a day of a month is none. */
export function daysWritten(text: string): number | undefined {
  return least(
    text,
    new RegExp(`(?<![月\\d〇零一二两三四五六七八九十百])${number}\\s*(?:个工作)?[日天]`, 'gu'),
  );
}

/** The shortest stretch of months a text speaks of. */
export function monthsWritten(text: string): number | undefined {
  return least(text, new RegExp(`${number}\\s*个月`, 'gu'));
}

/** Does the time run from the day the party has the document in hand? */
export function runsFromReceipt(text: string): boolean {
  return /收到[^，。；]{0,12}之日起/u.test(text);
}

/** A printed last day is wrong as soon as the document reaches the party on another day than was thought. */
export function namesFixedDay(text: string): boolean {
  return /[\d〇零一二三四五六七八九十]+月[\d〇零一二三四五六七八九十]+日/u.test(text);
}

function least(text: string, pattern: RegExp): number | undefined {
  const found = [...text.matchAll(pattern)].map((match) => asNumber(match[1] ?? ''));
  return found.length === 0 ? undefined : Math.min(...found);
}

/** 六十, 一百二十: below a thousand, as official texts write it. */
export function inWords(n: number): string {
  if (n < 10) return digits[n] ?? '';
  if (n < 100) {
    const tens = Math.floor(n / 10);
    return `${tens === 1 ? '' : digits[tens]}十${n % 10 === 0 ? '' : digits[n % 10]}`;
  }
  const rest = n % 100;
  const head = `${digits[Math.floor(n / 100)]}百`;
  if (rest === 0) return head;
  if (rest < 10) return `${head}零${digits[rest]}`;
  return `${head}${rest < 20 ? '一' : ''}${inWords(rest)}`;
}

function asNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  let [sum, digit] = [0, 0];
  for (const letter of text) {
    if (letter === '百' || letter === '十') {
      sum += Math.max(digit, 1) * (letter === '百' ? 100 : 10);
      digit = 0;
    } else digit = Math.max(0, digits.indexOf(letter === '两' ? '二' : letter));
  }
  return sum + digit;
}
