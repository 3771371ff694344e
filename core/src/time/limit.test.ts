import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import {
  buildCalendar,
  computeLimit,
  day,
  elapsed,
  endOfDay,
  instant,
  type LimitInput,
  type LimitResult,
  type Roll,
  type Unit,
} from './index.ts';
const calendar = buildCalendar(library.calendarYears, [], library.statute);

type More = Partial<Omit<LimitInput, 'from' | 'span' | 'roll' | 'calendar'>>;
function limit(from: string, n: number, unit: Unit, roll: Roll, more: More = {}): LimitResult {
  const start = instant(from.includes('T') ? from : `${from}T10:30`);
  return computeLimit({ from: start, span: { n, unit }, roll, calendar, ...more });
}

describe('工作日期限', () => {
  it.each([
    ['NAT-CF-85-1', '2026-09-30', 7, '2026-10-15'],
    ['NAT-CF-61-1', '2026-09-30', 7, '2026-10-15'],
    ['NAT-CF-64-1', '2026-02-12', 5, '2026-02-26'],
    ['NAT-CF-67-3', '2026-03-16', 5, '2026-03-23'],
    ['NAT-FY-88-1', '2026-09-24', 10, '2026-10-15'],
    ['NAT-QZ-69-1', '2026-09-22', 10, '2026-10-13'],
    ['NAT-XK-82-1', '2026-09-24', 20, '2026-10-29'],
    ['NAT-XK-45-1', '2026-09-28', 20, '2026-10-30'],
    ['NAT-GK-34-1', '2026-09-21', 15, '2026-10-19'],
    ['NAT-118-6-2', '2026-09-24', 7, '2026-10-12'],
    ['NAT-118-6-2', '2026-02-10', 7, '2026-02-26'],
    ['WHMZ-GS-5-6', '2017-09-25', 7, '2017-10-10'],
    ['WHMZ-JL-9-4', '2017-07-07T15:00', 2, '2017-07-11'],
    ['WHMZ-JL-25-3', '2017-09-29T16:00', 2, '2017-10-09'],
    ['WHMZ-JL-25-7', '2017-07-07', 1, '2017-07-10'],
    ['WHSF-3.1.3-1', '2020-09-25', 7, '2020-10-12'],
  ])('%s:%s 起 %i 个工作日，末日 %s，不论哪种顺延', (_clause, from, n, expected) => {
    for (const roll of ['party', 'agency', 'restraint'] as const) {
      const r = limit(from, n, 'workday', roll);
      expect([r.nominal, r.due, r.lawfulDue]).toEqual([expected, expected, expected]);
      expect(r.dueAt).toBe(`${expected}T23:59:59+08:00`);
      expect(r.rolledOver).toEqual([]);
      expect(r.provisional).toBe(false);
    }
  });

  it('NAT-CF-85-1:2026-12-28 起 5 日算进没有通知的 2027 年，得 2027-01-05 并标暂定', () => {
    const r = limit('2026-12-28', 5, 'workday', 'party');
    expect([r.due, r.provisional]).toEqual(['2027-01-05', true]);
    expect(limit('2026-12-24', 5, 'workday', 'party')).toMatchObject({
      due: '2026-12-31',
      provisional: false,
    });
  });

  it('NAT-CF-85-1:跳过的休息日与计入的调休上班日逐日可查', () => {
    const r = limit('2026-09-30', 7, 'workday', 'party');
    expect(r.firstDay).toBe('2026-10-01');
    expect(r.skipped.map((s) => `${s.day.slice(5)} ${s.kind}`)).toEqual([
      '10-01 statutory',
      '10-02 statutory',
      '10-03 statutory',
      '10-04 weekend',
      '10-05 bridge',
      '10-06 bridge',
      '10-07 bridge',
      '10-11 weekend',
    ]);
    expect(r.skipped.at(-1)).toEqual({ day: '2026-10-11', kind: 'weekend' });
    expect(r.makeupCounted).toEqual([{ day: '2026-10-10', name: '国庆节' }]);
  });

  it('NAT-CF-64-1:02-26 仍在期内，02-27 零时起逾期', () => {
    const from = instant('2026-02-12T15:00');
    const span = { n: 5, unit: 'workday' } as const;
    expect(elapsed(from, span, 'party', instant('2026-02-26T23:59:59'), calendar)).toBe(false);
    expect(elapsed(from, span, 'party', instant('2026-02-27T00:00'), calendar)).toBe(true);
  });

  it('当日的期限：工作日当日止，休息日到下一个工作日止', () => {
    expect(limit('2026-03-12', 0, 'workday', 'agency')).toMatchObject({
      firstDay: '2026-03-12',
      due: '2026-03-12',
    });
    const holiday = limit('2026-10-05', 0, 'workday', 'agency');
    expect(holiday.due).toBe('2026-10-08');
    expect(holiday.skipped.map((s) => s.day)).toEqual(['2026-10-05', '2026-10-06', '2026-10-07']);
  });
});

