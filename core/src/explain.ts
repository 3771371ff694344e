import { actLabel } from './acts.ts';
import type { CaseState } from './case/state.ts';
import type { Value } from './canonical.ts';
import { yuanText } from './money.ts';
import type { DerivedReading, Obligation } from './obligations.ts';
import type { Refusal } from './refusal.ts';
import type { Amount } from './rules/condition.ts';
import type { DefinedReading } from './rules/fact.ts';
import { borrowedFor } from './rules/edition.ts';
import { gateOf } from './rules/gates.ts';
import type { Law } from './rules/law.ts';
import { needOf } from './rules/needs.ts';
import type { TableRow } from './rules/primitive.ts';
import { unitLabels } from './rules/units.ts';
import { factDefinitions } from './rules/vocabulary.ts';
import { dayOf, formatDay, formatInstant, parseInstant } from './time/index.ts';
import type { Day, Instant } from './time/index.ts';
import { wordOf } from './words.ts';
import type { WordAsked } from './words.ts';

/** Instrument and article of each clause, joined: never an identifier. One instrument is named once for its articles. */
export function cite(clauses: readonly string[], law: Law): string {
  const articles = new Map<string, Set<string>>();
  for (const id of clauses) {
    const clause = law.clauses[id];
    if (clause === undefined) continue;
    articles.set(clause.instrument, (articles.get(clause.instrument) ?? new Set()).add(clause.article));
  }
  return [...articles].map(([instrument, named]) => `${instrument}${[...named].join('、')}`).join('、');
}

/** The articles something follows from; those that another kind of enforcement lends are named as such. */
function basisOf(
  { clauses, borrowed }: { readonly clauses: readonly string[]; readonly borrowed?: string | undefined },
  law: Law,
): string {
  const basis = cite(clauses, law);
  return basis === '' || borrowed === undefined ? basis : `参照${basis}`;
}

/** The same, of what was noted beside an entry: which rule it was is told there, for whom it was made by the file. */
export function basisNoted(
  { rule, clauses }: { readonly rule: string; readonly clauses: readonly string[] },
  state: CaseState,
  law: Law,
): string {
  const named = gateOf(rule, law) ?? needOf(rule, law);
  return basisOf({ clauses, borrowed: named && borrowedFor(named, state) }, law);
}

/** A refusal as one plain sentence: what cannot be done · why (article) · what to do. */
export function sentenceOf(refusal: Refusal, law: Law): string {
  const basis = basisOf(refusal, law);
  const head = refusal.field === undefined ? `暂不能${actLabel(refusal.act)}：` : '';
  const why = `${refusal.because}${basis === '' ? '' : `（${basis}）`}`;
  return `${head}${why}。${remedyOf(refusal)}`;
}

function remedyOf(refusal: Refusal): string {
  const { remedy } = refusal;
  if (remedy === undefined) return '';
  const until = remedy.until === undefined ? '' : `（最迟到 ${formatDay(remedy.until)} 届满）`;
  return `${remedy.says}${until}。`;
}

/** How a date came about, sentence by sentence. */
export function explain(obligation: Obligation, law: Law): readonly string[] {
  const [governing, ...others] = obligation.derivation.readings;
  if (governing === undefined) return [];
  const say = dayWords(dayOf(governing.from));
  const sentences = [...reading(governing, law, obligation.due)];
  if (governing.lateBy !== undefined && governing.due !== governing.lawfulDue)
    sentences.push(
      `条文没有写明是否工作日，预警看 ${say(governing.due)}；按 ${governing.n} ${unitLabels[governing.lateBy] ?? governing.lateBy}到 ${say(governing.lawfulDue)}，次日起才算逾期。`,
    );
  else if (governing.roll === 'agency' && governing.due !== governing.lawfulDue)
    sentences.push(
      `${say(governing.due)} 是${dayOff(governing.rolledOver[0])}，预警看这一日；法律上顺延到 ${say(governing.lawfulDue)}，次日起才算逾期。`,
    );
  if (governing.provisional) sentences.push('所跨年度的放假安排尚未公布，日期暂定，公布后重新计算。');
  for (const other of others)
    sentences.push(
      `${cite(other.clauses, law)}另有规定：${other.n} ${unitLabels[other.unit] ?? other.unit}，到 ${say(other.due)}；取先到的日期。`,
    );
  return sentences;
}

