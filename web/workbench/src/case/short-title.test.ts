import { expect, it } from 'vitest';
import { shortTitle } from './short-title.ts';

const at = '2026-03-05T14:00:00+08:00';

it('日期已在旁边时，记录的名称不重复日期', () => {
  expect(shortTitle('3 月 5 日对秦示例的询问笔录', at)).toBe('对秦示例的询问笔录');
  expect(shortTitle('3 月 5 日的审批', at)).toBe('审批');
});

it('名称里没有日期或者日期不同的，原样显示', () => {
  expect(shortTitle('立案审批表 武民立字〔2026〕3号', at)).toBe('立案审批表 武民立字〔2026〕3号');
  expect(shortTitle('3 月 6 日的审批', at)).toBe('3 月 6 日的审批');
  expect(shortTitle('3 月 5 日', at)).toBe('3 月 5 日');
});
