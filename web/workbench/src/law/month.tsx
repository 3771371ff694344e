import type { CalendarView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { type CalendarDay, dayMarks, holidayNotes, lead } from './day-marks.ts';

type Month = CalendarView['months'][number];

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** A month in weeks from Monday; every day off and every made-up working day bears its letter. */
export function MonthGrid({ month, today }: { readonly month: Month; readonly today: string }): ReactNode {
  return (
    <section className="law-month">
      <table>
        <caption>
          <strong>{month.month} 月</strong>
          <span className="small second"> {month.workdays} 个工作日</span>
        </caption>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col" abbr={`星期${name}`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month.days).map((week) => (
            <tr key={week.find((one) => one !== undefined)?.day ?? ''}>
              {week.map((one, index) =>
                one === undefined ? (
                  <NoDay key={weekdays[index]} />
                ) : (
                  <Cell key={one.day} day={one} today={one.day === today} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="small">
        {holidayNotes(month.days).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

function Cell({ day, today }: { readonly day: CalendarDay; readonly today: boolean }): ReactNode {
  const { letter, means } = dayMarks[day.kind];
  return (
    <td className={`day day-${day.kind}${today ? ' day-today' : ''}`} title={day.name}>
      <span className="day-number">{Number(day.day.slice(8))}</span>
      <span className="day-letter" aria-hidden="true">
        {letter}
      </span>
      <span className="unseen">
        {means}
        {today ? '，今天' : ''}
      </span>
    </td>
  );
}

/** A place in the week that is of another month: nothing to say, and no control. */
function NoDay(): ReactNode {
  // oxlint-disable-next-line jsx-a11y/control-has-associated-label
  return <td />;
}

function weeksOf(days: readonly CalendarDay[]): readonly (readonly (CalendarDay | undefined)[])[] {
  const cells = [...Array<undefined>(lead(days[0]?.day ?? '')).fill(undefined), ...days];
  while (cells.length % 7 !== 0) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
