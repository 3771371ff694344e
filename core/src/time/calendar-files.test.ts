import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { LegalHoliday, LunarDay, SolarDay } from 'tyme4ts';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { calendarOf } from './files.test-oracle.ts';
import { day, dayFromNumber, dayNumber, type Day, readCalendarYear, readStatute } from './index.ts';

const dir = new URL('../../../law/calendar/CN/', import.meta.url);
const read = (name: string): unknown => parse(readFileSync(new URL(name, dir), 'utf8'));
const files = {
  years: readdirSync(dir)
    .filter((name) => /^\d{4}\.yaml$/.test(name))
    .map(read),
  statute: read('statute.yaml'),
};
const calendar = calendarOf(files);
const years = files.years.map(readCalendarYear);
const announced = years.filter((y) => y.status === 'announced');

// chinese-days' table rather than its functions, which read the machine's time zone.
const table = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json'), 'utf8'),
) as { holidays: Record<string, string>; workdays: Record<string, string> };

function everyDay(first: Day, last: Day): Day[] {
  const from = dayNumber(first);
  return Array.from({ length: dayNumber(last) - from + 1 }, (_, i) => dayFromNumber(from + i));
}
const covered = everyDay(day('2017-01-01'), day('2026-12-31'));

const iso = (d: SolarDay): string =>
  `${d.getYear()}-${String(d.getMonth()).padStart(2, '0')}-${String(d.getDay()).padStart(2, '0')}`;

/** The movable statutory days of a year, from lunar arithmetic alone. */
function movable(year: number): string[] {
  const newYear = LunarDay.fromYmd(year, 1, 1).getSolarDay();
  const spring = (year >= 2025 ? [-1, 0, 1, 2] : [0, 1, 2]).map((n) => iso(newYear.next(n)));
  const qingming = [3, 4, 5, 6].filter((n) => {
    const term = SolarDay.fromYmd(year, 4, n).getTermDay();
    return term.getSolarTerm().getName() === '清明' && term.getDayIndex() === 0;
  });
  const others = [LunarDay.fromYmd(year, 5, 5), LunarDay.fromYmd(year, 8, 15)].map((d) =>
    iso(d.getSolarDay()),
  );
  return [...spring, ...qingming.map((n) => `${year}-04-0${n}`), ...others];
}

function fixed(year: number): string[] {
  const labour = year >= 2025 ? ['05-01', '05-02'] : ['05-01'];
  return ['01-01', ...labour, '10-01', '10-02', '10-03'].map((d) => `${year}-${d}`);
}

describe('年度文件', () => {
  it('2017 至 2026 年已公布并引放假通知文号，2027 年暂定', () => {
    expect(announced.map((y) => y.year)).toEqual([
      2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
    ]);
    expect(years.find((y) => y.year === 2027)).toMatchObject({
      status: 'provisional',
      notices: [],
      off: [],
      work: [],
    });
    for (const y of announced) {
      for (const n of y.notices) expect(n.number).toMatch(/^国办发明电〔\d{4}〕\d+号$/);
    }
    const numbers = (year: number) => announced.find((y) => y.year === year)?.notices.map((n) => n.number);
    expect(numbers(2019)).toEqual(['国办发明电〔2018〕15号', '国办发明电〔2019〕3号']);
    expect(numbers(2020)).toEqual(['国办发明电〔2019〕16号', '国办发明电〔2020〕1号']);
    expect(numbers(2026)).toEqual(['国办发明电〔2025〕7号']);
  });

  it('与 chinese-days 逐日对照，3652 日零差异', () => {
    const different = covered.filter((d) => {
      const weekend = dayNumber(d) >= 0 && [5, 6].includes((dayNumber(d) + 3) % 7);
      const theirs = d in table.workdays || (!weekend && !(d in table.holidays));
      return theirs !== calendar.isWorkday(d);
    });
    expect(covered).toHaveLength(3652);
    expect(different).toEqual([]);
  });

  it('放假的每一日与调休上班的每一日，与 chinese-days 逐条对照零差异', () => {
    const inYears = (d: string): boolean => d >= '2017' && d < '2027';
    const off = new Set<string>(announced.flatMap((y) => [...y.off, ...y.statutory].map((o) => o.day)));
    const work = new Set<string>(announced.flatMap((y) => y.work.map((w) => w.day)));
    // A lone holiday「与周末连休」: the notice names only the holiday, and so do both.
    expect([...work].sort()).toEqual(Object.keys(table.workdays).filter(inYears).sort());
    const theirs = Object.keys(table.holidays).filter(inYears);
    const weekendOnly = (d: string): boolean => [5, 6].includes((dayNumber(day(d)) + 3) % 7);
    expect(theirs.filter((d) => !off.has(d) && !weekendOnly(d))).toEqual([]);
    expect([...off].filter((d) => !theirs.includes(d))).toEqual([]);
  });

  it('与 tyme4ts 的放假表逐日对照，零差异', () => {
    const different = covered.filter((d) => {
      const [y, m, n] = d.split('-').map(Number) as [number, number, number];
      const theirs = LegalHoliday.fromYmd(y, m, n);
      if (theirs === null)
        return calendar.isWorkday(d) !== SolarDay.fromYmd(y, m, n).getWeek().getIndex() % 6 > 0;
      return calendar.isWorkday(d) !== theirs.isWork();
    });
    expect(different).toEqual([]);
  });

  it('法定假日与 tyme4ts 的农历、节气逐年对照：2024 年及以前十一日，2025 年起十三日', () => {
    for (const { year, statutory } of years) {
      const ours = statutory.map((s) => s.day as string).sort();
      expect({ year, days: ours }).toEqual({ year, days: [...fixed(year), ...movable(year)].sort() });
      expect(ours).toHaveLength(year >= 2025 ? 13 : 11);
    }
  });

  it('推算年份的农历日期与 tyme4ts 对照，2028 至 2037 年零差异', () => {
    const ours = readStatute(files.statute).movable.map((m) => m.day as string);
    const expected = Array.from({ length: 10 }, (_, i) => movable(2028 + i)).flat();
    expect([...ours].sort()).toEqual(expected.sort());
    expect(expected.filter((d) => calendar.kindOf(day(d)) !== 'statutory')).toEqual([]);
  });

  it('暂定年份的法定假日与放假办法推算的一致，除夕是 2027-02-05', () => {
    const withoutFile = calendarOf({
      ...files,
      years: files.years.filter((y) => readCalendarYear(y).year < 2027),
    });
    expect(calendar.kindOf(day('2027-02-05'))).toBe('statutory');
    expect(withoutFile.statusOf(day('2027-02-05'))).toBe('provisional');
    expect(fixed(2027).filter((d) => withoutFile.kindOf(day(d)) !== calendar.kindOf(day(d)))).toEqual([]);
  });

  it('每条通知的标题写着它所安排或调整的年份', () => {
    for (const { year, notices } of announced) {
      for (const n of notices) expect(n.title).toMatch(new RegExp(`${year}年|${year + 1}年`));
      expect(notices.some((n) => n.title.includes(`${year}年部分节假日`))).toBe(true);
    }
  });
});
