import type { ActView, CaseView, ObligationView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { Clauses } from '../parts/clauses.tsx';
import { Due, Left } from '../parts/due.tsx';
import { hrefOf } from '../route/route.ts';

/** What is owed in this case and until when; what has been met or has ended is folded below. */
export function Duties({ view, id }: { readonly view: CaseView; readonly id: string }): ReactNode {
  const open = view.obligations.filter((duty) => !isOver(duty));
  const met = view.obligations.filter(isOver);
  return (
    <section className="case-duties" aria-labelledby="case-duties-title">
      <h2 id="case-duties-title">期限</h2>
      {open.length === 0 ? (
        <p className="second">现在没有在走的期限。</p>
      ) : (
        <List duties={open} id={id} acts={view.acts} />
      )}
      {met.length === 0 ? null : (
        <details>
          <summary>已办结和届满的期限 {met.length}</summary>
          <List duties={met} id={id} acts={[]} />
        </details>
      )}
    </section>
  );
}

/** Met, or a time that was somebody's to use and has run out. */
function isOver(duty: ObligationView): boolean {
  return duty.met !== undefined || duty.status === 'ended';
}

interface ListProps {
  readonly duties: readonly ObligationView[];
  readonly id: string;
  /** A duty leads to its act only where the act can be done. */
  readonly acts: readonly ActView[];
}

function List({ duties, id, acts }: ListProps): ReactNode {
  const possible = new Set(acts.filter((act) => act.status !== 'refused').map((act) => act.name));
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
          {duty.act === undefined || !possible.has(duty.act) ? null : (
            <a href={hrefOf({ page: 'case', id, act: duty.act })}>去{duty.actLabel ?? '办理'}</a>
          )}
        </li>
      ))}
    </ul>
  );
}
