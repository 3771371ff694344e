import type { WorklistRow } from '@zhaozhang/api/contract';
import { describe, expect, it } from 'vitest';
import { inGroups } from './worklist-groups.ts';

function row(group: WorklistRow['group'], due: string, label = '办理'): WorklistRow {
  return {
    id: `${group}${due}${label}`,
    stream: 'case/01J',
    label,
    subject: '',
    owedBy: '承办人',
    from: '2026-03-02T09:00:00+08:00',
    due,
    lawfulDue: due,
    status: 'open',
    left: '剩 5 个工作日',
    provisional: false,
    clauses: [],
    derivation: { sentences: [], readings: [] },
    caseTitle: '案',
    parties: [],
    group,
    others: [],
  };
}

describe('待办的分组', () => {
  it('按逾期、今天、本周、以后、等待他人排列，没有的不列', () => {
    const groups = inGroups([
      row('others', '2026-03-01'),
      row('later', '2026-04-01'),
      row('late', '2026-02-01'),
    ]);
    expect(groups.map((group) => group.label)).toEqual(['逾期', '以后', '等待他人']);
  });

  it('同组之内先到期的在前', () => {
    const [group] = inGroups([
      row('week', '2026-03-13'),
      row('week', '2026-03-11', '送达'),
      row('week', '2026-03-11', '告知'),
    ]);
    expect(group?.rows.map((one) => `${one.due} ${one.label}`)).toEqual([
      '2026-03-11 告知',
      '2026-03-11 送达',
      '2026-03-13 办理',
    ]);
  });

  it('没有待办就没有组', () => {
    expect(inGroups([])).toEqual([]);
  });
});
