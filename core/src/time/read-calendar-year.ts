import type { CalendarYear, NamedDay } from './calendar-year.ts';
import { formatDay, weekday } from './day.ts';
import { type FieldReader, fieldReader, named } from './raw-fields.ts';
import { shown } from './shown.ts';

/**
 * Reads one parsed file of `law/calendar/CN/`.
 * @throws RangeError naming file and field: an unknown key, a day that does not exist or lies in another year,
 * a make-up day on a weekday, a day both free and worked, an announced year without notice.
 */
export function readCalendarYear(raw: unknown): CalendarYear {
  const loose = fieldReader('日历年文件');
  const top = loose.record(raw, '', ['year', 'status', 'notices', 'holidays']);
  const year = loose.year(top.year, 'year');
  const read = fieldReader(`日历年文件 ${year}`);
  const status = top.status;
  if (status !== 'announced' && status !== 'provisional') {
    return read.refuse('status', `只能是 announced（已公布）或 provisional（暂定），得到${shown(status)}`);
  }
  const notices = readNotices(read, top.notices);
  if (status === 'announced' && notices.length === 0) {
    read.refuse('notices', '已公布的年份须写明放假通知的文号');
  }
  const statutory: NamedDay[] = [];
  const off: NamedDay[] = [];
  const work: NamedDay[] = [];
  const holidays = read.list(top.holidays, 'holidays');
  if (holidays.length === 0) read.refuse('holidays', '一年至少有一个节日');
  holidays.forEach((value, i) => {
    const at = `holidays[${i}]`;
    const holiday = read.record(value, at, ['name', 'off', 'statutory', 'work']);
    const name = read.text(holiday.name, `${at}.name`);
    statutory.push(...named(read.days(holiday.statutory, `${at}.statutory`, year), name));
    off.push(...named(read.days(holiday.off, `${at}.off`, year), name));
    for (const day of read.days(holiday.work, `${at}.work`, year)) {
      if (weekday(day) < 6) read.refuse(`${at}.work`, `${formatDay(day)}本来就上班，不是调休上班日`);
      work.push({ day, name });
    }
  });
  const free = new Set([...statutory, ...off].map((d) => d.day));
  const clash = work.find((w) => free.has(w.day));
  if (clash !== undefined) read.refuse('holidays', `${formatDay(clash.day)}既放假又上班`);
  return { year, status, notices, statutory, off, work };
}

function readNotices(read: FieldReader, value: unknown): CalendarYear['notices'] {
  if (value === undefined) return [];
  return read.list(value, 'notices').map((item, i) => {
    const at = `notices[${i}]`;
    const notice = read.record(item, at, ['number', 'title', 'issued']);
    return {
      number: read.text(notice.number, `${at}.number`),
      title: read.text(notice.title, `${at}.title`),
      issued: read.day(notice.issued, `${at}.issued`),
    };
  });
}
