import type { CaseRow } from '@zhaozhang/api/contract';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { Selection } from './use-selection.ts';

/** The head of the column of boxes: ticks all lines shown, or none. */
export function PickAll({
  rows,
  selection,
}: {
  readonly rows: readonly CaseRow[];
  readonly selection: Selection;
}): ReactNode {
  const picked = rows.filter(({ stream }) => selection.rows.has(stream)).length;
  const all = picked === rows.length && rows.length > 0;
  return (
    <th scope="col" className="pick">
      <Checkbox
        checked={all}
        indeterminate={picked > 0 && !all}
        aria-label="选中列出的全部案件"
        onChange={() => (all ? selection.drop(rows) : selection.add(rows))}
      />
    </th>
  );
}

export function PickOne({
  row,
  selection,
}: {
  readonly row: CaseRow;
  readonly selection: Selection;
}): ReactNode {
  const name = row.parties.length > 0 ? `${row.title}，${row.parties.join('、')}` : row.title;
  return (
    <td className="pick">
      <Checkbox
        checked={selection.rows.has(row.stream)}
        aria-label={`选中${name}`}
        data-pick={row.stream}
        onChange={() => selection.toggle(row)}
      />
    </td>
  );
}