/** How a word the law defines came to what it is for one subject. */
export function explainWord(asked: WordAsked): string | undefined {
  const found = wordOf(asked);
  if (found === undefined) return undefined;
  const { subject, defined } = found;
  const { law } = asked;
  const { reading, label, by } = defined;
  const of = subject.per === 'case' ? '' : `（${subject.label}）`;
  const basis = cite([...new Set(by.flatMap((row) => row.clauses))], law);
  if (!reading.known)
    return reading.conflict === undefined
      ? `${label}${of}：现有的记录还不能认定。`
      : `${label}${of}：${basis}同时适用而结论不同，待法制机构裁定。`;
  if (reading.value === false) return `${label}${of}：不属于所列的情形。`;
  const value = valueWords(reading.value, by[0]);
  return `${label}${of}：依据${basis}，${by.map((row) => howGiven(row, defined, law)).find((how) => how !== '') ?? ''}${value}。`;
}

function valueWords(value: Value, row: TableRow | undefined): string {
  if (value === true) return '认定属于';
  const at = row?.type === 'instant' ? parseInstant(value) : undefined;
  if (at !== undefined) return `为 ${formatDay(dayOf(at), { withYear: true })}`;
  return row?.type === 'money' && typeof value === 'number' ? `为 ${yuanText(value)}` : `为 ${String(value)}`;
}

function howGiven({ gives }: TableRow, { facts }: DefinedReading, law: Law): string {
  if (typeof gives !== 'object') return '';
  if ('after' in gives) {
    const use = facts().find((one) => one.fact === gives.after);
    const since = use?.since ?? parseInstant(use?.value);
    const begin = since === undefined ? '' : `（${formatDay(dayOf(since), { withYear: true })}）`;
    return `自${(use?.label ?? '').replace('已', '')}之日${begin}起满${spanText(gives.n, unitLabels[gives.unit] ?? '', law)}，`;
  }
  if ('endOf' in gives)
    return `按${law.duties.find((one) => one.duty === gives.endOf)?.label ?? '所定的期限'}届满之日，`;
  if ('accrues' in gives)
    return `期限届满的次日起每日加千分之 ${amountText(gives.accrues.permille, law)}，不超过本数，`;
  return '';
}

/** A span in words: what stands in a document is called by its name, for each document has its own number. */
function spanText(amount: Amount, unit: string, law: Law): string {
  if (typeof amount === 'object' && 'fact' in amount)
    return factDefinitions.get(amount.fact)?.label ?? '所定的期间';
  if (typeof amount === 'object' && 'longest' in amount)
    return `${amount.longest.map((part) => spanText(part, unit, law)).join('或者')}（取较长的）`;
  return ` ${amountText(amount, law)} ${unit}`;
}

function amountText(amount: Amount, law: Law): string {
  if (typeof amount === 'number') return String(amount);
  return 'param' in amount ? String(law.params[amount.param]?.value ?? '') : '若干';
}

/** Says a day; with its year when that is another than the year in which the clock began. */
function dayWords(begin: Day): (day: Day) => string {
  return (day) => formatDay(day, { withYear: day.slice(0, 4) !== begin.slice(0, 4) });
}

