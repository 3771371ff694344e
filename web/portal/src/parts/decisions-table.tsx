import type { PublicRow } from '@zhaozhang/api/contract/public';
import type { ReactNode } from 'react';
import { OnDay } from './on-day.tsx';

/**
 * Decisions as a table, on narrow screens as cards. A card's cells carry their column's name: some browsers forget
 * that a table is one once its rows are laid out as blocks, and then the name is all that is left to read.
 */
export function DecisionsTable({
  rows,
  caption,
}: {
  readonly rows: readonly PublicRow[];
  readonly caption: string;
}): ReactNode {
  return (
    <table className="cards">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">决定</th>
          <th scope="col">当事人</th>
          <th scope="col">作出机关</th>
          <th scope="col">日期</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

/** What was withdrawn keeps its number and its place; whom it was about is no longer said. */
function Row({ row }: { readonly row: PublicRow }): ReactNode {
  return (
    <tr>
      <th scope="row">
        <a href={`/decisions/${encodeURIComponent(row.id)}`}>{row.withdrawn ? '已撤回公示' : row.title}</a>
        <span className="number">{row.documentNumber}</span>
      </th>
      <td data-label="当事人">{row.withdrawn ? '不再公示' : row.party}</td>
      <td data-label="作出机关">{row.agency}</td>
      <td data-label="日期">
        <div className="dates">
          {row.decidedDay === '' ? null : (
            <div>
              作出 <OnDay day={row.decidedDay} />
            </div>
          )}
          <div>
            公示 <OnDay day={row.publishedDay} />
          </div>
        </div>
      </td>
    </tr>
  );
}
