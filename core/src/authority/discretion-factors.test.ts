import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelOf, optionsOfFactor, weigh } from './discretion-factors.ts';
import type { DiscretionFactor } from './discretion-factors.ts';
import { factorFaults } from './factor-faults.ts';
import type { BenchmarkLevel } from './legal-basis.ts';

const times: DiscretionFactor = {
  label: '违法次数',
  kind: 'count',
  counts: [
    { label: '初次', upTo: 1 },
    { label: '二至三次', from: 2, upTo: 3 },
    { label: '四次以上', from: 4 },
  ],
};
const gains: DiscretionFactor = {
  label: '违法所得',
  kind: 'amount',
  amounts: [
    { label: '不满一万元', below: 1_000_000 },
    { label: '一万元以上', from: 1_000_000 },
  ],
};
const mended: DiscretionFactor = {
  label: '改正情况',
  kind: 'choice',
  options: [{ label: '已经改正' }, { label: '没有改正' }],
};
const factors = [times, gains, mended];
const level = (id: string, label: string, more: Partial<BenchmarkLevel> = {}): BenchmarkLevel => ({
  ...{ id, label, from: 100, upTo: 200 },
  ...more,
});
const need = (factor: string, option: string) => ({ factor, option });
const mild = level('mild', '较轻', {
  needs: [need('违法次数', '初次'), need('违法所得', '不满一万元'), need('改正情况', '已经改正')],
});
const plain = level('plain', '一般');
const grave = level('grave', '较重', {
  match: 'any',
  needs: [need('违法次数', '四次以上'), need('改正情况', '没有改正')],
});
const benchmark = { factors, levels: [mild, plain, grave] };

const scored = {
  factors: [
    {
      ...times,
      counts: [
        { label: '初次', upTo: 1, points: 0 },
        { label: '再次', from: 2, points: 3 },
      ],
    },
    {
      ...mended,
      options: [
        { label: '已经改正', points: 0 },
        { label: '没有改正', points: 2 },
      ],
    },
  ],
  levels: [level('mild', '较轻', { pointsUpTo: 2 }), level('grave', '较重', { pointsFrom: 3 })],
};

const answers = (count: number, amount: number, option: string) => [
  { factor: '违法次数', count },
  { factor: '违法所得', amount },
  { factor: '改正情况', option },
];

describe('NAT-CF-34-1 由裁量因素得出档次', () => {
  it.each([
    ['各项都符合的，归较轻', 1, 999_999, '已经改正', 'mild'],
    ['金额恰到下一段的下限，不再归较轻', 1, 1_000_000, '已经改正', 'plain'],
    ['次数在下一段，归其余情形的档次', 2, 0, '已经改正', 'plain'],
    ['一项符合较重的，归较重', 4, 0, '已经改正', 'grave'],
    ['另一项符合较重的，归较重', 1, 0, '没有改正', 'grave'],
  ])('%s', (_what, count, amount, option, id) => {
    expect(levelOf(benchmark, answers(count, amount, option))?.id).toBe(id);
  });

  it('同一因素的几个选项，符合其一即算符合', () => {
    const either = level('mild', '较轻', { needs: [need('违法次数', '初次'), need('违法次数', '二至三次')] });
    const levels = [either, plain];
    expect(levelOf({ factors, levels }, answers(3, 0, '已经改正'))?.id).toBe('mild');
    expect(levelOf({ factors, levels }, answers(4, 0, '已经改正'))?.id).toBe('plain');
  });

  it('有一项没有认定、认定的没有归处，得不出档次，说出是哪几项', () => {
    const found = weigh(benchmark, [
      { factor: '违法次数', count: 1 },
      { factor: '改正情况', option: '不详' },
    ]);
    expect(found).toMatchObject({ unanswered: ['违法所得', '改正情况'], levels: [] });
    expect(found.placed).toMatchObject([{ factor: '违法次数', option: '初次', count: 1 }]);
  });

  it('按分数的，各项相加，恰在两档交界的归所写的那一档', () => {
    const said = (count: number, option: string) =>
      weigh(scored, [
        { factor: '违法次数', count },
        { factor: '改正情况', option },
      ]);
    expect(said(1, '没有改正')).toMatchObject({ points: 2, levels: [{ id: 'mild' }] });
    expect(said(2, '已经改正')).toMatchObject({ points: 3, levels: [{ id: 'grave' }] });
  });

  it('没有列明因素的版本，得不出档次，也不说还缺什么', () => {
    expect(weigh({ levels: [plain] }, [])).toEqual({ placed: [], unanswered: [], levels: [] });
  });

  it('登记得进去的，无论怎样认定都恰好归一个档次', () => {
    for (const edition of [benchmark, scored]) {
      expect(factorFaults(edition)).toEqual([]);
      const said = fc.record({ count: fc.nat(9), amount: fc.nat(3_000_000), at: fc.nat(1) });
      fc.assert(
        fc.property(said, ({ count, amount, at }) => {
          const option = mended.options?.[at]?.label ?? '';
          return weigh(edition, answers(count, amount, option)).levels.length === 1;
        }),
      );
    }
  });
});

