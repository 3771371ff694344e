import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMinutes,
  dayOf,
  day,
  endOfDay,
  epochOf,
  formatInstant,
  instant,
  instantFromEpoch,
  parseInstant,
  startOfDay,
} from './index.ts';

const anySecond = fc.integer({ min: -62_135_000_000, max: 253_402_000_000 });

describe('时刻', () => {
  it('不论写到分还是秒、带哪个时区，都归为北京时间的同一写法', () => {
    const texts = [
      '2026-03-12T09:10',
      '2026-03-12T09:10:00',
      '2026-03-12T09:10:00.999',
      '2026-03-12T09:10+08:00',
      '2026-03-12T01:10Z',
      '2026-03-12T01:10:00.5Z',
      '2026-03-11T18:10-07:00',
      '2026-03-12T14:10+13:00',
      '2026-03-12T06:55+05:45',
    ];
    expect([...new Set(texts.map(instant))]).toEqual(['2026-03-12T09:10:00+08:00']);
  });

  it('换时区会换日', () => {
    expect(instant('2026-12-31T16:00Z')).toBe('2027-01-01T00:00:00+08:00');
    expect(instant('2026-03-01T00:30+09:00')).toBe('2026-02-28T23:30:00+08:00');
  });

  it.each([
    '2026-02-30T10:00',
    '2026-03-12T24:00',
    '2026-03-12T23:60',
    '2026-03-12T23:59:60',
    '2026-03-12 09:10',
    '2026-03-12',
    '2026-03-12T9:10',
    '2026-03-12T09:10+8:00',
    '2026-03-12T09:10+24:00',
    '2026-03-12T09:10+08:60',
    '2026-03-12T09:10z',
    '2026-03-12T09:10:00.',
    '0001-01-01T00:00+09:00',
    '9999-12-31T23:59-01:00',
    '',
  ])('不存在或不合写法的时刻「%s」不被接受', (text) => {
    expect(parseInstant(text)).toBeUndefined();
    expect(() => instant(text)).toThrow('不是有效的时刻');
  });

  it('不是文字的值不被接受', () => {
    for (const value of [undefined, null, 0, {}, [], new Date(0)])
      expect(parseInstant(value)).toBeUndefined();
  });

  it('与毫秒数互相还原，并与平台自带的时刻一致', () => {
    fc.assert(
      fc.property(anySecond, fc.integer({ min: 0, max: 999 }), (seconds, fraction) => {
        const i = instantFromEpoch(seconds * 1000 + fraction);
        expect(epochOf(i)).toBe(seconds * 1000);
        expect(parseInstant(i)).toBe(i);
        expect(i.slice(0, 19)).toBe(new Date((seconds + 8 * 3600) * 1000).toISOString().slice(0, 19));
      }),
      { numRuns: 2000 },
    );
  });

  it('字符串的次序就是时间的次序', () => {
    fc.assert(
      fc.property(
        anySecond,
        anySecond,
        (a, b) => instantFromEpoch(a * 1000) < instantFromEpoch(b * 1000) === a < b,
      ),
    );
  });

  it('任意文字要么被拒绝，要么归为定式', () => {
    const pieces = fc.array(
      fc.constantFrom('2026', '-', '02', '30', 'T', '09', ':', '10', 'Z', '+08:00', '.5'),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const i = parseInstant(parts.join(''));
        return i === undefined || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/.test(i);
      }),
    );
  });

  it('一日自 0 时起，至 23 时 59 分 59 秒止', () => {
    const d = day('2026-03-12');
    expect(startOfDay(d)).toBe('2026-03-12T00:00:00+08:00');
    expect(endOfDay(d)).toBe('2026-03-12T23:59:59+08:00');
    expect(dayOf(endOfDay(d))).toBe(d);
    expect(epochOf(endOfDay(d)) - epochOf(startOfDay(d))).toBe(86_399_000);
  });

  it('加分钟跨日跨年', () => {
    expect(addMinutes(instant('2026-12-31T23:50'), 15)).toBe('2027-01-01T00:05:00+08:00');
    expect(addMinutes(instant('2026-03-01T00:05:30'), -10)).toBe('2026-02-28T23:55:30+08:00');
  });

  it('无穷、非数与超出年份的毫秒数报错', () => {
    for (const ms of [Number.NaN, Number.POSITIVE_INFINITY, 1e18, -1e18]) {
      expect(() => instantFromEpoch(ms)).toThrow(RangeError);
    }
  });

  it('公文写法不带秒', () => {
    expect(formatInstant(instant('2026-03-12T09:10'))).toBe('2026 年 3 月 12 日 9 时 10 分');
    expect(formatInstant(instant('2026-03-12T00:05:59'))).toBe('2026 年 3 月 12 日 0 时 5 分');
  });
});
