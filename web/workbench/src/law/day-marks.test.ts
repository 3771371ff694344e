import { describe, expect, it } from 'vitest';
import type { CalendarDay } from './day-marks.ts';
import { dayMarks, holidayNotes, lead } from './day-marks.ts';

const day = (n: number, kind: CalendarDay['kind'], name?: string): CalendarDay => ({
  day: `2026-10-${String(n).padStart(2, '0')}`,
  kind,
  ...(name === undefined ? {} : { name }),
});

describe('日历的标记', () => {
  it('每种日子有自己的字，只有普通工作日没有', () => {
    const letters = Object.values(dayMarks).map((mark) => mark.letter);
    expect(new Set(letters).size).toBe(letters.length);
    expect(letters.filter((letter) => letter === '')).toHaveLength(1);
  });

  it('一周自星期一起', () => {
    expect(['2026-06-01', '2026-10-01', '2026-11-01'].map(lead)).toEqual([0, 3, 6]);
  });

  it('节日写明放假和上班的日子，连着的写成一段', () => {
    const days = [
      ...[1, 2, 3].map((n) => day(n, 'statutory', '国庆节')),
      day(4, 'weekend', '国庆节'),
      day(5, 'bridge', '国庆节'),
      day(8, 'workday'),
      day(10, 'makeup', '国庆节'),
      day(11, 'weekend'),
    ];
    expect(holidayNotes(days)).toEqual(['国庆节：1 日至 5 日放假，10 日上班']);
    expect(holidayNotes([day(20, 'makeup', '国庆节')])).toEqual(['国庆节：20 日上班']);
    expect(holidayNotes([day(11, 'weekend')])).toEqual([]);
  });
});
