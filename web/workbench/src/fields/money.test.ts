import { describe, expect, it } from 'vitest';
import { fenOf, typedYuan } from './money.ts';

describe('元和分', () => {
  it('填写元，存为分，不经过小数运算', () => {
    expect(fenOf('1234.56')).toBe(123_456);
    expect(fenOf('0.07')).toBe(7);
    expect(fenOf('4.35')).toBe(435);
    expect(fenOf('1.1')).toBe(110);
  });

  it('千位分节、全角数字和末尾的元都认', () => {
    expect(fenOf('12,000')).toBe(1_200_000);
    expect(fenOf('\uff15\uff10\uff10\uff10\uff0e\uff15\uff10')).toBe(500_050);
    expect(fenOf(' 300 元 ')).toBe(30_000);
  });

  it('不是金额的不猜', () => {
    for (const typed of ['', '一千', '1.234', '-5', '1e3', '12345678901'])
      expect(fenOf(typed)).toBeUndefined();
  });

  it('存的分再显示为元，往返不变', () => {
    for (const fen of [0, 5, 99, 100, 123_456, 100_000_000_00]) expect(fenOf(typedYuan(fen))).toBe(fen);
  });
});
