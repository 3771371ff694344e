import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats, isIdentityNumber, isUnifiedCode } from './formats.ts';

const unified = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const code = '91350100M000100Y43';
const identity = '11010519491231002X';

describe('带校验码的写法', () => {
  it('标准中的示例都合格', () => {
    expect(isUnifiedCode(code)).toBe(true);
    expect(isIdentityNumber(identity)).toBe(true);
  });

  it.each([
    ['少一位', code.slice(1)],
    ['多一位', `${code}0`],
    ['小写', code.toLowerCase()],
    ['用了不用的字母 I', `I${code.slice(1)}`],
    ['空文本', ''],
    ['前后有空格', ` ${code.slice(1)}`],
  ])('统一社会信用代码：%s的不合格', (_what, text) => {
    expect(isUnifiedCode(text)).toBe(false);
  });

  it.each([
    ['小写 x', identity.toLowerCase()],
    ['二月三十日', '110105194902300020'],
    ['平年二月二十九日', '110105190002290028'],
    ['零月', '110105194900310020'],
    ['十五位旧号', '110105491231002'],
    ['全角数字', `\uff11${identity.slice(1)}`],
  ])('公民身份号码：%s的不合格', (_what, text) => {
    expect(isIdentityNumber(text)).toBe(false);
  });

  it('闰年二月二十九日合格', () => {
    const stem = '11010520000229002';
    const found = [...'0123456789X'].filter((last) => isIdentityNumber(`${stem}${last}`));
    expect(found).toHaveLength(1);
  });

  it('统一社会信用代码错一位，必能发现', () => {
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...unified), (place, letter) => {
        fc.pre(code[place] !== letter);
        expect(isUnifiedCode(code.slice(0, place) + letter + code.slice(place + 1))).toBe(false);
      }),
      { seed: 32100, numRuns: 500 },
    );
  });

  it('公民身份号码错一位，必能发现', () => {
    const wrong = [...identity].flatMap((right, place) =>
      [...'0123456789X']
        .filter((letter) => letter !== right)
        .map((letter) => identity.slice(0, place) + letter + identity.slice(place + 1)),
    );
    expect(wrong).toHaveLength(180);
    expect(wrong.filter(isIdentityNumber)).toEqual([]);
  });

  it('规则可用的写法是一份封闭的清单，各有中文名称', () => {
    expect(Object.keys(formats).sort()).toEqual(['identity-number', 'unified-code']);
    for (const format of Object.values(formats)) expect(format.label).toMatch(/^[\u4e00-\u9fff]/);
  });
});
