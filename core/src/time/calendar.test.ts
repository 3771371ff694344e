import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { calendarOf } from './files.test-oracle.ts';
import {
  addDays,
  buildCalendar,
  day,
  dayFromNumber,
  dayNumber,
  type Day,
  readCalendarYear,
} from './index.ts';

const dir = new URL('../../../law/calendar/CN/', import.meta.url);
const read = (name: string): unknown => parse(readFileSync(new URL(name, dir), 'utf8'));
const files = {
  years: readdirSync(dir)
    .filter((name) => /^\d{4}\.yaml$/.test(name))
    .map(read),
  statute: read('statute.yaml'),
};
const calendar = calendarOf(files);
const wholeYear = (year: number): number =>
  calendar.workdaysBetween(day(`${year - 1}-12-31`), day(`${year}-12-31`));
const anyDay = fc
  .integer({ min: dayNumber(day('2017-01-09')), max: dayNumber(day('2060-12-31')) })
  .map(dayFromNumber);

describe('工作日日历', () => {
  it('全年工作日数与核对过的数相同', () => {
    expect([2024, 2025, 2026].map(wholeYear)).toEqual([251, 248, 248]);
  });

  it.each([
    ['2026-02-12', 7, '2026-02-28'],
    ['2026-09-25', 5, '2026-10-09'],
    ['2026-09-30', 7, '2026-10-15'],
    ['2026-02-11', 20, '2026-03-17'],
    ['2025-09-28', 7, '2025-10-14'],
  ])('%s 之后第 %i 个工作日是 %s', (from, n, expected) => {
    expect(calendar.nthWorkdayAfter(day(from), n)).toBe(expected);
  });

  it.each([
    ['2026-10-10', 'makeup', '国庆节'],
    ['2026-10-01', 'statutory', '国庆节'],
    ['2026-10-05', 'bridge', '国庆节'],
    ['2026-10-04', 'weekend', '国庆节'],
    ['2026-10-08', 'workday', undefined],
    ['2026-10-11', 'weekend', undefined],
    ['2026-04-05', 'statutory', '清明节'],
    ['2025-10-06', 'statutory', '中秋节'],
    ['2020-10-01', 'statutory', '国庆节、中秋节'],
    ['2024-02-09', 'workday', undefined],
    ['2018-12-29', 'makeup', '元旦'],
    ['2018-12-31', 'bridge', '元旦'],
    ['2022-12-31', 'weekend', '元旦'],
  ])('%s 是 %s', (text, kind, name) => {
    expect(calendar.kindOf(day(text))).toBe(kind);
    expect(calendar.nameOf(day(text))).toBe(name);
  });

  it('春节延长后，原定上班的 2020-02-01 不再是工作日', () => {
    expect(calendar.kindOf(day('2020-01-31'))).toBe('bridge');
    expect(calendar.kindOf(day('2020-02-01'))).toBe('weekend');
    expect(calendar.isWorkday(day('2020-02-03'))).toBe(true);
  });

  it('已公布的年份不标暂定，2027 年及以后标暂定', () => {
    expect(calendar.statusOf(day('2026-12-31'))).toBe('announced');
    expect(calendar.statusOf(day('2027-01-01'))).toBe('provisional');
    expect(calendar.statusOf(day('2050-06-01'))).toBe('provisional');
  });

  it('没有文件的年份按放假办法加周末推算，元旦不会被当成工作日', () => {
    expect(calendar.kindOf(day('2029-01-01'))).toBe('statutory');
    expect(calendar.kindOf(day('2029-05-02'))).toBe('statutory');
    expect(calendar.kindOf(day('2028-01-26'))).toBe('statutory');
    expect(calendar.nameOf(day('2028-01-26'))).toBe('春节');
    expect(calendar.kindOf(day('2045-10-03'))).toBe('statutory');
    expect(calendar.kindOf(day('2045-10-04'))).toBe('workday');
  });

  it('缺中间一年时按当时的放假办法推算：2024 年 5 月 2 日还不是法定假日', () => {
    const gap = calendarOf({
      years: files.years.filter((y) => readCalendarYear(y).year === 2017),
      statute: files.statute,
    });
    expect(gap.kindOf(day('2024-05-02'))).toBe('workday');
    expect(gap.kindOf(day('2025-05-02'))).toBe('statutory');
  });

  it('很远的日期也有答案，到 9999 年为止', () => {
    expect(calendar.isWorkday(day('9999-12-31'))).toBe(true);
    expect(calendar.nthWorkdayAfter(day('2150-01-01'), 5) > '2150-01-05').toBe(true);
    expect(calendar.nthWorkdayAfter(day('2026-01-01'), 50_000).slice(0, 2)).toBe('22');
    expect(() => calendar.nthWorkdayAfter(day('9999-12-30'), 5)).toThrow('9999');
  });

  it('早于首年的日期报错并说明起始年', () => {
    const before = day('2016-12-31');
    for (const ask of [
      () => calendar.kindOf(before),
      () => calendar.nameOf(before),
      () => calendar.isWorkday(before),
      () => calendar.statusOf(before),
      () => calendar.nextWorkday(before),
      () => calendar.nthWorkdayBefore(day('2017-01-04'), 3),
      () => calendar.workdaysBetween(day('2016-12-30'), day('2017-01-04')),
    ]) {
      expect(ask).toThrow(RangeError);
      expect(ask).toThrow('2017 年');
    }
  });

  it('工作日数须为正整数', () => {
    for (const n of [0, -1, 1.5, Number.NaN]) {
      expect(() => calendar.nthWorkdayAfter(day('2026-01-05'), n)).toThrow('正整数');
      expect(() => calendar.nthWorkdayBefore(day('2026-01-05'), n)).toThrow('正整数');
    }
  });

  it('计数、向后、向前三种算法互相一致', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 300 }), (d, n) => {
        const after = calendar.nthWorkdayAfter(d, n);
        expect(calendar.isWorkday(after)).toBe(true);
        expect(calendar.workdaysBetween(d, after)).toBe(n);
        expect(calendar.workdaysBetween(after, d)).toBe(-n);
        expect(calendar.nthWorkdayBefore(addDays(after, 1), 1)).toBe(after);
        expect(calendar.nthWorkdayBefore(after, n) === d).toBe(calendar.isWorkday(d));
        const next = calendar.nextWorkday(d);
        expect(next === d).toBe(calendar.isWorkday(d));
        expect(calendar.workdaysBetween(addDays(d, -1), next)).toBe(1);
      }),
      { numRuns: 1000 },
    );
  });

  it('地区层叠在国家日历之上：民族节日放假，当地补班', () => {
    const festival = day('2026-04-21');
    const saturday = day('2026-04-25');
    const local = buildCalendar(files.years.map(readCalendarYear), [
      { day: festival, kind: 'statutory', name: '三月三' },
      { day: saturday, kind: 'workday', name: '三月三' },
    ]);
    expect(calendar.isWorkday(festival)).toBe(true);
    expect([local.kindOf(festival), local.nameOf(festival)]).toEqual(['statutory', '三月三']);
    expect(local.kindOf(saturday)).toBe('makeup');
    expect(local.nthWorkdayAfter(day('2026-04-20'), 4)).toBe(saturday);
  });

  it('没有年份、同一年给两次都不成日历', () => {
    expect(() => buildCalendar([])).toThrow('至少要有一年');
    const year = readCalendarYear(files.years[0]);
    expect(() => buildCalendar([year, year])).toThrow('两次');
  });

  it('年份按先后列出，不论给的次序', () => {
    const shuffled = buildCalendar(files.years.map(readCalendarYear).reverse());
    expect(shuffled.years.map((y) => y.year)).toEqual([...shuffled.years.map((y) => y.year)].sort());
    expect(shuffled.kindOf('2026-10-10' as Day)).toBe('makeup');
  });
});
