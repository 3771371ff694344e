import { describe, expect, it } from 'vitest';
import { arrangedYears, latestNotice } from './arranged-years.ts';
import type { CalendarYear } from './calendar-year.ts';
import { day } from './day.ts';

const year = (of: number, name: string, ...issued: string[]): CalendarYear => ({
  ...{ year: of, status: issued.length === 0 ? 'provisional' : 'announced', statutory: [], work: [] },
  off: [{ day: day(`${of}-01-01`), name }],
  notices: issued.map((one) => ({ number: '号', title: '题', issued: day(one) })),
});
const names = (...lists: (readonly CalendarYear[])[]) =>
  arrangedYears(lists[0] ?? [], lists[1] ?? []).map((one) => one.off[0]?.name);

describe('文件与录入的年份', () => {
  it('暂定的让位于录入的；没有文件的年份加上，按年排列', () => {
    expect(names([year(2026, '甲'), year(2028, '乙')], [year(2027, '丙', '2026-11-05')])).toEqual([
      '甲',
      '丙',
      '乙',
    ]);
    expect(names([year(2026, '甲')], [year(2026, '乙', '2025-11-04')])).toEqual(['乙']);
  });

  it('通知较晚的为准；同日的以录入的为准；再次录入的以后一次为准', () => {
    const file = [year(2026, '文件', '2025-11-04')];
    expect(names(file, [year(2026, '录入', '2025-11-03')])).toEqual(['文件']);
    expect(names(file, [year(2026, '录入', '2025-11-04')])).toEqual(['录入']);
    expect(names(file, [year(2026, '一', '2025-11-04'), year(2026, '二', '2025-11-04')])).toEqual(['二']);
  });

  it('一年有几份通知的，看最晚的一份', () => {
    expect(latestNotice(year(2020, '甲', '2020-01-26', '2019-11-21'))).toBe('2020-01-26');
    expect(latestNotice(year(2027, '甲'))).toBeUndefined();
  });
});
