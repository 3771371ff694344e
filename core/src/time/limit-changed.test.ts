import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import {
  buildCalendar,
  computeLimit,
  day,
  endOfDay,
  instant,
  type LimitInput,
  type LimitResult,
  type Roll,
  startOfDay,
  type Unit,
} from './index.ts';
const calendar = buildCalendar(library.calendarYears, [], library.statute);

type More = Partial<Omit<LimitInput, 'from' | 'span' | 'roll' | 'calendar'>>;
function limit(from: string, n: number, unit: Unit, roll: Roll, more: More = {}): LimitResult {
  const start = instant(from.includes('T') ? from : `${from}T10:30`);
  return computeLimit({ from: start, span: { n, unit }, roll, calendar, ...more });
}
const whole = (first: string, last: string, label = '停表') => ({
  from: startOfDay(day(first)),
  to: endOfDay(day(last)),
  label,
});

describe('延长', () => {
  it('NAT-CF-60-2:90 日延长 30 日自原末日接续，得 06-30', () => {
    const r = limit('2026-03-02', 90, 'day', 'agency', { extensions: [{ n: 30, unit: 'day' }] });
    expect(r).toMatchObject({ nominal: '2026-06-30', due: '2026-06-30', lawfulDue: '2026-06-30' });
    expect(r.extended).toEqual([{ n: 30, unit: 'day' }]);
  });

  it('NAT-GK-33-1:20 个工作日延长 20 个工作日，10-30 变 11-27', () => {
    expect(limit('2026-09-28', 20, 'workday', 'agency').due).toBe('2026-10-30');
    const extensions = [{ n: 20, unit: 'workday' }] as const;
    expect(limit('2026-09-28', 20, 'workday', 'agency', { extensions }).due).toBe('2026-11-27');
  });

  it('NAT-QZ-25-2:扣押 30 日延长 30 日自 10-05 接续，得 11-04，不顺延', () => {
    expect(limit('2026-09-05', 30, 'day', 'restraint').due).toBe('2026-10-05');
    const r = limit('2026-09-05', 30, 'day', 'restraint', { extensions: [{ n: 30, unit: 'day' }] });
    expect(r.lawfulDue).toBe('2026-11-04');
  });

  it('自名义末日接续，最后才顺延一次', () => {
    const r = limit('2026-09-17', 15, 'day', 'party', { extensions: [{ n: 1, unit: 'day' }] });
    expect([r.nominal, r.due]).toEqual(['2026-10-03', '2026-10-08']);
  });

  it('单位不同的延长各按各的算', () => {
    const r = limit('2026-01-20', 10, 'workday', 'agency', {
      extensions: [
        { n: 1, unit: 'month' },
        { n: 2, unit: 'hour' },
      ],
    });
    expect(r.dueAt).toBe('2026-03-04T01:59:59+08:00');
  });
});

