import { actDefinitions, decide, describe } from '@zhaozhang/core';
import type { Act, ActContext, AgencyState, FormField, Refusal } from '@zhaozhang/core';
import {
  arrangedYears,
  buildCalendar,
  calendarDifference,
  day,
  readCalendarYear,
} from '@zhaozhang/core/time';
import type { CalendarDifference, Day, Statute } from '@zhaozhang/core/time';
import { readCalendarText } from '@zhaozhang/law';
import type { CalendarQuestion, CalendarReading } from '../../contract/index.ts';
import { noticeTyped } from './typed-notice.ts';

type Fault = CalendarReading['faults'][number];
type Draft = Omit<NonNullable<CalendarReading['draft']>, 'cases' | 'open'>;

/**
 * Reads a notice and says what it would change. It is judged by the act itself, so what is shown here is what can be
 * entered; only the reason for replacing an announced year is asked for later, when the difference is before one's eyes.
 */
export function calendarReadingOf(
  question: CalendarQuestion,
  agency: AgencyState,
  context: ActContext,
  statute: Statute,
):
  | { readonly faults: readonly Fault[] }
  | { readonly draft: Draft; readonly span: CalendarDifference['span'] } {
  const { calendar } = context.law;
  const read =
    question.form === undefined ? textRead(question.text ?? '') : noticeTyped(question.form, calendar);
  if ('faults' in read) return read;
  const act: Act = {
    id: 'reading',
    name: 'agency.publish-calendar',
    agency: agency.id,
    stream: agency.stream,
    input: read.raw,
    record: {},
    occurredAt: context.now,
  };
  const decision = decide(agency, act, context);
  const refusals = 'refusals' in decision ? decision.refusals : [];
  const barring = refusals.filter((one) => one.code !== 'CALENDAR_ANNOUNCED');
  if (barring.length > 0) return { faults: barring.map((one) => faultOf(one, question)) };
  const entered = readCalendarYear({ ...(read.raw as object), status: 'announced' });
  const after = buildCalendar(arrangedYears(calendar.years, [entered]), [], statute);
  const { days, span } = calendarDifference(calendar, after);
  const standing = calendar.years.find((one) => one.year === entered.year)?.status ?? 'none';
  const [first, last] = [eve(entered.year - 1), eve(entered.year)];
  return {
    draft: {
      input: read.raw as Record<string, unknown>,
      ...{ year: entered.year, standing, days: [...days] },
      workdays: {
        before: calendar.workdaysBetween(first, last),
        after: after.workdaysBetween(first, last),
      },
    },
    span,
  };
}

function eve(year: number): Day {
  return day(`${year}-12-31`);
}

function textRead(text: string): { readonly raw: unknown } | { readonly faults: readonly Fault[] } {
  const bad = (says: string): { readonly faults: readonly Fault[] } => ({
    faults: [{ field: 'text', where: '日历文件', says }],
  });
  if (text.trim() === '') return bad('没有内容；粘贴全文，或者选择文件');
  const read = readCalendarText(text);
  if ('line' in read) return bad(`第 ${read.line} 行的写法不对；检查缩进、引号和重复的键`);
  if (typeof read.raw !== 'object' || read.raw === null || Array.isArray(read.raw))
    return bad('不是一年的日历；对照日历说明的写法改正');
  const { status, ...raw } = read.raw as { status?: unknown };
  if (status !== undefined && status !== 'announced')
    return bad('还不是已公布的安排；通知公布之后再录入，并把状态改为已公布');
  return { raw };
}

/** In a form the field is the one that was typed into; in a file its place there. */
function faultOf(refusal: Refusal, { form }: CalendarQuestion): Fault {
  const says = `${refusal.because}；${refusal.remedy?.says ?? '对照通知改正'}`;
  const path = (refusal.field ?? 'input').split('.').slice(1);
  const where = placeWords(path);
  if (form === undefined) return { field: 'text', where, says };
  const [head, , leaf] = path;
  if (head === 'year') return { field: 'year', where, says };
  if (head === 'notices') return { field: leaf ?? 'issued', where, says };
  return { field: leaf === 'work' ? 'work' : 'off', where, says };
}

/** `holidays.2.off` → 节日安排第 3 项放假, in the words of the act's own input. */
function placeWords(path: readonly string[]): string {
  const definition = actDefinitions.get('agency.publish-calendar');
  let fields: readonly FormField[] = definition === undefined ? [] : describe(definition.input);
  const words = path.map((part) => {
    if (/^\d+$/.test(part)) return `第 ${Number(part) + 1} 项`;
    const field = fields.find((one) => one.name === part);
    if (field?.rows !== undefined) fields = field.rows;
    return field?.label ?? part;
  });
  return words.length === 0 ? '日历文件' : words.join('');
}
