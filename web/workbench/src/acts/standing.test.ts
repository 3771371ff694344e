import type { RefusalView } from '@zhaozhang/api/contract';
import { describe, expect, it } from 'vitest';
import { withStanding } from './standing.ts';

function refusal(sentence: string, field?: string): RefusalView {
  return { code: 'X', sentence, because: sentence, effect: 'void', clauses: [], admissible: false, field };
}

const standing = [refusal('尚未批准')];

describe('填写之前就有的障碍', () => {
  it('只查出写法问题时，一并说出原有的障碍', () => {
    const found = withStanding([refusal('没有填写', 'input.cause')], standing);
    expect(found.map((one) => one.sentence)).toEqual(['尚未批准', '没有填写']);
  });

  it('规则已经答复的，以答复为准', () => {
    const answered = [refusal('承办人不足两人'), refusal('没有填写', 'record.a')];
    expect(withStanding(answered, standing)).toEqual(answered);
    expect(withStanding([], standing)).toEqual([]);
  });

  it('同一句话不说两遍', () => {
    const found = withStanding([refusal('尚未批准', 'input.a')], standing);
    expect(found).toHaveLength(1);
  });
});
