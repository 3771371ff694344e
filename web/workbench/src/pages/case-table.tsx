import type { FoundRow } from '@zhaozhang/api/contract';
import { dayText } from '@zhaozhang/kit';
import type { ReactNode } from 'react';
import { PickAll, PickOne } from '../batch/pick.tsx';
import type { Selection } from '../batch/use-selection.ts';
import { Found } from '../cases/found.tsx';
import { Names } from '../parts/names.tsx';
import { caseIdOf, hrefOf } from '../route/route.ts';
import { numbersOf } from '../parts/numbers-of.ts';

/** Files as a table; below 768 px the style sheet turns each row into a card, with its headings beside the values. */
export function CaseTable({
  rows,
  text,
  selection,
}: {
  readonly rows: readonly FoundRow[];
  /** The words the list was narrowed by. */
  readonly text: string;
  readonly selection: Selection;
}): ReactNode {
  return (
    <table className="cases">
      <caption className="unseen">案件列表</caption>
      <thead>
        <tr>
          <PickAll {...{ rows, selection }} />
          <th scope="col">案件</th>
          <th scope="col">当事人</th>
          <th scope="col">阶段</th>
          <th scope="col">承办人</th>
          <th scope="col">最近变动</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.stream}>
            <PickOne {...{ row, selection }} />
            <td className="cases-title">
              <a data-item data-tick={row.stream} href={hrefOf({ page: 'case', id: caseIdOf(row.stream) })}>
                {row.title}
              </a>
              <span className="small second">
                {[row.kindLabel ?? '', numbersOf(row)].filter(Boolean).join(' · ')}
              </span>
              {(row.marks ?? []).map((mark) => (
                <span key={mark} className="chip chip-plain">
                  {mark}
                </span>
              ))}
              {row.partners === undefined ? null : (
                <span className="chip chip-plain" title={`与${row.partners.join('、')}联合执法`}>
                  联合执法
                </span>
              )}
              <Found row={row} text={text} />
            </td>
            <td data-label="当事人">
              <Names names={row.parties} none="尚未确定" />
            </td>
            <td data-label="阶段">
              <span>
                {row.stageLabel}
                {row.defects > 0 ? <span className="chip chip-warn">瑕疵 {row.defects}</span> : null}
              </span>
            </td>
            <td data-label="承办人">
              <Names names={row.handlers} none="尚未指派" />
            </td>
            <td data-label="最近变动" className="nowrap">
              {row.changed === undefined ? '' : dayText(row.changed)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
