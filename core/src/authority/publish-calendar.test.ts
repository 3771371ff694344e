import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { buildCalendar, instant, readCalendarYear } from '../time/index.ts';
import type { CalendarYear } from '../time/index.ts';
import { PlayedCase, staffedAgency } from '../trial/played-case.ts';
import { smallLaw } from '../trial/small-law.ts';

const folder = fileURLToPath(new URL('../../../law/calendar/CN/', import.meta.url));
const files = readdirSync(folder)
  .filter((name) => /^\d{4}\.yaml$/.test(name))
  .map((name) => parse(readFileSync(`${folder}${name}`, 'utf8')) as { year: number; status: string });
const contentOf = (year: number) => {
  const { status: _, ...content } = files.find((one) => one.year === year) ?? { status: '' };
  return content as Record<string, unknown> & { holidays: { off?: string; work?: string }[] };
};
const empty = (year: number, status: CalendarYear['status'] = 'provisional'): CalendarYear => ({
  ...{ year, status, notices: [], statutory: [], off: [], work: [] },
});
const lawWith = (...years: CalendarYear[]) => smallLaw({ calendar: buildCalendar(years) });
const law = lawWith(empty(2017), empty(2026));

function tried(input: unknown, under = law, now = '2026-03-02T09:00') {
  const agency = staffedAgency();
  const act = {
    ...{ id: 'N1', name: 'agency.publish-calendar', agency: 'trial', stream: agency.stream },
    ...{ input, record: {}, occurredAt: instant(now) },
  };
  return decide(agency, act, new PlayedCase(under, agency).context('head', now));
}

function refused(input: unknown, under = law, now?: string) {
  const decision = tried(input, under, now);
  if (!('refusals' in decision)) throw new Error('应当被拒，却办成了');
  return decision.refusals.map((one) => ({ ...one, says: one.remedy?.says ?? '' }));
}

const good = contentOf(2026);
const plain = { ...good, holidays: [{ name: '元旦', off: '01-01' }] };

describe('录入放假通知', () => {
  it('日历文件里每一个已公布的年份都录得进去，读出来与文件相同', () => {
    const announced = files.filter((one) => one.status === 'announced');
    expect(announced.length).toBeGreaterThan(8);
    for (const { year } of announced) {
      const decision = tried(
        contentOf(year),
        lawWith(empty(2017), empty(year === 2017 ? 2018 : year)),
        '2026-12-31T09:00',
      );
      if ('refusals' in decision) throw new Error(`${year} ${decision.refusals[0]?.because ?? ''}`);
      const [event] = decision.streams[0]?.events ?? [];
      if (event === undefined) throw new Error('没有事件');
      const after = evolve(staffedAgency(), event);
      expect(after).toMatchObject({
        calendars: [
          { act: 'N1', arrangement: readCalendarYear({ ...contentOf(year), status: 'announced' }) },
        ],
      });
    }
  });

  it('此前的安排留在事件里；没有文件的年份没有可留的', () => {
    const outcomeOf = (under: typeof law) => {
      const decision = tried(good, under);
      return 'refusals' in decision ? undefined : decision.streams[0]?.events[0]?.outcome;
    };
    expect(outcomeOf(law)).toEqual({ replaced: empty(2026) });
    expect(outcomeOf(lawWith(empty(2017)))).toBeUndefined();
  });

  it('没有录入过的机关，状态与从前完全一样', () => {
    expect(Object.keys(staffedAgency())).not.toContain('calendars');
  });

  it('已公布的年份要写更换理由', () => {
    const announced = lawWith(empty(2017), empty(2026, 'announced'));
    expect(refused(good, announced)).toMatchObject([
      { code: 'CALENDAR_ANNOUNCED', field: 'input.reason', says: '确需更换的，写明更换理由' },
    ]);
    expect(tried({ ...good, reason: '年中另有通知' }, announced)).toHaveProperty('streams');
  });

  it.each<[string, unknown, string, string]>([
    ['没有通知', { ...good, notices: [] }, 'input.notices', '已公布的年份须写明放假通知的文号'],
    [
      '调休上班写成平日',
      { ...good, holidays: [{ name: '元旦', off: '01-01', work: '01-05' }] },
      'input.holidays.0.work',
      '本来就上班',
    ],
    [
      '不存在的日子',
      { ...good, holidays: [{ name: '元旦', off: '02-30' }] },
      'input.holidays.0.off',
      '应为「月-日」或「月-日..月-日」',
    ],
    [
      '同一日既放假又上班',
      { ...good, holidays: [{ name: '元旦', off: '01-01..01-04', work: '01-04' }] },
      'input.holidays',
      '既放假又上班',
    ],
    ['写错栏目', { ...good, holidays: [{ name: '元旦', of: '01-01' }] }, 'input.holidays.0.of', '没有这一栏'],
    ['没有节日', { ...good, holidays: [] }, 'input.holidays', '一年至少有一个节日'],
    ['早于日历首年', { ...plain, year: 2016 }, 'input.year', '日历自 2017 年起'],
    ['年份与通知对不上', { ...plain, year: 2028 }, 'input.notices.0.issued', '应当出自上一年或者当年的通知'],
    [
      '成文日期还没有到',
      { ...good, notices: [{ number: '号', title: '题', issued: '2026-03-03' }] },
      'input.notices.0.issued',
      '还没有到',
    ],
  ])('%s的，说明是哪一栏', (_what, input, field, because) => {
    const found = refused(input).find((one) => one.field === field);
    expect(found?.because).toContain(because);
    expect(found?.says).toMatch(/[\u4e00-\u9fff]{2}/);
  });

  it('比已有的通知更早的，不能换掉它', () => {
    const notices = [
      { number: '号', title: '题', issued: '2026-01-20' },
    ] as unknown as CalendarYear['notices'];
    const later = lawWith(empty(2017), { ...empty(2026, 'announced'), notices });
    expect(refused({ ...good, reason: '换成原来的' }, later)).toMatchObject([
      { code: 'CALENDAR_NOTICE_OLDER' },
    ]);
  });
});
