import { describe, expect, it } from 'vitest';
import { nameIn, splitAt } from './split-at.ts';

describe('句中的条款', () => {
  it('条款单独成段，其余一字不变', () => {
    const text = '尚未告知（《行政处罚法》第四十四条）。先告知。';
    const parts = splitAt(text, ['《行政处罚法》第四十四条']);
    expect(parts).toEqual(['尚未告知（', '《行政处罚法》第四十四条', '）。先告知。']);
    expect(parts.join('')).toBe(text);
  });

  it('一条的名称是另一条的开头时，先认长的', () => {
    const marks = ['《处罚法》第五条', '《处罚法》第五条第二款'];
    const text = '据《处罚法》第五条第二款、《处罚法》第五条。';
    expect(splitAt(text, marks)).toEqual(['据', '《处罚法》第五条第二款', '、', '《处罚法》第五条', '。']);
  });

  it('句中没有的条款不影响句子', () => {
    expect(splitAt('没有依据。', ['《处罚法》第一条', ''])).toEqual(['没有依据。']);
  });

  it('同一规范的后一条只写条号的，按条号认', () => {
    const text = '依据《处罚法》第五条、第七条，国办发〔2018〕118号第六项。';
    expect(nameIn(text, '《处罚法》第五条')).toBe('《处罚法》第五条');
    expect(nameIn(text, '《处罚法》第七条')).toBe('第七条');
    expect(nameIn(text, '国办发〔2018〕118号第七项')).toBe('第七项');
  });
});