describe('自然日期限与顺延', () => {
  it.each([
    ['NAT-CF-67-2', '2026-09-17', 15, 'day', '2026-10-02', '2026-10-08'],
    ['NAT-CF-67-2', '2026-03-02', 15, 'day', '2026-03-17', '2026-03-17'],
    ['NAT-CF-85-2', '2026-09-03', 30, 'day', '2026-10-03', '2026-10-08'],
    ['NAT-MS-85-2', '2026-01-20', 30, 'day', '2026-02-19', '2026-02-24'],
    ['NAT-FY-88-1', '2026-08-03', 60, 'day', '2026-10-02', '2026-10-08'],
    ['NAT-MS-85-2', '2026-04-24', 15, 'day', '2026-05-09', '2026-05-09'],
    ['NAT-SS-46-1', '2026-04-01', 6, 'month', '2026-10-01', '2026-10-08'],
    ['NAT-SS-46-1', '2026-03-31', 6, 'month', '2026-09-30', '2026-09-30'],
    ['WHMZ-ZZ-20-3', '2017-07-03', 60, 'day', '2017-09-01', '2017-09-01'],
    ['WHMZ-JL-8-2', '2017-09-11', 30, 'day', '2017-10-11', '2017-10-11'],
    ['WHSF-3.2-14', '2020-08-03', 30, 'day', '2020-09-02', '2020-09-02'],
    ['NAT-CF-60-1', '2026-03-02', 90, 'day', '2026-05-31', '2026-06-01'],
    ['NAT-CF-60-1', '2026-07-05', 90, 'day', '2026-10-03', '2026-10-08'],
    ['WHMZ-JL-25-1', '2017-09-08', 30, 'day', '2017-10-08', '2017-10-09'],
  ] as const)('%s:%s 起 %i %s，名义末日 %s，顺延至 %s', (_clause, from, n, unit, nominal, rolled) => {
    const party = limit(from, n, unit, 'party');
    expect([party.nominal, party.due, party.lawfulDue]).toEqual([nominal, rolled, rolled]);
    const agency = limit(from, n, unit, 'agency');
    expect([agency.nominal, agency.due, agency.lawfulDue]).toEqual([nominal, nominal, rolled]);
    expect([agency.dueAt, agency.lawfulDueAt]).toEqual([endOfDay(day(nominal)), endOfDay(day(rolled))]);
    const restraint = limit(from, n, unit, 'restraint');
    expect([restraint.nominal, restraint.due, restraint.lawfulDue]).toEqual([nominal, nominal, nominal]);
    expect(restraint.rolledOver).toEqual([]);
  });

  it('NAT-MS-85-1:送达当日不计，首日 03-03，末日 03-17', () => {
    for (const clock of ['00:00', '12:00', '23:59']) {
      expect(limit(`2026-03-02T${clock}`, 15, 'day', 'party')).toMatchObject({
        firstDay: '2026-03-03',
        nominal: '2026-03-17',
        due: '2026-03-17',
      });
    }
  });

  it('NAT-MS-85-2:调休上班的周六不是休假日，不顺延并说明缘由', () => {
    const r = limit('2026-04-24', 15, 'day', 'party');
    expect(r.makeupCounted).toEqual([{ day: '2026-05-09', name: '劳动节' }]);
    expect(r.rolledOver).toEqual([]);
  });

  it('NAT-MS-85-2:顺延越过的每一日列明种类与节日', () => {
    const r = limit('2026-09-17', 15, 'day', 'party');
    expect(r.rolledOver.map((p) => p.day)).toEqual([2, 3, 4, 5, 6, 7].map((n) => `2026-10-0${n}`));
    expect(r.rolledOver[3]).toEqual({ day: '2026-10-05', kind: 'bridge', name: '国庆节' });
    expect(r.skipped).toEqual([]);
  });

  it('NAT-MS-85-2:查封 30 日末日 2026-10-03，不顺延', () => {
    expect(limit('2026-09-03', 30, 'day', 'restraint').lawfulDueAt).toBe('2026-10-03T23:59:59+08:00');
  });

  it('WHMZ-JL-25-1:10-09 归档按期，10-10 逾期', () => {
    const from = instant('2017-09-08T16:00');
    const span = { n: 30, unit: 'day' } as const;
    expect(elapsed(from, span, 'agency', instant('2017-10-09T23:59'), calendar)).toBe(false);
    expect(elapsed(from, span, 'agency', instant('2017-10-10T00:00'), calendar)).toBe(true);
  });

  it('NAT-CF-85-2:同样的日数按工作日算会得出别的日子', () => {
    expect(limit('2026-09-17', 15, 'workday', 'party').due).toBe('2026-10-14');
    expect(limit('2026-03-02', 90, 'workday', 'agency').due).not.toBe('2026-05-31');
  });

  it('月与年取对应日，没有对应日取月末', () => {
    expect(limit('2026-01-31', 1, 'month', 'restraint').nominal).toBe('2026-02-28');
    expect(limit('2024-02-29', 1, 'year', 'restraint').nominal).toBe('2025-02-28');
    expect(limit('2023-06-01', 3, 'year', 'restraint').nominal).toBe('2026-06-01');
  });

  it('只有问到的日子暂定才标暂定：不顺延的年限不看日历', () => {
    expect(limit('2026-06-01', 2, 'year', 'restraint').provisional).toBe(false);
    expect(limit('2026-06-01', 2, 'year', 'party').provisional).toBe(true);
    expect(limit('2026-12-02', 30, 'day', 'agency')).toMatchObject({
      nominal: '2027-01-01',
      provisional: true,
    });
    expect(limit('2026-12-01', 30, 'day', 'agency')).toMatchObject({
      nominal: '2026-12-31',
      provisional: false,
    });
  });
});

