import { describe, expect, it } from 'vitest';
import { instantText } from './instant-text.ts';

describe('数据库时刻的写法', () => {
  it('不论会话时区，一律写成东八区到秒', () => {
    expect(instantText('2026-03-02 09:10:00+08')).toBe('2026-03-02T09:10:00+08:00');
    expect(instantText('2026-03-01 20:30:00.5-05:30')).toBe('2026-03-02T10:00:00+08:00');
    expect(instantText('2025-12-31 16:00:00+00')).toBe('2026-01-01T00:00:00+08:00');
    expect(() => instantText('infinity')).toThrow(RangeError);
  });
});
