import type { CalendarView } from '@zhaozhang/api/contract';
import { day, weekday } from '@zhaozhang/core/time';

export type CalendarDay = CalendarView['months'][number]['days'][number];

/** How a kind of day is marked: a letter in its cell and what the letter means. Ordinary working days have none. */
export const dayMarks: Readonly<
  Record<CalendarDay['kind'], { readonly letter: string; readonly means: string }>
> = {
  workday: { letter: '', means: '工作日' },
  statutory: { letter: '假', means: '法定节假日' },
  bridge: { letter: '调', means: '调休放假' },
  weekend: { letter: '休', means: '周末' },
  makeup: { letter: '班', means: '调休上班，是工作日' },
};

/** Days before the first of the month in a week that begins on Monday. */
export function lead(firstDay: string): number {
  return weekday(day(firstDay)) - 1;
}

/** What a month holds besides ordinary weeks: each holiday with its days off and the days worked for it. */
export function holidayNotes(days: readonly CalendarDay[]): readonly string[] {
  const names = [...new Set(days.flatMap((one) => (one.name === undefined ? [] : [one.name])))];
  return names.map((name) => {
    const mine = days.filter((one) => one.name === name);
    const off = runs(mine.filter((one) => one.kind !== 'makeup' && one.kind !== 'workday'));
    const worked = runs(mine.filter((one) => one.kind === 'makeup'));
    const parts = [off === '' ? '' : `${off}放假`, worked === '' ? '' : `${worked}上班`];
    return `${name}：${parts.filter((part) => part !== '').join('，')}`;
  });
}

/** 「1 日至 7 日、10 日」 */
function runs(days: readonly CalendarDay[]): string {
  const spans: [number, number][] = [];
  for (const one of days) {
    const n = Number(one.day.slice(8));
    const last = spans.at(-1);
    if (last !== undefined && last[1] === n - 1) last[1] = n;
    else spans.push([n, n]);
  }
  return spans
    .map(([first, last]) => (first === last ? `${first} 日` : `${first} 日至 ${last} 日`))
    .join('、');
}
