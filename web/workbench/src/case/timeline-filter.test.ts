import type { EntryView } from '@zhaozhang/api/contract';
import { describe, expect, it } from 'vitest';
import { choicesOf, kept } from './timeline-filter.ts';

function entry(id: string, at: string, kind = 'interview', by = '周承办'): EntryView {
  return {
    ...{ id, at, kind, by, enteredAt: at, late: false, version: 1, fields: [], defects: [], corrections: [] },
    ...{ kindLabel: kind === 'lead' ? '案源' : '询问笔录', title: id, act: 'case.x', actLabel: '办理' },
    ...{ correctable: true, document: false, proof: 'logged' },
  };
}

const entries = [
  entry('一', '2026-03-02T09:00:00+08:00', 'lead', '陈内勤'),
  entry('二', '2026-03-05T09:00:00+08:00'),
  entry('三', '2026-03-05T09:00:00+08:00'),
  entry('补录', '2026-03-01T09:00:00+08:00'),
];

describe('案件的经过', () => {
  it('按法律时间由近到远排列，补录的回到它发生的位置', () => {
    expect(kept(entries, { kind: '', by: '' }).map((one) => one.id)).toEqual(['三', '二', '一', '补录']);
  });

  it('可以只看一种记录或者一个人办的', () => {
    expect(kept(entries, { kind: 'lead', by: '' }).map((one) => one.id)).toEqual(['一']);
    expect(kept(entries, { kind: '', by: '周承办' })).toHaveLength(3);
    expect(kept(entries, { kind: 'lead', by: '周承办' })).toEqual([]);
  });

  it('筛选项只列卷内有的', () => {
    expect(choicesOf(entries)).toEqual({
      kinds: [
        { value: 'lead', label: '案源' },
        { value: 'interview', label: '询问笔录' },
      ],
      people: [
        { value: '陈内勤', label: '陈内勤' },
        { value: '周承办', label: '周承办' },
      ],
    });
  });
});
