import type { CaseView, ObligationView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { Clauses } from '../parts/clauses.tsx';
import { Due, Left } from '../parts/due.tsx';
import { hrefOf } from '../route/route.ts';

/** What is owed in this case and until when; what has been met is folded below. */
export function Duties({ view, id }: { readonly view: CaseView; readonly id: string }): ReactNode {
  const open = view.obligations.filter((duty) => duty.met === undefined);
  const met = view.obligations.filter((duty) => duty.met !== undefined);
  return (
    <section className="case-duties" aria-labelledby="case-duties-title">
      <h2 id="case-duties-title">期限</h2>
      {open.length === 0 ? <p className="second">现在没有在走的期限。</p> : <List duties={open} id={id} />}
      {met.length === 0 ? null : (
        <details>
          <summary>已办结的期限 {met.length}</summary>
          <List duties={met} id={id} />
        </details>
      )}
    </section>
  );
}

function List({
  duties,
  id,
}: {
  readonly duties: readonly ObligationView[];
  readonly id: string;
}): ReactNode {
  return (
    <ul>
      {duties.map((duty) => (
        <li key={duty.id} className="case-duty">
          <p className="case-duty-what">
            {duty.label}
            {duty.subject === '' ? null : <span className="second"> · {duty.subject}</span>}
          </p>
          <p>
            <Due duty={duty} /> <Left duty={duty} />
          </p>
          <p className="small second">
            由{duty.owedBy}办理 · <Clauses clauses={duty.clauses} />
          </p>
          {duty.met !== undefined || duty.act?.startsWith('case.') !== true ? null : (
            <a href={hrefOf({ page: 'case', id, act: duty.act })}>去{duty.actLabel ?? '办理'}</a>
          )}
        </li>
      ))}
    </ul>
  );
}
