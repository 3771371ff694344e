import { Secret, URI } from 'otpauth';
import { describe, expect, it } from 'vitest';
import {
  enrolmentAddress,
  newRecoveryCodes,
  newSecret,
  plainRecoveryCode,
  stepOfCode,
} from './second-factor.ts';

/** RFC 6238, appendix B: the secret of its examples. */
const secret = Secret.fromUTF8('12345678901234567890').base32;

describe('动态验证码', () => {
  it.each([
    [59, '287082', 1],
    [1111111109, '081804', 37037036],
    [1234567890, '005924', 41152263],
    [20000000000, '353130', 666666666],
  ])('标准附录的例子：第 %d 秒是 %s', (seconds, code, step) => {
    expect(stepOfCode(secret, code, seconds * 1000)).toBe(step);
  });

  it('时钟快慢一步以内的收，答复是它自己的那一步；再远的不收', () => {
    const step = 37037036;
    const at = (shift: number) => stepOfCode(secret, '081804', (step + shift) * 30_000 + 15_000);
    expect([at(-2), at(-1), at(0), at(1), at(2)]).toEqual([undefined, step, step, step, undefined]);
  });

  it('当中有空格的照收；不是六位数字的不收', () => {
    expect(stepOfCode(secret, ' 287 082 ', 59_000)).toBe(1);
    for (const code of ['', '28708', '2870822', '２８７０８２', 'abcdef', '-87082'])
      expect(stepOfCode(secret, code, 59_000)).toBeUndefined();
  });

  it('每次的密钥不同，160 位；二维码里有发放者和登录名', () => {
    const [one, two] = [newSecret(), newSecret()];
    expect(one).toMatch(/^[A-Z2-7]{32}$/);
    expect(one).not.toBe(two);
    const read = URI.parse(enrolmentAddress(one, '示例市民政局', 'zhou'));
    expect([read.issuer, read.label, read.secret.base32]).toEqual(['照章 示例市民政局', 'zhou', one]);
  });
});

describe('恢复码', () => {
  it('十个，各不相同，大小写和连字符不计', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
      expect(plainRecoveryCode(` ${code.toUpperCase().replaceAll('-', ' ')}`)).toBe(code.replaceAll('-', ''));
    }
  });
});
