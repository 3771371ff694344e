import { describe, expect, it } from 'vitest';
import { addDays, day } from './day.ts';
import { cycles, periodAfter, periodOf } from './period.ts';

describe('期间', () => {
  it('月、季度、半年、年的首日和末日', () => {
    const of = (on: string, cycle: (typeof cycles)[number]) => periodOf(day(on), cycle);
    expect(of('2024-02-10', 'month')).toEqual({
      id: '2024-02',
      label: '2024 年 2 月',
      first: '2024-02-01',
      last: '2024-02-29',
    });
    expect(of('2026-09-30', 'quarter')).toMatchObject({
      id: '2026-Q3',
      label: '2026 年第三季度',
      last: '2026-09-30',
    });
    expect(of('2026-10-01', 'quarter')).toMatchObject({
      id: '2026-Q4',
      first: '2026-10-01',
      last: '2026-12-31',
    });
    expect(of('2026-06-30', 'half-year')).toMatchObject({ id: '2026-H1', label: '2026 年上半年' });
    expect(of('2026-07-01', 'half-year')).toMatchObject({ id: '2026-H2', last: '2026-12-31' });
    expect(of('2026-07-01', 'year')).toMatchObject({ id: '2026', label: '2026 年', last: '2026-12-31' });
  });

  it('一期接一期，不重叠，不遗漏，编号按先后排', () => {
    for (const cycle of cycles) {
      let period = periodOf(day('2019-12-31'), cycle);
      for (let n = 0; n < 40; n++) {
        const following = periodAfter(period, cycle);
        expect(following.first).toBe(addDays(period.last, 1));
        expect(following.id > period.id).toBe(true);
        expect(periodOf(following.last, cycle)).toEqual(following);
        period = following;
      }
    }
  });
});
