import type { CalendarReading } from '@zhaozhang/api/contract';
import { dayText } from '@zhaozhang/kit';
import { addDays, day } from '@zhaozhang/core/time';
import type { ReactNode } from 'react';
import { dayMarks } from './day-marks.ts';

type Draft = NonNullable<CalendarReading['draft']>;
type Change = Draft['days'][number];

/** What a notice would change, before it is confirmed: day by day, and how many cases rest on them. */
export function NoticeDifference({ draft }: { readonly draft: Draft }): ReactNode {
  const { workdays } = draft;
  return (
    <section className="panel" aria-labelledby="difference-title">
      <h2 id="difference-title">录入之后会改变什么</h2>
      <ul className="notice-facts">
        <li>{standings[draft.standing](draft.year)}</li>
        <li>
          {draft.days.length === 0
            ? '没有一日改变种类。'
            : `有 ${draft.days.length} 日改变种类或者所属的节日；全年工作日由 ${workdays.before} 天变为 ${workdays.after} 天。`}
        </li>
        <li>
          {draft.cases === 0
            ? '没有案件的期限跨过这些日子，不必重算。'
            : `有 ${draft.cases} 件案件的期限跨过这些日子，其中 ${draft.open} 件还有事项未办；录入之后只重算这些案件。`}
        </li>
        <li className="second">已经印出的文书不变；已经告知当事人的日期只延不缩。</li>
      </ul>
      {draft.days.length === 0 ? null : (
        <table className="cases">
          <caption className="unseen">改变的日子</caption>
          <thead>
            <tr>
              <th scope="col">日子</th>
              <th scope="col">原来</th>
              <th scope="col">改为</th>
            </tr>
          </thead>
          <tbody>
            {runs(draft.days).map(([first, last]) => (
              <tr key={first.day}>
                <td className="cases-title">
                  {first === last ? dayText(first.day) : `${dayText(first.day)} 至 ${dayText(last.day)}`}
                </td>
                <td data-label="原来">{words(first.before)}</td>
                <td data-label="改为">{words(first.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const standings: Readonly<Record<Draft['standing'], (year: number) => string>> = {
  provisional: (year) => `${year} 年由暂定变为已公布。`,
  none: (year) => `${year} 年此前没有录入，录入之后为已公布。`,
  announced: (year) => `${year} 年的放假安排已经公布，这次录入将更换它。`,
};

function words({ kind, name }: Change['before']): string {
  const { means } = dayMarks[kind];
  return name === undefined ? means : `${means}（${name}）`;
}

/** Days in a row that change alike are told as one stretch. */
function runs(days: readonly Change[]): readonly (readonly [Change, Change])[] {
  const found: [Change, Change][] = [];
  for (const one of days) {
    const run = found.at(-1);
    const alike =
      run !== undefined &&
      addDays(day(run[1].day), 1) === one.day &&
      words(run[0].before) === words(one.before) &&
      words(run[0].after) === words(one.after);
    if (alike) run[1] = one;
    else found.push([one, one]);
  }
  return found;
}
