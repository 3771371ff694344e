import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysWritten, inWords, monthsWritten, namesFixedDay, runsFromReceipt } from './remedy-text.ts';

describe('救济栏的文字', () => {
  it('日数写成汉字再读回来不变', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (n) => {
        expect(daysWritten(`自收到之日起${inWords(n)}日内`)).toBe(n);
        expect(daysWritten(`自收到之日起${n}日内`)).toBe(n);
        expect(monthsWritten(`${inWords(n)}个月`)).toBe(n);
      }),
    );
    expect([6, 10, 15, 60, 101, 110, 120].map(inWords)).toEqual([
      '六',
      '十',
      '十五',
      '六十',
      '一百零一',
      '一百一十',
      '一百二十',
    ]);
  });

  it.each([
    ['自收到之日起 30 日内起诉', 30],
    ['六十日内，逾期三十日的', 30],
    ['十个工作日', 10],
    ['2026年5月20日以前', undefined],
    ['五月二十日以前', undefined],
    ['六个月内', undefined],
  ])('NAT-CF-59-3 读出日数：%s', (text, days) => {
    expect(daysWritten(text)).toBe(days);
  });

  it('NAT-CF-59-3 起算和到期日', () => {
    expect(runsFromReceipt('自收到本决定书之日起六十日内')).toBe(true);
    expect(runsFromReceipt('自作出之日起六十日内')).toBe(false);
    expect(namesFixedDay('至 2026年5月20日 止')).toBe(true);
    expect(namesFixedDay('至五月二十日止')).toBe(true);
    expect(namesFixedDay('六个月内')).toBe(false);
  });
});
