import { describe, expect, it } from 'vitest';
import { clientAddress, coarse } from './address.ts';

describe('从哪里登录', () => {
  it('本机的代理说的算数，只取它自己添上的最后一个；别处来的自称不算', () => {
    expect(clientAddress('127.0.0.1', undefined)).toBe('127.0.0.1');
    expect(clientAddress('::ffff:127.0.0.1', '203.0.113.9, 10.1.2.3')).toBe('10.1.2.3');
    expect(clientAddress('::1', '2001:DB8::7')).toBe('2001:db8::7');
    expect(clientAddress('10.0.0.8', '203.0.113.9')).toBe('10.0.0.8');
    expect(clientAddress('127.0.0.1', '不是地址')).toBe('127.0.0.1');
    expect(clientAddress(undefined, '203.0.113.9')).toBe('不明');
  });

  it('给本人看的只到网段', () => {
    expect(['127.0.0.1', '::1', '10.20.30.40', '2001:db8:a:b::1', 'fe80::1', '不明'].map(coarse)).toEqual([
      '本机',
      '本机',
      '10.20.30.*',
      '2001:db8:a:*',
      'fe80:*',
      '不明',
    ]);
  });
});
