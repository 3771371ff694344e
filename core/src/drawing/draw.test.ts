import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkDraw, commitmentOf, drawn, objectLot, publicNumber, seedOf } from './draw.ts';
import type { DrawTerms } from './draw.ts';
import { sha256 } from './sha256.ts';

const terms: DrawTerms = {
  purpose: '2026 年度检查计划：养老机构收费情况',
  objects: Array.from({ length: 40 }, (_, at) => ({
    code: `5242010000000${String(at).padStart(4, '0')}X`,
    name: `示例养老院${at + 1}`,
  })),
  officers: ['chen', 'li', 'sun', 'wang'],
  exclusions: [{ object: '52420100000000003X', officer: 'chen', reason: '近亲属在该院任职' }],
  count: 8,
  each: 2,
  source: 'welfare-lottery',
  issue: '2026039',
};
const number = '03 09 14 22 27 31 + 08';
const told = (() => {
  const commitment = commitmentOf(terms);
  const seed = seedOf(commitment, number);
  return { terms, commitment, number, seed, results: drawn(terms, seed) };
})();

describe('摘要', () => {
  it('与标准的样本、与运行环境自带的算法一致，含汉字、四字节字符和跨块的长度', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    for (const text of ['检查', '𠮷野家', ...Array.from({ length: 140 }, (_, n) => 'a'.repeat(n))])
      expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  });
});

describe('双随机抽取', () => {
  it('NAT-54-3 同样的名单和种子，谁来抽、按什么次序录入，结果都一样', () => {
    const shuffled = {
      ...terms,
      objects: [...terms.objects].reverse(),
      officers: ['wang', 'chen', 'sun', 'li'],
    };
    expect(commitmentOf(shuffled)).toBe(told.commitment);
    expect(drawn(shuffled, told.seed)).toEqual(told.results);
    expect(told.results).toHaveLength(8);
    expect(told.results.every(({ officers }) => new Set(officers.map(({ id }) => id)).size === 2)).toBe(true);
    expect(checkDraw(told)).toEqual([]);
  });

  it('任何人用一条命令就能算出一支签：种子、空格、代码的摘要', () => {
    const [first] = told.results;
    const code = first?.object ?? '';
    expect(createHash('sha256').update(`${told.seed} ${code}`).digest('hex')).toBe(first?.lot);
    expect(objectLot(told.seed, code)).toBe(first?.lot);
  });

  it('回避的人员不会抽到那一家，那一家照样派足人数', () => {
    const [excluded] = terms.exclusions;
    for (let issue = 0; issue < 60; issue += 1) {
      const seed = seedOf(told.commitment, String(issue));
      const there = drawn({ ...terms, count: 40 }, seed).find(({ object }) => object === excluded?.object);
      expect(there?.officers).toHaveLength(2);
      expect(there?.officers.map(({ id }) => id)).not.toContain('chen');
    }
  });

  it('每家抽中的机会相同：许多次抽取之后各家次数都在应有的范围内', () => {
    const hits = new Map(terms.objects.map(({ code }) => [code, 0]));
    for (let issue = 0; issue < 500; issue += 1)
      for (const { object } of drawn(terms, seedOf(told.commitment, String(issue))))
        hits.set(object, (hits.get(object) ?? 0) + 1);
    // A hundred expected of each; five standard deviations of 8.9 on either side.
    for (const times of hits.values()) expect(Math.abs(times - 100)).toBeLessThan(45);
  });

  it('改一家、换一人、添一项回避、改一个数、换一期号码，都看得出来', () => {
    const changed: readonly Partial<DrawTerms>[] = [
      { objects: terms.objects.slice(1) },
      { objects: terms.objects.map((one, at) => (at === 5 ? { ...one, name: '另一家' } : one)) },
      { officers: ['chen', 'li', 'sun', 'zhao'] },
      { exclusions: [] },
      { count: 9 },
      { each: 1 },
      { issue: '2026040' },
      { purpose: '另一项计划' },
    ];
    for (const change of changed)
      expect(checkDraw({ ...told, terms: { ...terms, ...change } })[0]).toContain('摘要不符');
  });

  it('换了号码、换了种子、换掉抽中的一家、换掉一名检查人员，都看得出来', () => {
    expect(checkDraw({ ...told, number: '03 09 14 22 27 31 + 09' }).join()).toContain('种子不是');
    const seed = seedOf(told.commitment, '别的 1');
    expect(checkDraw({ ...told, seed }).join()).toContain('种子不是');
    expect(checkDraw({ ...told, seed }).join()).toContain('抽中的对象');
    const spared = terms.objects.find(({ code }) => !told.results.some(({ object }) => object === code));
    const swapped = told.results.map((one, at) => (at === 0 ? { ...one, object: spared?.code ?? '' } : one));
    expect(checkDraw({ ...told, results: swapped }).join()).toContain('抽中的对象');
    const friends = told.results.map((one) => ({ ...one, officers: [...one.officers].reverse() }));
    expect(checkDraw({ ...told, results: friends })).toEqual(['签号或者检查人员与重新抽取的不同']);
  });

  it('公开号码只看数字的各组：怎样隔开不影响结果', () => {
    expect(publicNumber('03、09 14,22 27 31＋08')).toBe('03 09 14 22 27 31 08');
    expect(seedOf(told.commitment, '03,09,14,22,27,31+08')).toBe(told.seed);
    expect(seedOf(told.commitment, '3091422273108')).not.toBe(told.seed);
  });
});
