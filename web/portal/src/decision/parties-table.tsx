import type { ReactNode } from 'react';
import { keyed } from '../parts/keyed.ts';
import type { PartyRow } from './party-rows.ts';

/** Parties and what was imposed on each; as cards on narrow screens. */
export function PartiesTable({ rows }: { readonly rows: readonly PartyRow[] }): ReactNode {
  return (
    <table className="cards">
      <caption className="unseen">当事人与处罚</caption>
      <thead>
        <tr>
          <th scope="col">当事人</th>
          <th scope="col">处罚</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">
              {row.name}
              <span className="number">
                {row.kind}
                {row.count > 1 ? ` · 隐名后同名 ${row.count} 名` : null}
                {row.code === undefined ? null : ` · 统一社会信用代码 ${row.code}`}
              </span>
            </th>
            <td data-label="处罚">
              <Sanctions texts={row.sanctions} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sanctions({ texts }: { readonly texts: readonly string[] }): ReactNode {
  if (texts.length === 0) return '未给予处罚';
  if (texts.length === 1) return texts[0];
  return (
    <ul>
      {keyed(texts).map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  );
}