describe('小时与分钟', () => {
  it('NAT-QZ-19-1:2026-09-25 21:40 起 24 小时，到次日 21:40，不因休假延后', () => {
    for (const roll of ['party', 'agency', 'restraint'] as const) {
      const r = limit('2026-09-25T21:40', 24, 'hour', roll);
      expect([r.dueAt, r.lawfulDueAt]).toEqual(['2026-09-26T21:40:00+08:00', '2026-09-26T21:40:00+08:00']);
      expect(r).toMatchObject({
        firstDay: '2026-09-25',
        due: '2026-09-26',
        rolledOver: [],
        provisional: false,
      });
    }
    const from = instant('2026-09-25T21:40');
    const late = (at: string) => elapsed(from, { n: 24, unit: 'hour' }, 'agency', instant(at), calendar);
    expect([late('2026-09-26T21:30'), late('2026-09-26T21:40'), late('2026-09-26T22:00')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('NAT-MS-85-1:时制自下一小时起，开始的时不计', () => {
    const more = { hourStart: 'next-hour' } as const;
    expect(limit('2026-03-02T09:10', 24, 'hour', 'party', more).dueAt).toBe('2026-03-03T10:00:00+08:00');
    expect(limit('2026-03-02T23:00', 2, 'hour', 'party', more).dueAt).toBe('2026-03-03T02:00:00+08:00');
    expect(limit('2026-03-02T09:10', 30, 'minute', 'party', more).dueAt).toBe('2026-03-02T09:40:00+08:00');
  });

  it('时制的延长接着原末时算，不再跳到下一小时', () => {
    const more = { hourStart: 'next-hour', extensions: [{ n: 2, unit: 'hour' }] } as const;
    expect(limit('2026-03-02T09:10', 24, 'hour', 'party', more).dueAt).toBe('2026-03-03T12:00:00+08:00');
  });

  it('停表的时间按秒扣除，重叠的只扣一次', () => {
    const pause = (a: string, b: string) => ({ from: instant(a), to: instant(b), label: '停表' });
    const r = limit('2026-03-02T09:00', 3, 'hour', 'agency', {
      suspensions: [
        pause('2026-03-02T10:00', '2026-03-02T10:30:30'),
        pause('2026-03-02T10:10', '2026-03-02T10:20'),
        pause('2026-03-02T08:00', '2026-03-02T09:30'),
        pause('2026-03-02T20:00', '2026-03-02T21:00'),
      ],
    });
    expect(r.dueAt).toBe('2026-03-02T13:00:30+08:00');
    expect(r.suspendedDays).toBe(1);
    expect(r.open).toBe(false);
  });
});
