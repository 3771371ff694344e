import type { LawClause, LawPack, LawRule } from '@zhaozhang/api/contract';

/** What is looked for: words that must all occur. A number is also looked for as articles are numbered: 60 as 六十. */
export type Sought = readonly (readonly string[])[];

export function soughtIn(typed: string): Sought {
  return typed
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => [...new Set([word, word.replace(/\d{1,3}/g, (digits) => numeral(Number(digits)))])]);
}

/** Whether the words all occur in the text. */
export function occursIn(sought: Sought, text: string): boolean {
  return sought.every((forms) => forms.some((form) => text.includes(form)));
}

/** The pack with only the clauses and rules in which the words occur; undefined when there are none. */
export function sifted(pack: LawPack, sought: Sought): LawPack | undefined {
  if (sought.length === 0) return pack;
  const clauses = pack.clauses.filter((clause) => occursIn(sought, `${pack.title} ${clauseText(clause)}`));
  const rules = pack.rules.filter((rule) => occursIn(sought, `${pack.title} ${ruleText(rule)}`));
  return clauses.length === 0 && rules.length === 0 ? undefined : { ...pack, clauses, rules };
}

function clauseText(clause: LawClause): string {
  return [
    clause.article,
    clause.gist,
    clause.statusLabel,
    clause.areaLabel ?? '',
    ...clause.rules.map(ruleText),
    ...clause.examples.flatMap((example) => [example.title, ...example.sentences]),
  ].join(' ');
}

function ruleText(rule: LawRule): string {
  return [rule.sentence, rule.effect, rule.because, rule.remedy, ...rule.notes, ...rule.places].join(' ');
}

const digits = '〇一二三四五六七八九';

/** 60 → 六十, 12 → 十二, 105 → 一百〇五. */
export function numeral(n: number): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const high = hundreds === 0 ? '' : `${digits[hundreds]}百`;
  if (tens === 0) return ones === 0 ? high || '〇' : `${high}${high === '' ? '' : '〇'}${digits[ones]}`;
  const ten = tens === 1 && hundreds === 0 ? '十' : `${digits[tens]}十`;
  return `${high}${ten}${ones === 0 ? '' : digits[ones]}`;
}
