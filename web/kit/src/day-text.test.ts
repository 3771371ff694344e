import { describe, expect, it } from 'vitest';
import { dayText, fullDayText, momentText } from './day-text.ts';

describe('日期和时刻的写法', () => {
  it('日期写明月日和星期', () => {
    expect(dayText('2026-03-12')).toBe('3 月 12 日 周四');
  });

  it('正式写法带年份', () => {
    expect(fullDayText('2026-03-12')).toBe('2026 年 3 月 12 日');
  });

  it('时刻写到分，只在跨年时写年份', () => {
    expect(momentText('2026-03-12T09:10:00+08:00', '2026-05-01T00:00:00+08:00')).toBe(
      '3 月 12 日 周四 09:10',
    );
    expect(momentText('2025-12-31T23:59:59+08:00', '2026-01-02T00:00:00+08:00')).toBe(
      '2025 年 12 月 31 日 周三 23:59',
    );
  });

  it('不是日期的文字原样返回', () => {
    expect(dayText('尚未确定')).toBe('尚未确定');
  });
});