function reading(one: DerivedReading, law: Law, due: Instant): readonly string[] {
  const say = dayWords(dayOf(one.from));
  const basis = cite(one.clauses, law);
  const rests = one.borrowed === undefined ? '依据' : '参照';
  const sentences = [`${rests}${basis}，${counted(one, due, say)}。`, ...lengthened(one, law, say)];
  const unitBasis = cite([one.unitBasis], law);
  if (unitBasis !== '' && unitBasis !== basis) sentences.push(`日数的计法依据${unitBasis}。`);
  if (one.unit === 'workday' && one.skipped.length > 0)
    sentences.push(`不计入：${daysOff(one.skipped, say)}。`);
  if (one.makeupCounted.length > 0)
    sentences.push(`调休上班计入：${one.makeupCounted.map((item) => say(item.day)).join('、')}。`);
  if (one.roll === 'party' && one.rolledOver.length > 0)
    sentences.push(`原末日遇休息日（${daysOff(one.rolledOver, say)}），顺延到 ${say(one.due)}。`);
  if (one.shorter !== undefined)
    sentences.push(
      `按现在的放假安排到 ${say(one.shorter)} 为止；起算时告知的日期更晚，只延不缩，仍为 ${say(one.due)}。`,
    );
  for (const said of [one.borrowed, one.assumption])
    if (said !== undefined) sentences.push(`说明：${said}。`);
  return sentences;
}

/**
 * From when, how much, until when. Days begin with the next one, hours run from the moment itself, and of no days at all
 * nothing is counted: it is to be done the same day.
 */
function counted(one: DerivedReading, due: Instant, say: (day: Day) => string): string {
  const unit = unitLabels[one.unit] ?? one.unit;
  const start = startWords(one.startLabel);
  if (one.unit === 'hour' || one.unit === 'minute')
    return `自${start.replace(/之日$/, '')}（${formatInstant(one.from)}）起计算 ${one.n} ${unit}，到 ${formatInstant(due)}`;
  const begin = `${start}（${say(dayOf(one.from))}）`;
  return one.n === 0
    ? `限在${begin}当日办理`
    : `自${begin}的次日起计算 ${one.n} ${unit}，到 ${say(one.plainDue)}`;
}

/** What made the limit longer: stretches that did not count, then extensions, each with where it leads. */
function lengthened(one: DerivedReading, law: Law, say: (day: Day) => string): readonly string[] {
  const sentences = one.suspensions.map(({ label, from, to }) =>
    to === undefined
      ? `${label}自 ${say(dayOf(from))} 起不计入期限，至今没有结束，日期为最早可能的日期。`
      : `${label}自 ${say(dayOf(from))} 至 ${say(dayOf(to))} 不计入期限，共 ${one.suspendedDays} 日，${
          one.extensions.length > 0 ? '期限相应顺推' : `顺推到 ${say(one.due)}`
        }。`,
  );
  for (const { n, unit, at, clauses, due } of one.extensions)
    sentences.push(
      `依据${cite(clauses, law)}，${say(dayOf(at))} 批准延长 ${n} ${unitLabels[unit] ?? unit}，到 ${say(due)}。`,
    );
  return sentences;
}

/** 已立案 → 立案之日: how the start of a clock is spoken of. */
function startWords(label: string): string {
  return `${/^\d/.test(label) ? ' ' : ''}${label.replace('已', '')}之日`;
}

function dayOff(day: { readonly kind: string; readonly name?: string } | undefined): string {
  return day?.name ?? '休息日';
}

/** Runs of days off, weekends counted together, holidays by name. */
function daysOff(
  days: readonly { readonly day: Day; readonly kind: string; readonly name?: string }[],
  say: (day: Day) => string,
): string {
  const weekends = days.filter((item) => item.name === undefined).length;
  const named = new Map<string, Day[]>();
  for (const item of days)
    if (item.name !== undefined) named.set(item.name, [...(named.get(item.name) ?? []), item.day]);
  const parts = [...named].map(([name, list]) => {
    const first = list[0];
    const last = list.at(-1);
    if (first === undefined || last === undefined) return name;
    return first === last
      ? `${name}（${say(first)}）`
      : `${name}（${say(first)} 至 ${say(last)}，${list.length} 天）`;
  });
  return [...parts, ...(weekends > 0 ? [`周末 ${weekends} 天`] : [])].join('、');
}
