import type { NamedDay } from './calendar-year.ts';
import { addDays, type Day, daysBetween, parseDay } from './day.ts';
import { shown } from './shown.ts';

/** Readers of one parsed-YAML value each; every refusal names the file and the field. */
export interface FieldReader {
  record(value: unknown, field: string, allowed: readonly string[]): Readonly<Record<string, unknown>>;
  list(value: unknown, field: string): readonly unknown[];
  text(value: unknown, field: string): string;
  year(value: unknown, field: string): number;
  day(value: unknown, field: string): Day;
  /** `10-01`, `10-01..10-08`, or a list of these; absent is none. */
  days(value: unknown, field: string, year: number): Day[];
  refuse(field: string, why: string): never;
}

/** What is wrong with one field, told apart from the file it stands in: a page shows it beside the field. */
export class FieldFault extends RangeError {
  override name = 'FieldFault';
  readonly field: string;
  readonly why: string;

  constructor(file: string, field: string, why: string) {
    super(`${file}${field === '' ? '' : ` 的 ${field}`}：${why}`);
    this.field = field;
    this.why = why;
  }
}

export function fieldReader(file: string): FieldReader {
  const refuse = (field: string, why: string): never => {
    throw new FieldFault(file, field, why);
  };
  const record = (value: unknown, field: string, allowed: readonly string[]) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return refuse(field, `应为一组字段，得到${shown(value)}`);
    }
    // A misspelt key would silently drop a make-up day, so unknown keys are refused.
    const stray = Object.keys(value).find((key) => !allowed.includes(key));
    if (stray !== undefined) refuse(field, `没有「${stray}」这个字段，可用：${allowed.join('、')}`);
    return value as Readonly<Record<string, unknown>>;
  };
  const list = (value: unknown, field: string): readonly unknown[] =>
    Array.isArray(value) ? value : refuse(field, `应为列表，得到${shown(value)}`);
  const text = (value: unknown, field: string): string =>
    typeof value === 'string' && value.trim() !== '' ? value : refuse(field, `应为文字，得到${shown(value)}`);
  const year = (value: unknown, field: string): number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 1949 && value <= 9999
      ? value
      : refuse(field, `应为四位年份，得到${shown(value)}`);
  const day = (value: unknown, field: string): Day =>
    parseDay(value) ?? refuse(field, `不是有效的日期：${shown(value)}`);
  const stretch = (value: unknown, field: string, ofYear: number): Day[] => {
    const found = typeof value === 'string' ? /^(\d\d-\d\d)(?:\.\.(\d\d-\d\d))?$/.exec(value) : null;
    const first = found === null ? undefined : parseDay(`${ofYear}-${found[1]}`);
    const last = found === null ? undefined : parseDay(`${ofYear}-${found[2] ?? found[1]}`);
    if (first === undefined || last === undefined || last < first) {
      return refuse(field, `应为「月-日」或「月-日..月-日」，得到${shown(value)}`);
    }
    return Array.from({ length: daysBetween(first, last) + 1 }, (_, i) => addDays(first, i));
  };
  const days = (value: unknown, field: string, ofYear: number): Day[] => {
    if (value === undefined) return [];
    if (!Array.isArray(value)) return stretch(value, field, ofYear);
    return value.flatMap((v: unknown, i) => stretch(v, `${field}[${i}]`, ofYear));
  };
  return { record, list, text, year, day, days, refuse };
}

/** Gives each day the name of its holiday. */
export function named(days: readonly Day[], name: string): NamedDay[] {
  return days.map((day) => ({ day, name }));
}
