import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  day,
  dayFromNumber,
  dayNumber,
  daysBetween,
  formatDay,
  parseDay,
  weekday,
} from './index.ts';

const anyNumber = fc.integer({ min: dayNumber(day('0001-01-01')), max: dayNumber(day('9999-12-31')) });
const anyDay = anyNumber.map(dayFromNumber);

describe('日期', () => {
  it('日期与序号互相还原，相邻序号就是相邻日期', () => {
    fc.assert(
      fc.property(anyNumber, (n) => {
        const d = dayFromNumber(n);
        expect(parseDay(d)).toBe(d);
        expect(dayNumber(d)).toBe(n);
      }),
      { numRuns: 2000 },
    );
  });

  it('与平台自带的公历逐日一致（1600 年至 2400 年）', () => {
    const wrong: string[] = [];
    for (let n = dayNumber(day('1600-01-01')); n <= dayNumber(day('2400-12-31')); n++) {
      const platform = new Date(n * 86_400_000);
      const d = dayFromNumber(n);
      if (d !== platform.toISOString().slice(0, 10) || weekday(d) !== (platform.getUTCDay() || 7))
        wrong.push(d);
    }
    expect(wrong).toEqual([]);
  });

  it('字符串的次序就是时间的次序', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => a < b === dayNumber(a) < dayNumber(b)));
  });

  it.each([
    '2026-02-30',
    '2024-13-45',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '2026/01/01',
    '0000-01-01',
    '2025-02-29',
    '1900-02-29',
    ' 2026-01-01',
    '2026-01-01\n',
    '２０２６-01-01',
    '',
  ])('不存在的日期「%s」不被接受', (text) => {
    expect(parseDay(text)).toBeUndefined();
    expect(() => day(text)).toThrow(RangeError);
    expect(() => day(text)).toThrow('不是有效的日期');
  });

  it('不是文字的值不被接受', () => {
    for (const value of [undefined, null, 20260101, {}, [], new Date(0), true]) {
      expect(parseDay(value)).toBeUndefined();
    }
  });

  it('任意文字要么被拒绝，要么原样是一个日期', () => {
    fc.assert(fc.property(fc.string(), (text) => parseDay(text) === undefined || parseDay(text) === text));
  });

  it('加月取对应日，没有对应日取月末（民事诉讼法第八十五条）', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(day('2026-03-02'), 2)).toBe('2026-05-02');
    expect(addMonths(day('2026-12-15'), 1)).toBe('2027-01-15');
    expect(addMonths(day('2026-01-15'), -1)).toBe('2025-12-15');
    expect(addMonths(day('2026-03-31'), -13)).toBe('2025-02-28');
    expect(addYears(day('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addYears(day('2024-02-29'), 4)).toBe('2028-02-29');
  });

  it('加日减日互相抵消，相差的日数相等', () => {
    const near = fc.integer({ min: 0, max: 100_000 }).map(dayFromNumber);
    fc.assert(
      fc.property(near, fc.integer({ min: -5000, max: 5000 }), (d, n) => {
        expect(addDays(addDays(d, n), -n)).toBe(d);
        expect(daysBetween(d, addDays(d, n))).toBe(n);
      }),
    );
  });

  it('超出四位年份或不是整数时报错而不是给出怪日期', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow('9999 年');
    expect(() => addMonths(day('9999-12-31'), 1)).toThrow('9999 年');
    expect(() => addDays(day('2026-01-01'), 0.5)).toThrow(RangeError);
    expect(() => addMonths(day('2026-01-01'), Number.NaN)).toThrow('整数');
  });

  it('按公文与列表两种写法显示', () => {
    expect(formatDay(day('2026-03-12'))).toBe('3 月 12 日 周四');
    expect(formatDay(day('2026-03-15'))).toBe('3 月 15 日 周日');
    expect(formatDay(day('2026-03-12'), { withYear: true })).toBe('2026 年 3 月 12 日');
  });
});
