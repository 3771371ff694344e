import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { addDays, buildCalendar, day, latestDayBefore, leavesWhole } from './index.ts';
const calendar = buildCalendar(library.calendarYears, [], library.statute);

describe('倒计期限', () => {
  const seven = { n: 7, unit: 'workday' } as const;

  it('NAT-CF-64-2:听证 03-20 最迟 03-10 送达，听证 10-16 最迟 09-30', () => {
    expect(latestDayBefore(day('2026-03-20'), seven, calendar)).toBe('2026-03-10');
    expect(latestDayBefore(day('2026-03-23'), seven, calendar)).toBe('2026-03-11');
    expect(latestDayBefore(day('2026-10-16'), seven, calendar)).toBe('2026-09-30');
  });

  it('NAT-CF-64-2:03-11 送达对 03-20 不足，对 03-23 足', () => {
    expect(leavesWhole(day('2026-03-11'), day('2026-03-20'), seven, calendar)).toBe(false);
    expect(leavesWhole(day('2026-03-11'), day('2026-03-23'), seven, calendar)).toBe(true);
    expect(leavesWhole(day('2026-10-05'), day('2026-10-16'), seven, calendar)).toBe(true);
    expect(leavesWhole(day('2026-10-08'), day('2026-10-16'), seven, calendar)).toBe(false);
  });

  it('最迟之日恰好留足，晚一个工作日就不足（逐日验证一整年）', () => {
    for (let d = day('2026-01-20'); d < '2026-12-20'; d = addDays(d, 1)) {
      const latest = latestDayBefore(d, seven, calendar);
      const between = (notice: typeof d) => calendar.workdaysBetween(notice, addDays(d, -1));
      expect(calendar.isWorkday(latest)).toBe(true);
      expect(between(latest)).toBeGreaterThanOrEqual(7);
      expect(between(calendar.nthWorkdayAfter(latest, 1))).toBeLessThan(7);
    }
  });

  it('自然日倒计遇休假只往前移，不缩短当事人的时间', () => {
    expect(latestDayBefore(day('2026-03-20'), { n: 7, unit: 'day' }, calendar)).toBe('2026-03-12');
    expect(latestDayBefore(day('2026-10-13'), { n: 7, unit: 'day' }, calendar)).toBe('2026-09-30');
  });

  it('按月、年、时、分倒计', () => {
    expect(latestDayBefore(day('2026-03-13'), { n: 1, unit: 'month' }, calendar)).toBe('2026-02-12');
    expect(latestDayBefore(day('2024-03-01'), { n: 1, unit: 'month' }, calendar)).toBe('2024-01-31');
    expect(latestDayBefore(day('2026-03-13'), { n: 1, unit: 'year' }, calendar)).toBe('2025-03-12');
    expect(latestDayBefore(day('2026-03-13'), { n: 24, unit: 'hour' }, calendar)).toBe('2026-03-11');
    expect(latestDayBefore(day('2026-03-13'), { n: 30, unit: 'minute' }, calendar)).toBe('2026-03-11');
  });

  it('倒计须为正整数', () => {
    for (const n of [0, -3, 0.5]) {
      expect(() => latestDayBefore(day('2026-03-20'), { n, unit: 'day' }, calendar)).toThrow('正整数');
    }
  });
});
