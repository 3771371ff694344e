import { describe, expect, it } from 'vitest';
import { actionsOf } from './actions-of.ts';

const row = {
  id: 'a',
  login: 'zhou',
  name: '周承办',
  administrator: false,
  disabled: false,
  mustChange: false,
  secondFactor: false,
  own: false,
};
const offered = (change: object) => actionsOf({ ...row, ...change }).map(({ action }) => action);

describe('对账户能办的事', () => {
  it('用着的可以停用，停用的可以启用', () => {
    expect(offered({})).toEqual(['reset-password', 'end-sessions', 'disable']);
    expect(offered({ disabled: true })).toEqual(['reset-password', 'end-sessions', 'enable']);
  });

  it('设了第二重验证的才谈得上取消', () => {
    expect(offered({ secondFactor: true })).toContain('reset-second-factor');
  });

  it('配置了统一身份认证的才谈得上关联，关联了的才谈得上取消', () => {
    const linked = actionsOf({ ...row, linked: true }, '统一认证').map(({ action }) => action);
    expect(linked).toEqual(['reset-password', 'link-identity', 'unlink-identity', 'end-sessions', 'disable']);
    expect(actionsOf({ ...row, linked: false }, '统一认证').map(({ action }) => action)).not.toContain(
      'unlink-identity',
    );
  });
});
