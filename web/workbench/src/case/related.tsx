import type { CaseView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { hrefOf } from '../route/route.ts';

/** Cases this one has to do with: where it went, what came in, what it belongs together with. */
export function Related({ view }: { readonly view: CaseView }): ReactNode {
  const related = view.related ?? [];
  if (related.length === 0) return null;
  return (
    <section className="related" aria-labelledby="related-title">
      <h2 id="related-title">
        关联案件 <span className="second">{related.length}</span>
      </h2>
      <ul>
        {related.map((other) => (
          <li key={`${other.stream} ${other.relation}`}>
            <a href={hrefOf({ page: 'case', id: other.stream.slice('case/'.length) })}>{other.title}</a>{' '}
            <span className="small second">{other.relation}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
