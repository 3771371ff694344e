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
});
