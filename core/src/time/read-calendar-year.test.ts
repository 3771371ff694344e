import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readCalendarYear, readStatute } from './index.ts';

const good = `
year: 2026
status: announced
notices: [{ number: 国办发明电〔2025〕7号, title: 放假通知, issued: 2025-11-04 }]
holidays:
  - { name: 国庆节, off: 10-01..10-07, statutory: 10-01..10-03, work: [09-20, 10-10] }
`;
const changed = (from: string, to: string) => () => readCalendarYear(parse(good.replace(from, to)));

describe('年度文件的读取', () => {
  it('展开连着的日子并带上节日名', () => {
    const year = readCalendarYear(parse(good));
    expect(year.off.map((o) => o.day)).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `2026-10-0${n}`));
    expect(year.statutory).toHaveLength(3);
    expect(year.work).toEqual([
      { day: '2026-09-20', name: '国庆节' },
      { day: '2026-10-10', name: '国庆节' },
    ]);
    expect(year.notices).toEqual([
      { number: '国办发明电〔2025〕7号', title: '放假通知', issued: '2025-11-04' },
    ]);
  });

  it.each([
    ['year: 2026', 'year: 二〇二六', '日历年文件 的 year', '四位年份'],
    ['status: announced', 'status: 已公布', '日历年文件 2026 的 status', 'provisional'],
    ['issued: 2025-11-04', 'issued: 2025-11-31', 'notices[0].issued', '2025-11-31'],
    ['issued: 2025-11-04', 'isued: 2025-11-04', 'notices[0]', '没有「isued」这个字段'],
    ['number: 国办发明电〔2025〕7号', 'number: ""', 'notices[0].number', '应为文字'],
    [
      'notices: [{ number: 国办发明电〔2025〕7号, title: 放假通知, issued: 2025-11-04 }]',
      '',
      'notices',
      '文号',
    ],
    ['notices: [', 'notices: { a: [', 'notices', '应为列表'],
    ['name: 国庆节, ', '', 'holidays[0].name', '（空）'],
    ['10-01..10-07', '10-07..10-01', 'holidays[0].off', '10-07..10-01'],
    ['10-01..10-07', '2026-10-01', 'holidays[0].off', '2026-10-01'],
    ['10-01..10-07', '[10-01, 10-32]', 'holidays[0].off[1]', '10-32'],
    ['10-01..10-03', '02-29', 'holidays[0].statutory', '02-29'],
    ['[09-20, 10-10]', '[09-21, 10-10]', 'holidays[0].work', '9 月 21 日 周一本来就上班'],
    ['[09-20, 10-10]', '[10-03]', 'holidays', '既放假又上班'],
    [', work: [', ', wrok: [', 'holidays[0]', '没有「wrok」这个字段'],
  ])('「%s」写成「%s」时指出文件与字段 %s', (from, to, field, why) => {
    const text = to.startsWith('notices: {') ? good.replace(from, to).replace('04 }]', '04 }] }') : undefined;
    const run = text === undefined ? changed(from, to) : () => readCalendarYear(parse(text));
    expect(run).toThrow(RangeError);
    expect(run).toThrow(field);
    expect(run).toThrow(why);
  });

  it('不是一组字段的文件不被接受', () => {
    for (const raw of [undefined, null, [], 'year: 2026', 3]) {
      expect(() => readCalendarYear(raw)).toThrow('日历年文件：应为一组字段');
      expect(() => readStatute(raw)).toThrow('放假办法文件：应为一组字段');
    }
  });

  it('没有节日的年份不被接受', () => {
    expect(() => readCalendarYear({ year: 2028, status: 'provisional', holidays: [] })).toThrow(
      '至少有一个节日',
    );
  });
});

describe('放假办法文件的读取', () => {
  const edition = (since: number) => ({
    since,
    order: '国务院令第795号',
    issued: '2024-11-10',
    article: '第二条',
    fixed: [{ name: '国庆节', on: '10-01..10-03' }],
  });

  it('展开固定日期与逐年日期', () => {
    const statute = readStatute({
      title: '放假办法',
      editions: [edition(2025)],
      movable: [{ year: 2028, days: [{ name: '春节', on: '01-25..01-28' }] }],
    });
    expect(statute.editions[0]?.fixed.map((f) => f.monthDay)).toEqual(['10-01', '10-02', '10-03']);
    expect(statute.movable.map((m) => m.day)).toEqual([
      '2028-01-25',
      '2028-01-26',
      '2028-01-27',
      '2028-01-28',
    ]);
  });

  it('版本次序颠倒、日期写错时指出字段', () => {
    const unordered = { title: '放假办法', editions: [edition(2025), edition(2014)] };
    expect(() => readStatute(unordered)).toThrow('放假办法文件 的 editions[1].since：须晚于上一版的起始年');
    const bad = {
      title: '放假办法',
      editions: [{ ...edition(2025), fixed: [{ name: '元旦', on: '13-01' }] }],
    };
    expect(() => readStatute(bad)).toThrow('editions[0].fixed[0].on');
  });
});
