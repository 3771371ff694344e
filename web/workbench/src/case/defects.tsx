import type { CaseView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { hrefOf } from '../route/route.ts';

/** Every defect in the file in one place: what is missing, where, and the reason given. */
export function Defects({ view, id }: { readonly view: CaseView; readonly id: string }): ReactNode {
  const found = view.entries.flatMap((entry) => entry.defects.map((defect) => ({ entry, defect })));
  return (
    <section className="case-defects" aria-labelledby="case-defects-title">
      <h2 id="case-defects-title">瑕疵</h2>
      {found.length === 0 ? (
        <p className="second">卷内没有瑕疵。</p>
      ) : (
        <ul>
          {found.map(({ entry, defect }) => (
            <li key={`${entry.id} ${defect.because} ${defect.cite}`} className="notice notice-warn">
              <p>
                <a href={hrefOf({ page: 'case', id, entry: entry.id })}>{entry.title}</a>
              </p>
              <p>
                {defect.because}（{defect.cite}）
              </p>
              <p className="small">原因：{defect.reason}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
