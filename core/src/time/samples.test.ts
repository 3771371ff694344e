import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { buildCalendar, computeLimit, elapsed, instant, type Roll, type Unit } from './index.ts';

/**
 * The dates of the samples given with the clauses, as they stand there: those of 2017 too, which a case of 2026 in the
 * packs cannot repeat because the Penalty Law of that day is not on the shelf. See docs/acceptance-departures.md.
 */
const calendar = buildCalendar(library.calendarYears, [], library.statute);
const limit = (from: string, n: number, unit: Unit, roll: Roll, more = {}) =>
  computeLimit({ from: instant(`${from}T10:30`), span: { n, unit }, roll, calendar, ...more });
const lateAt = (from: string, n: number, unit: Unit, at: string) =>
  elapsed(instant(`${from}T10:30`), { n, unit }, 'agency', instant(at), calendar);

describe('条款目录所附样例的日期', () => {
  it.each([
    ['WHMZ-GS-6-2', '2017-07-03', 5, '2017-07-10'],
    ['WHMZ-SH-15-1', '2017-07-03', 5, '2017-07-10'],
    ['WHMZ-SH-15-1', '2017-09-27', 5, '2017-10-10'],
    ['WHMZ-SH-13-6', '2017-07-20', 5, '2017-07-27'],
    ['WHMZ-JL-13-4', '2017-07-05', 7, '2017-07-14'],
    ['WHMZ-JL-22-1', '2017-08-17', 1, '2017-08-18'],
    ['WHMZ-JL-12-6', '2017-07-28', 9, '2017-08-10'],
    ['NAT-CF-45-1', '2026-02-12', 5, '2026-02-26'],
    ['NAT-CF-62-1', '2026-02-24', 5, '2026-03-02'],
    ['NAT-CF-41-4', '2026-04-30', 3, '2026-05-08'],
  ])('%s:%s 起 %i 个工作日，末日 %s', (_clause, from, n, due) => {
    expect(limit(from, n, 'workday', 'agency')).toMatchObject({ due, lawfulDue: due });
  });

  it.each([
    ['WHMZ-JL-21-10', '2017-08-01', 60, '2017-09-30', '2017-09-30'],
    ['WHMZ-JL-21-10', '2017-08-01', 30, '2017-08-31', '2017-08-31'],
    ['WHMZ-JL-9-4', '2017-07-07', 2, '2017-07-09', '2017-07-10'],
    ['NAT-MS-95-1', '2026-09-03', 30, '2026-10-03', '2026-10-08'],
    ['NAT-MS-95-1', '2026-01-20', 30, '2026-02-19', '2026-02-24'],
    ['NAT-MS-95-1', '2026-03-02', 30, '2026-04-01', '2026-04-01'],
    ['NAT-MS-86-1', '2026-09-24', 10, '2026-10-04', '2026-10-08'],
    ['NAT-QZ-69-1', '2026-09-17', 15, '2026-10-02', '2026-10-08'],
  ])('%s:%s 起 %i 日，名义末日 %s，顺延至 %s', (_clause, from, n, nominal, rolled) => {
    expect(limit(from, n, 'day', 'party')).toMatchObject({ nominal, due: rolled });
  });

  it('WHMZ-SH-15-2:原到 2017-07-10，延长三个工作日接着算，到 07-13', () => {
    const more = { extensions: [{ n: 3, unit: 'workday' }] };
    expect(limit('2017-07-03', 5, 'workday', 'agency', more).due).toBe('2017-07-13');
  });

  it.each([
    ['WHMZ-GS-5-6', '2017-09-25', 7, 'workday', '2017-10-10', '2017-10-11'],
    ['WHMZ-GS-6-2', '2017-07-03', 5, 'workday', '2017-07-10', '2017-07-11'],
    ['WHMZ-SH-15-1', '2017-07-03', 5, 'workday', '2017-07-10', '2017-07-11'],
    ['WHMZ-JL-8-2', '2017-09-11', 30, 'day', '2017-10-11', '2017-10-12'],
    ['WHMZ-ZZ-20-3', '2017-07-03', 60, 'day', '2017-09-01', '2017-09-02'],
    ['WHMZ-JL-9-4', '2017-07-07', 2, 'workday', '2017-07-11', '2017-07-12'],
  ] as const)('%s:%s 起 %i %s，%s 当日按期，%s 零时起逾期', (_clause, from, n, unit, last, next) => {
    expect(lateAt(from, n, unit, `${last}T23:59:59`)).toBe(false);
    expect(lateAt(from, n, unit, `${next}T00:00`)).toBe(true);
  });

  it('NAT-QZ-69-1:十个工作日扣除中秋、国庆放假，计入 10-10 上班，不计当日', () => {
    const r = limit('2026-09-22', 10, 'workday', 'party');
    expect(r.firstDay).toBe('2026-09-23');
    expect(r.skipped.map((s) => s.day.slice(5))).toEqual([
      ...['09-25', '09-26', '09-27'],
      ...['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'],
      '10-11',
    ]);
    expect(r.makeupCounted.map((m) => m.day)).toEqual(['2026-10-10']);
  });

  it('NAT-CF-85-1、NAT-XK-82-1:按自然日算会得出别的日子', () => {
    expect(limit('2026-09-30', 7, 'day', 'restraint').due).toBe('2026-10-07');
    expect(limit('2026-09-24', 20, 'day', 'restraint').due).toBe('2026-10-14');
  });
});
