import type { ReactNode } from 'react';
import { type Cell, type CountedReading, type Mark, type Week, weeksOf } from './calendar-weeks.ts';
import { dayText } from './day-text.ts';

const words: Readonly<Record<Mark, string>> = {
  start: '起',
  counted: '',
  off: '休',
  makeup: '班',
  due: '届满',
  lawful: '末日',
  rolled: '顺延',
  outside: '',
};

const spoken: Readonly<Record<Mark, string>> = {
  start: '开始的当日，不计入',
  counted: '计入',
  off: '不计入',
  makeup: '调休上班，计入',
  due: '届满之日',
  lawful: '顺延后的末日',
  rolled: '休息日，顺延',
  outside: '不在期限内',
};

/** The days of one limit, week by week: days off, make-up days, the last day and the rolled one, each with a word. */
export function CalendarStrip({ reading }: { readonly reading: CountedReading }): ReactNode {
  const weeks = weeksOf(reading);
  if (weeks.length === 0) return null;
  return (
    <table className="strip">
      <caption className="strip-caption">
        {dayText(reading.from)}至{dayText(reading.lawfulDue)}，逐日计算
      </caption>
      <thead>
        <tr>
          <th scope="col">月</th>
          {['一', '二', '三', '四', '五', '六', '日'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{weeks.map((week, index) => row(week, index))}</tbody>
    </table>
  );
}

function row(week: Week, index: number): ReactNode {
  if ('omitted' in week)
    return (
      <tr key={index}>
        <td className="strip-omitted" colSpan={8}>
          中间 {week.omitted} 周从略
        </td>
      </tr>
    );
  return (
    <tr key={index}>
      <th scope="row">{week.month}</th>
      {week.cells.map(cell)}
    </tr>
  );
}

function cell(one: Cell): ReactNode {
  if (one.mark === 'outside') return <td key={one.day} aria-label="不在期限内" />;
  return (
    <td
      key={one.day}
      className={`strip-${one.mark}`}
      title={`${dayText(one.day)} ${one.name ?? ''} ${spoken[one.mark]}`}
    >
      <span>{one.dayOfMonth}</span>
      <small>{words[one.mark]}</small>
    </td>
  );
}
