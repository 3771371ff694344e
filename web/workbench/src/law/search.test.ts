import type { LawPack } from '@zhaozhang/api/contract';
import { describe, expect, it } from 'vitest';
import { numeral, occursIn, sifted, soughtIn } from './search.ts';

const rule = {
  kind: 'deadline',
  kindLabel: '期限',
  sentence: '自立案之日的次日起 90 日内作出处罚决定，由承办人承担。',
  notes: [],
  places: [],
  from: '示例法',
  cites: [],
} as const;

const pack = {
  title: '示例法',
  clauses: [
    {
      article: '第六十条',
      gist: '按期决定',
      statusLabel: '规则',
      rules: [rule],
      examples: [{ title: '第九十日决定，准许', outcome: '准许', sentences: [] }],
    },
    { article: '第十六条', gist: '总则', statusLabel: '只作展示', rules: [], examples: [] },
  ],
  rules: [],
} as unknown as LawPack;

const articles = (typed: string) => sifted(pack, soughtIn(typed))?.clauses.map((one) => one.article);

describe('查找条款', () => {
  it('条号、大意、规则和示例里的词都找得到', () => {
    for (const typed of ['第六十条', '按期', '承办人承担', '第九十日'])
      expect([typed, articles(typed)]).toEqual([typed, ['第六十条']]);
  });

  it('几个词要都写到；没有写到的不列', () => {
    expect(articles('立案 90')).toEqual(['第六十条']);
    expect(articles('立案 总则')).toBeUndefined();
    expect(articles('没有这样的词')).toBeUndefined();
  });

  it('什么也不填，全部列出', () => {
    expect(articles('  ')).toEqual(['第六十条', '第十六条']);
  });

  it('阿拉伯数字的条号按条文的写法找', () => {
    expect(articles('第60条')).toEqual(['第六十条']);
    expect(articles('16条')).toEqual(['第十六条']);
    expect([5, 10, 12, 20, 60, 86, 100, 105, 110, 115].map(numeral)).toEqual([
      ...['五', '十', '十二', '二十', '六十', '八十六'],
      ...['一百', '一百〇五', '一百一十', '一百一十五'],
    ]);
  });

  it('符号只当作文字', () => {
    expect(occursIn(soughtIn('.*'), '第六十条')).toBe(false);
    expect(occursIn(soughtIn('（'), '（限于')).toBe(true);
  });
});
