import type { RefusalView } from '@zhaozhang/api/contract';
import { describe, expect, it } from 'vitest';
import { messagesOf, nearestPath } from './messages.ts';

const known = ['input.sanctions', 'input.sanctions.0.amount', 'record.service.recipient', 'occurredAt'];

function refusal(field: string, because: string): RefusalView {
  return {
    ...{ code: 'X', sentence: because, because, effect: 'void', clauses: [], field, admissible: false },
    remedy: { says: '改正' },
  };
}

describe('拒绝落在哪一栏', () => {
  it('名称里带点的记录栏目按全名找', () => {
    expect(nearestPath('record.service.recipient', known)).toBe('record.service.recipient');
  });

  it('找不到那一栏时归到包含它的一栏', () => {
    expect(nearestPath('input.sanctions.3.kind', known)).toBe('input.sanctions');
  });

  it('名称只是开头相同的不算包含', () => {
    expect(nearestPath('input.sanctionsTotal', known)).toBeUndefined();
    expect(nearestPath(undefined, known)).toBeUndefined();
  });

  it('同一栏先说写法，再说规则', () => {
    const messages = messagesOf(
      [
        refusal('input.sanctions.0.amount', '金额过高'),
        refusal('occurredAt', '时刻还没有到'),
        refusal('occurredAt', '不在工作时间'),
      ],
      [{ path: 'input.sanctions.0.amount', says: '请填写金额' }],
      known,
    );
    expect([...messages]).toEqual([
      ['input.sanctions.0.amount', '请填写金额'],
      ['occurredAt', '时刻还没有到。改正。'],
    ]);
  });
});
