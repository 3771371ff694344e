import { describe, expect, it } from 'vitest';
import { yuanText } from './money.ts';

describe('金额的写法', () => {
  it('分写成两位小数的元，千位分节', () => {
    expect(yuanText(123_456_789)).toBe('1,234,567.89 元');
    expect(yuanText(500_000)).toBe('5,000.00 元');
  });

  it('不足一元的也写出个位的零', () => {
    expect([0, 5, 50, 100].map(yuanText)).toEqual(['0.00 元', '0.05 元', '0.50 元', '1.00 元']);
  });
});
