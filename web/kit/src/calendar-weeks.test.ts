import { describe, expect, it } from 'vitest';
import { type CountedReading, weeksOf } from './calendar-weeks.ts';

const reading: CountedReading = {
  from: '2026-04-27T10:00:00+08:00',
  unit: 'workday',
  firstDay: '2026-04-28',
  due: '2026-05-09',
  lawfulDue: '2026-05-09',
  skipped: [
    { day: '2026-05-01', kind: 'statutory', name: '劳动节' },
    { day: '2026-05-03', kind: 'weekend', name: '劳动节' },
  ],
  makeupCounted: [{ day: '2026-05-09', name: '劳动节' }],
  rolledOver: [],
};

function marks(one: CountedReading): Record<string, string> {
  const cells = weeksOf(one).flatMap((week) => ('cells' in week ? week.cells : []));
  return Object.fromEntries(cells.map((cell) => [cell.day, cell.mark]));
}

describe('期限的日历', () => {
  it('标出起算、不计入的节假日和届满之日', () => {
    const found = marks(reading);
    expect(found['2026-04-27']).toBe('start');
    expect(found['2026-04-28']).toBe('counted');
    expect(found['2026-05-01']).toBe('off');
    expect(found['2026-05-09']).toBe('due');
    expect(found['2026-05-10']).toBe('outside');
  });

  it('届满日和顺延后的末日不同时两日都标', () => {
    const found = marks({
      ...reading,
      unit: 'day',
      due: '2026-05-02',
      lawfulDue: '2026-05-06',
      skipped: [],
      makeupCounted: [],
      rolledOver: [
        { day: '2026-05-02', kind: 'weekend', name: '劳动节' },
        { day: '2026-05-05', kind: 'statutory', name: '劳动节' },
      ],
    });
    expect(found['2026-05-02']).toBe('due');
    expect(found['2026-05-05']).toBe('rolled');
    expect(found['2026-05-06']).toBe('lawful');
  });

  it('很长的期限省去中间的周，并说明省去几周', () => {
    const weeks = weeksOf({ ...reading, unit: 'day', due: '2026-07-26', lawfulDue: '2026-07-27' });
    expect(weeks).toHaveLength(7);
    expect(weeks[3]).toEqual({ omitted: 8 });
  });

  it('以小时计的期限没有日历', () => {
    expect(weeksOf({ ...reading, unit: 'hour' })).toEqual([]);
  });
});
