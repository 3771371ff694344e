import { describe, expect, it } from 'vitest';
import { status } from './status.ts';
import { instant } from './time/index.ts';

const owed = {
  from: instant('2026-03-02T09:00'),
  remind: instant('2026-03-09T00:00'),
  lawfulDue: instant('2026-03-11T23:59:59'),
  lapses: false,
  suspended: false,
};
const at = (text: string): string => status(owed, instant(text));

describe('义务此刻的状态', () => {
  it('从开始到提醒到届满，在每个界点的那一秒转变', () => {
    expect(
      [
        '2026-03-02T08:59:59',
        '2026-03-02T09:00:00',
        '2026-03-08T23:59:59',
        '2026-03-09T00:00:00',
        '2026-03-11T23:59:59',
        '2026-03-12T00:00:00',
      ].map(at),
    ).toEqual(['later', 'open', 'open', 'soon', 'soon', 'late']);
  });

  it('末日最后一秒履行为按期，下一秒为逾期履行；与何时去看无关', () => {
    for (const now of ['2026-03-01T00:00', '2027-01-01T00:00']) {
      expect(status({ ...owed, met: instant('2026-03-11T23:59:59') }, instant(now))).toBe('met');
      expect(status({ ...owed, met: instant('2026-03-12T00:00:00') }, instant(now))).toBe('met-late');
    }
  });

  it('过期即告终了的期限，届满之后不算逾期', () => {
    expect(status({ ...owed, lapses: true }, instant('2026-03-11T23:59:59'))).toBe('soon');
    expect(status({ ...owed, lapses: true }, instant('2026-03-12T00:00:00'))).toBe('ended');
  });
});
