import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneTimePassword } from './one-time-password.ts';
import { passwordFault } from './password-rules.ts';

const owner = { login: 'zhou.chengban', name: '周承办', agency: ['示例市民政局', '示民'] };
const fault = (password: string) => passwordFault(password, owner)?.title;

describe('口令的规则', () => {
  it('少于 12 个字符的太短，多于 200 个的太长；一个汉字、一个表情算一个', () => {
    expect(fault('雨后山路旁的旧水塔边')).toBe('口令太短');
    expect(fault('雨后山路旁的旧水塔边上有')).toBeUndefined();
    expect(fault('🌧🏔🛣🪣🐟🦉🍁🎐🧵🪁🕯')).toBe('口令太短');
    expect(fault('🌧🏔🛣🪣🐟🦉🍁🎐🧵🪁🕯🧭')).toBeUndefined();
    expect(fault(`雨后山路${'旧水塔边上'.repeat(39)}`)).toBeUndefined();
    expect(fault(`雨后山路${'旧水塔边上'.repeat(39)}有啊`)).toBe('口令太长');
  });

  it('太短的说明至少几个、现在几个', () => {
    expect(passwordFault('短口令', owner)?.remedy).toMatch(/至少 12 个字符，现在是 3 个/);
  });

  it.each([
    ['tower-Zhou.Chengban-river', '口令里有登录名'],
    ['tower zhou chengban river', '口令里有登录名'],
    ['旧水塔周承办雨后山路旁边', '口令里有姓名'],
    ['雨后山路示例市民政局旧水塔', '口令里有机关名称'],
    ['雨后山路旁边示民旧水塔边上', '口令里有机关名称'],
  ])('%s：%s', (password, title) => {
    expect(fault(password)).toBe(title);
  });

  it.each([
    'aaaaaaaaaaaa',
    '123456789012',
    '098765432109',
    '111222333444',
    'abcabcabcabc',
    '123456123456',
    'abcdefghijkl',
    'Password1234',
    'P@ssw0rd!2345',
    'qwertyuiop123',
    '1qaz2wsx3edc',
    '1qaz@WSX3edc',
    'woaini1314520',
    'Admin@123456',
    'admin888888888',
    '管理员管理员管理员管理员',
    '口令口令123456789',
    'test-test-test-test',
  ])('%s 太常见', (password) => {
    expect(fault(password)).toBe('口令太常见');
  });

  it.each(['correct horse battery', 'tuesday-lamp-river', '只作示例的口令-一二三四', 'zk3q-9xwm-4tvb'])(
    '%s 可以用，不要求大小写和符号',
    (password) => {
      expect(fault(password)).toBeUndefined();
    },
  );

  it('随机给出的一次性口令都合格', () => {
    for (let n = 0; n < 200; n++) expect(fault(oneTimePassword())).toBeUndefined();
  });

  it('任何文字都有答复；短的总是不收', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 11 }), (text) => {
        expect(passwordFault(text, owner)).toBeDefined();
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const answer = passwordFault(text, owner);
        expect(answer === undefined || answer.remedy.length > 0).toBe(true);
      }),
    );
  });
});