describe('停表', () => {
  it('NAT-QZ-25-3:检验 10 日不计入扣押期限，10-05 变 10-15', () => {
    const r = limit('2026-09-05', 30, 'day', 'restraint', {
      suspensions: [whole('2026-09-08', '2026-09-17')],
    });
    expect(r).toMatchObject({ due: '2026-10-15', lawfulDue: '2026-10-15', suspendedDays: 10, open: false });
  });

  it('限制权利的期限只扣整日：半日起、半日止的都照算', () => {
    const half = { from: instant('2026-09-08T14:00'), to: instant('2026-09-17T10:00'), label: '检验' };
    expect(limit('2026-09-05', 30, 'day', 'restraint', { suspensions: [half] }).suspendedDays).toBe(8);
    expect(limit('2026-09-05', 30, 'day', 'agency', { suspensions: [half] }).suspendedDays).toBe(10);
  });

  it('NAT-FY-20-3:障碍 10 日，末日由 10-02 推至 10-12', () => {
    const r = limit('2026-08-03', 60, 'day', 'party', { suspensions: [whole('2026-08-13', '2026-08-22')] });
    expect(r).toMatchObject({ nominal: '2026-10-12', due: '2026-10-12', suspendedDays: 10 });
  });

  it('NAT-SS-48-1:六个月扣不可抗力 10 日，名义 10-11，顺延 10-12', () => {
    const r = limit('2026-04-01', 6, 'month', 'party', { suspensions: [whole('2026-05-06', '2026-05-15')] });
    expect(r).toMatchObject({ nominal: '2026-10-11', due: '2026-10-12' });
  });

  it('NAT-XK-45-1:专家评审五日，10-30 顺推五个工作日至 11-06', () => {
    const r = limit('2026-09-28', 20, 'workday', 'agency', {
      suspensions: [whole('2026-10-12', '2026-10-16')],
    });
    expect(r).toMatchObject({ due: '2026-11-06', suspendedDays: 5 });
  });

  it('WHMZ-ZZ-20-3:60 日扣 10 日，09-01 变 09-11', () => {
    const r = limit('2017-07-03', 60, 'day', 'agency', { suspensions: [whole('2017-07-10', '2017-07-19')] });
    expect(r.due).toBe('2017-09-11');
  });

  it('重叠的停表段并起来算，期前期后的不算', () => {
    const r = limit('2026-03-02', 15, 'day', 'agency', {
      suspensions: [
        whole('2026-03-06', '2026-03-08'),
        whole('2026-03-05', '2026-03-07'),
        whole('2026-02-20', '2026-03-02'),
        whole('2026-04-01', '2026-04-30'),
      ],
    });
    expect(r).toMatchObject({ nominal: '2026-03-21', suspendedDays: 4 });
  });

  it('工作日期限：期前已止的停表不影响，跨周末的只扣工作日', () => {
    const suspensions = [whole('2026-02-24', '2026-03-01'), whole('2026-03-06', '2026-03-09')];
    const r = limit('2026-03-02', 5, 'workday', 'party', { suspensions });
    expect(r).toMatchObject({ due: '2026-03-11', suspendedDays: 2 });
  });

  it('推后的末日又碰上后一段停表，接着推', () => {
    const r = limit('2026-03-02', 15, 'day', 'restraint', {
      suspensions: [whole('2026-03-19', '2026-03-20'), whole('2026-03-10', '2026-03-11')],
    });
    expect(r).toMatchObject({ nominal: '2026-03-21', suspendedDays: 4 });
  });

  it('顺延不落在停表的日子上', () => {
    const r = limit('2026-09-17', 15, 'day', 'party', { suspensions: [whole('2026-10-08', '2026-10-09')] });
    expect([r.nominal, r.due]).toEqual(['2026-10-02', '2026-10-10']);
  });

  it('停表未止时给出最早可能的末日并标明未止', () => {
    const open = { from: instant('2026-03-10T09:00'), label: '鉴定' };
    const r = limit('2026-03-02', 15, 'day', 'agency', { suspensions: [open] });
    expect(r).toMatchObject({ nominal: '2026-03-18', suspendedDays: 1, open: true });
    const after = { from: instant('2026-04-10T09:00'), label: '鉴定' };
    expect(limit('2026-03-02', 15, 'day', 'agency', { suspensions: [after] })).toMatchObject({
      nominal: '2026-03-17',
      open: false,
    });
  });

  it('止早于起的停表段报错并点名', () => {
    const bad = { from: instant('2026-03-10T09:00'), to: instant('2026-03-09T09:00'), label: '鉴定' };
    expect(() => limit('2026-03-02', 15, 'day', 'agency', { suspensions: [bad] })).toThrow('停表段「鉴定」');
  });
});

describe('不成立的期限', () => {
  it('日数须为非负整数，延长须为正整数', () => {
    for (const n of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => limit('2026-03-02', n, 'day', 'party')).toThrow('非负整数');
    }
    expect(() => limit('2026-03-02', 5, 'day', 'party', { extensions: [{ n: 0, unit: 'day' }] })).toThrow(
      '正整数',
    );
  });

  it('早于日历首年的工作日期限报错；不看日历的照算', () => {
    expect(() => limit('2016-06-01', 5, 'workday', 'party')).toThrow('2017 年');
    expect(() => limit('2016-06-01', 5, 'day', 'party')).toThrow('2017 年');
    expect(limit('2016-06-01', 5, 'day', 'restraint').due).toBe('2016-06-06');
    expect(limit('2016-12-31', 1, 'workday', 'party').due).toBe('2017-01-03');
  });
});
