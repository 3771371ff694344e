import { describe, expect, it } from 'vitest';
import { bigrams, searchTerms } from './bigrams.ts';

describe('二元切分', () => {
  it('全角与大小写归一，标点断开，单字自成一项，不拆代理对', () => {
    expect(bigrams('武汉市Ａ1')).toEqual(['武汉', '汉市', '市a', 'a1']);
    expect(bigrams('甲、乙丙，乙丙')).toEqual(['甲', '乙丙']);
    expect(bigrams('𬭚琴')).toEqual(['𬭚琴']);
    expect(bigrams(' ,。')).toEqual([]);
  });

  it('检索词的单字不问索引，通配符按原字比对', () => {
    expect(searchTerms('市 50%_\\')).toEqual({ grams: ['50'], patterns: ['%市%', '%50\\%\\_\\\\%'] });
    expect(searchTerms('  ')).toEqual({ grams: [], patterns: [] });
  });
});
