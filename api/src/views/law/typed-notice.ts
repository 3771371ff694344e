import { addDays, day, daysBetween, formatDay, parseDay } from '@zhaozhang/core/time';
import type { Calendar, Day } from '@zhaozhang/core/time';
import type { CalendarQuestion, CalendarReading } from '../../contract/index.ts';

type Form = NonNullable<CalendarQuestion['form']>;
type Fault = CalendarReading['faults'][number];

/** A stretch of days off as typed, once it is known to be one. */
interface Stretch {
  readonly name: string;
  readonly first: Day;
  readonly last: Day;
}

/**
 * The content of a calendar file from a notice copied into a form. The notice does not say which of its days the statute
 * frees: those are what the calendar holds of the year so far.
 */
export function noticeTyped(
  form: Form,
  calendar: Calendar,
): { readonly raw: unknown } | { readonly faults: readonly Fault[] } {
  const year = /^\d{4}$/.test(form.year.trim()) ? Number(form.year) : undefined;
  if (year === undefined) return { faults: [fault('year', '年份', '写四位年份')] };
  const faults: Fault[] = [
    ...empty(form.number, 'number', '文号', '照通知填写文号'),
    ...empty(form.title, 'title', '标题', '照通知填写标题'),
    ...(dayTyped(form.issued) === undefined ? [fault('issued', '成文日期', '填写实际存在的日期')] : []),
    ...(form.off.length === 0 ? [fault('off', '放假', '至少写一个节日')] : []),
  ];
  const stretches = form.off.flatMap((row, index) => stretchOf(row, index, year, faults));
  const worked = form.work.flatMap((row, index) => workedDay(row.day, index, year, faults));
  if (faults.length > 0) return { faults };
  const missing = statutoryOf(year, calendar).filter((one) => !stretches.some((s) => holds(s, one)));
  if (missing[0] !== undefined)
    return {
      faults: [
        fault(
          'off',
          '放假',
          `${calendar.nameOf(missing[0]) ?? '法定节假日'}（${missing.map((one) => formatDay(one)).join('、')}）是法定节假日，没有写进放假；对照通知补上`,
        ),
      ],
    };
  const names = [...new Set(stretches.map((one) => one.name))];
  const holidays = names.map((name) => {
    const mine = stretches.filter((one) => one.name === name);
    const statutory = mine.flatMap(daysOf).filter((one) => calendar.kindOf(one) === 'statutory');
    const work = worked.filter((one) => nearest(one, stretches).name === name);
    return {
      name,
      off: mine.map(({ first, last }) => `${first.slice(5)}..${last.slice(5)}`),
      ...(statutory.length === 0 ? {} : { statutory: statutory.map((one) => one.slice(5)) }),
      ...(work.length === 0 ? {} : { work: work.map((one) => one.slice(5)) }),
    };
  });
  const notice = {
    number: form.number.trim(),
    title: form.title.trim(),
    issued: dayTyped(form.issued) ?? '',
  };
  return { raw: { year, notices: [notice], holidays } };
}

/** A day as a notice writes it (2 月 15 日) or as we do; the notice leaves out the year it is about. */
function dayTyped(text: string, year?: number): Day | undefined {
  const plain = text.replace(/\s/g, '');
  const found = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日$/.exec(plain);
  if (found === null) return parseDay(plain);
  const [, own, month = '', dayOfMonth = ''] = found;
  return parseDay(`${own ?? year ?? ''}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`);
}

function fault(field: string, where: string, says: string): Fault {
  return { field, where, says };
}

function empty(text: string, field: string, where: string, says: string): readonly Fault[] {
  return text.trim() === '' ? [fault(field, where, says)] : [];
}

function stretchOf(
  row: Form['off'][number],
  index: number,
  year: number,
  faults: Fault[],
): readonly Stretch[] {
  // A row nobody has written in: whether the holiday may be left out is told afterwards.
  if (row.first.trim() === '' && row.last.trim() === '') return [];
  const [first, last] = [dayTyped(row.first, year), dayTyped(row.last, year)];
  const where = `第 ${index + 1} 行放假`;
  const name = row.name.trim();
  const before = faults.length;
  if (name === '') faults.push(fault(`off.${index}.name`, where, '写明节日'));
  if (first === undefined) faults.push(fault(`off.${index}.first`, where, '首日填写实际存在的日期'));
  else if (Number(first.slice(0, 4)) !== year)
    faults.push(fault(`off.${index}.first`, where, `首日不在 ${year} 年；跨年的，另一年的日子录入那一年`));
  if (last === undefined) faults.push(fault(`off.${index}.last`, where, '末日填写实际存在的日期'));
  else if (Number(last.slice(0, 4)) !== year)
    faults.push(fault(`off.${index}.last`, where, `末日不在 ${year} 年；跨年的，另一年的日子录入那一年`));
  else if (first !== undefined && last < first)
    faults.push(fault(`off.${index}.last`, where, '末日早于首日，核对两个日期'));
  if (first === undefined || last === undefined || faults.length > before) return [];
  return [{ name, first, last }];
}

function workedDay(text: string, index: number, year: number, faults: Fault[]): readonly Day[] {
  if (text.trim() === '') return [];
  const found = dayTyped(text, year);
  const where = `第 ${index + 1} 行调休上班`;
  const says =
    found === undefined
      ? '填写实际存在的日期'
      : Number(found.slice(0, 4)) === year
        ? undefined
        : `不在 ${year} 年；跨年的，另一年的日子录入那一年`;
  if (says !== undefined) faults.push(fault(`work.${index}.day`, where, says));
  return found === undefined || says !== undefined ? [] : [found];
}

function statutoryOf(year: number, calendar: Calendar): readonly Day[] {
  const all = daysOf({ first: day(`${year}-01-01`), last: day(`${year}-12-31`) });
  const [first] = calendar.years;
  if (first === undefined || year < first.year) return [];
  return all.filter((one) => calendar.kindOf(one) === 'statutory');
}

function daysOf({ first, last }: Pick<Stretch, 'first' | 'last'>): readonly Day[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
}

function holds(stretch: Stretch, one: Day): boolean {
  return stretch.first <= one && one <= stretch.last;
}

/** The holiday a day is worked for: the notice names it beside the nearest one. */
function nearest(one: Day, stretches: readonly Stretch[]): Stretch {
  const away = (s: Stretch): number =>
    Math.min(Math.abs(daysBetween(one, s.first)), Math.abs(daysBetween(one, s.last)));
  return stretches.reduce((best, s) => (away(s) < away(best) ? s : best));
}