describe('NAT-CF-34-1 登记裁量因素', () => {
  const said = (edition: Parameters<typeof factorFaults>[0]) =>
    factorFaults(edition).map(({ because, field }) => `${field}：${because}`);
  const ofGains = (...amounts: NonNullable<DiscretionFactor['amounts']>) => ({
    factors: [{ ...gains, amounts }],
    levels: [plain],
  });

  it('没有因素的旧版本照旧；没有因素而写了条件的，指到那一档', () => {
    expect(said({ levels: [plain, level('b', '较重')] })).toEqual([]);
    expect(said({ levels: [plain, grave] })).toEqual([
      'levels.1：没有列明裁量因素，「较重」却写了按因素适用的条件',
    ]);
  });

  it.each([
    [
      '两段之间有空档',
      [
        { label: '少', below: 100 },
        { label: '多', from: 101 },
      ],
      /「少」和「多」之间有空档/,
    ],
    [
      '两段重叠',
      [
        { label: '少', below: 100 },
        { label: '多', from: 99 },
      ],
      /「少」和「多」重叠/,
    ],
    ['中间一段没有上限', [{ label: '少' }, { label: '多', from: 99 }], /「少」和「多」重叠/],
    [
      '最低一段写了下限',
      [
        { label: '少', from: 1, below: 100 },
        { label: '多', from: 100 },
      ],
      /写了下限/,
    ],
    [
      '最高一段写了上限',
      [
        { label: '少', below: 100 },
        { label: '多', from: 100, below: 200 },
      ],
      /写了上限/,
    ],
    [
      '上限不高于下限',
      [
        { label: '少', below: 100 },
        { label: '多', from: 100, below: 100 },
      ],
      /上限不高于下限/,
    ],
    ['只有一段', [{ label: '少' }], /不足两个/],
    [
      '两段同名',
      [
        { label: '少', below: 100 },
        { label: '少', from: 100 },
      ],
      /同一名称/,
    ],
  ])('金额的分段：%s', (_what, amounts, because) => {
    expect(said(ofGains(...amounts))).toEqual([expect.stringMatching(because)]);
  });

  it('次数的分段按整数首尾相接，写的次序不论', () => {
    const counts = [
      { label: '四次以上', from: 4 },
      { label: '初次', upTo: 1 },
      { label: '二至三次', from: 2, upTo: 3 },
    ];
    expect(said({ factors: [{ ...times, counts }], levels: [plain] })).toEqual([]);
    const gap = counts.map((one) => (one.from === 4 ? { ...one, from: 5 } : one));
    expect(said({ factors: [{ ...times, counts: gap }], levels: [plain] })).toEqual([
      'factors.0.counts：裁量因素「违法次数」的「二至三次」和「四次以上」之间有空档，从 4 起没有归处',
    ]);
  });

  it('两个因素同名、写了另一类的选项', () => {
    expect(said({ factors: [mended, mended], levels: [plain] })).toEqual([
      'factors：两个裁量因素用了同一名称',
    ]);
    const both = { ...gains, options: mended.options };
    expect(said({ factors: [both], levels: [plain] })).toEqual([
      'factors.0：裁量因素「违法所得」写了另一类因素的选项',
    ]);
  });

  it('条件写了没有的因素、没有的选项，说出有哪些', () => {
    const of = (factor: string, option: string) =>
      factorFaults({ factors, levels: [plain, level('x', '较重', { needs: [need(factor, option)] })] });
    expect(of('后果', '严重')).toMatchObject([
      { field: 'levels.1.needs', says: '因素的名称照写：违法次数、违法所得、改正情况' },
    ]);
    expect(of('改正情况', '改正')).toMatchObject([{ says: '选项的名称照写：已经改正、没有改正' }]);
  });

  it('选了条件怎样合起来而没有写条件', () => {
    expect(said({ factors, levels: [mild, level('x', '一般', { match: 'any' })] })).toEqual([
      'levels.1.needs：「一般」选了条件怎样合起来，却没有写条件',
    ]);
  });

  it('有的情形没有档次：说出是哪一种情形', () => {
    expect(
      said({ factors: [mended], levels: [level('a', '较轻', { needs: [need('改正情况', '已经改正')] })] }),
    ).toEqual(['levels：改正情况为「没有改正」时，没有一个档次适用']);
  });

  it('有的情形归了两个档次：说出是哪一种情形、哪两档', () => {
    const first = level('a', '从轻', { needs: [need('违法次数', '初次')] });
    expect(said({ factors, levels: [first, plain, grave] })).toEqual([
      'levels：违法次数为「初次」、违法所得为「不满一万元」、改正情况为「没有改正」时，「从轻」、「较重」都适用',
    ]);
  });

  it('不写条件的档次只能有一个', () => {
    expect(said({ factors, levels: [plain, level('b', '其他'), grave] })).toEqual([
      'levels：「一般」、「其他」都没有写条件',
    ]);
  });

  it('组合太多无法逐一核对的，不予登记；按分数的再多也核对得完', () => {
    const many = (points: boolean): DiscretionFactor[] =>
      Array.from({ length: 15 }, (_, index) => ({
        ...{ label: `因素${index}`, kind: 'choice' },
        options: [
          { label: '是', ...(points ? { points: 1 } : {}) },
          { label: '否', ...(points ? { points: 0 } : {}) },
        ],
      }));
    expect(said({ factors: many(false), levels: [plain] })).toEqual([
      'factors：各因素的选项可以组合成 32768 种情形，超过 20000 种，无法逐一核对是否只归一个档次',
    ]);
    const levels = [level('a', '较轻', { pointsUpTo: 7 }), level('b', '较重', { pointsFrom: 8 })];
    expect(said({ factors: many(true), levels })).toEqual([]);
  });

  it('按分数的：缺分数、总分没有归处、总分归了两档、与条件混用', () => {
    const [mildly, gravely] = scored.levels;
    const half = { ...mended, options: [{ label: '已经改正', points: 0 }, { label: '没有改正' }] };
    expect(said({ ...scored, factors: [half] })).toEqual([
      'factors.0：裁量因素「改正情况」的「没有改正」没有写分数',
    ]);
    expect(
      said({
        ...scored,
        levels: [level('a', '较轻', { pointsUpTo: 1 }), level('b', '较重', { pointsFrom: 3 })],
      }),
    ).toEqual(['levels：各因素合计 2 分时，没有一个档次适用']);
    expect(
      said({
        ...scored,
        levels: [level('a', '较轻', { pointsUpTo: 3 }), level('b', '较重', { pointsFrom: 3 })],
      }),
    ).toEqual(['levels：各因素合计 3 分时，「较轻」、「较重」都适用']);
    expect(said({ ...scored, levels: [mildly, plain].filter((one) => one !== undefined) })).toEqual([
      'levels.1.pointsFrom：「一般」没有写分数',
    ]);
    const mixed = [gravely, level('m', '较轻', { needs: [need('改正情况', '已经改正')] })];
    expect(said({ ...scored, levels: mixed.filter((one) => one !== undefined) })).toEqual([
      'levels.1.needs：「较轻」写了条件，别的档次却按分数',
    ]);
    expect(said({ ...scored, levels: [level('a', '较轻', { pointsFrom: 5, pointsUpTo: 2 })] })).toEqual([
      'levels.0.pointsFrom：「较轻」的最低分高于最高分',
    ]);
  });

  it('每种因素的选项都取得到', () => {
    expect(factors.map((factor) => optionsOfFactor(factor).length)).toEqual([3, 2, 2]);
  });
});
