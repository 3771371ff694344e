import { describe, expect, it } from 'vitest';
import { filterName } from './filter-name.ts';

describe('筛选的起名', () => {
  it('把缩小的条件连起来，不超过二十字', () => {
    expect(filterName({ handler: 'me', late: '1' })).toBe('本人承办 逾期');
    expect(filterName({ text: '年检', stage: 'decision' })).toBe('年检 审查决定');
    expect(filterName({ enforcement: 'execution', late: '1' })).toBe('行政强制执行 逾期');
    expect(filterName({ since: '2026-03-01', until: '2026-03-31' })).toBe('2026-03-01起 2026-03-');
    expect([...filterName({ text: '很'.repeat(40) })]).toHaveLength(20);
  });
});
