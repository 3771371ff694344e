import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';
import type { Value } from './canonical.ts';

const text = fc.string({ unit: 'binary' });
const values = fc.letrec<{ value: Value; object: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.maxSafeInteger().map((n) => (n === 0 ? 0 : n)),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 5 }),
    tie('object'),
  ),
  object: fc
    .uniqueArray(fc.tuple(text, tie('value')), { selector: ([key]) => key, maxLength: 5 })
    .map((pairs) => Object.fromEntries(pairs) as Value),
}));

describe('规范文本（RFC 8785 中本产品用到的部分）', () => {
  it.each<[string, Value, string]>([
    [
      '键按 UTF-16 码元排序，不按码点',
      {
        '\u20ac': 'Euro',
        '\r': 'CR',
        '\ufb33': 'Dalet',
        '1': 'One',
        '\ud83d\ude00': 'Smiley',
        '\u0080': 'Control',
        '\u00f6': 'o',
      },
      '{"\\r":"CR","1":"One","\u0080":"Control","\u00f6":"o","\u20ac":"Euro","\ud83d\ude00":"Smiley","\ufb33":"Dalet"}',
    ],
    ['控制字符用短写或者小写四位十六进制', '\u20ac$\u000f\nA\'B"\\\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
    [
      '真假与整数照写',
      { b: true, a: [false, 0, -7, 9_007_199_254_740_991] },
      '{"a":[false,0,-7,9007199254740991],"b":true}',
    ],
    ['嵌套之内同样排序', [{ b: { d: 1, c: 2 }, a: [] }, {}], '[{"a":[],"b":{"c":2,"d":1}},{}]'],
    ['负零写作零', -0, '0'],
  ])('%s', (_what, value, expected) => {
    expect(canonical(value)).toBe(expected);
  });

  it('值为空缺的属性不写', () => {
    expect(canonical({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['里层的 null', { a: [null] }],
    ['小数', 0.1],
    ['超出安全范围的整数', 2 ** 53],
    ['非数', Number.NaN],
    ['无穷', Number.POSITIVE_INFINITY],
    ['空缺', undefined],
    ['列表中的空缺', [undefined]],
    ['函数', () => 1],
    ['大整数', 1n],
    ['不成对的代理码元', '\ud800'],
    ['不成对的代理码元作键', { '\udc00': 1 }],
  ])('拒绝%s', (_what, value) => {
    expect(() => canonical(value)).toThrow(TypeError);
  });

  it('读回来与原值相同，再写一次文本不变', () => {
    fc.assert(
      fc.property(values.value, (value) => {
        const written = canonical(value);
        const read = JSON.parse(written) as Value;
        expect(read).toEqual(value);
        expect(canonical(read)).toBe(written);
      }),
      { seed: 8785, numRuns: 500 },
    );
  });

  it('与键的先后无关', () => {
    fc.assert(
      fc.property(fc.dictionary(text, fc.integer(), { noNullPrototype: true }), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonical(reversed)).toBe(canonical(value));
      }),
      { seed: 8785, numRuns: 300 },
    );
  });
});
