import { describe, expect, it } from 'vitest';
import { momentOf, typedMoment } from './moment.ts';

describe('时刻', () => {
  it('表单里写到分，送出时带东八区', () => {
    expect(typedMoment('2026-03-12T09:10:42+08:00')).toBe('2026-03-12T09:10');
    expect(momentOf('2026-03-12T09:10')).toBe('2026-03-12T09:10:00+08:00');
  });

  it('别的时区写来的时刻换成本地时刻', () => {
    expect(typedMoment('2026-03-12T01:10:00Z')).toBe('2026-03-12T09:10');
  });

  it('不存在的时刻不送出', () => {
    expect(momentOf('2026-02-30T09:10')).toBeUndefined();
    expect(momentOf('')).toBeUndefined();
    expect(typedMoment('昨天')).toBe('');
  });
});
