import type { CaseView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { hrefOf } from '../route/route.ts';
import { Fields } from './fields.tsx';

/** The same lead came before and was refused a case: what was looked into then, and why nothing was opened. */
export function FormerRefusals({ view }: { readonly view: CaseView }): ReactNode {
  const refusals = view.formerRefusals ?? [];
  if (refusals.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="former-refusals-title">
      <h2 id="former-refusals-title">
        同一线索此前不予立案 <span className="second">{refusals.length}</span>
      </h2>
      {refusals.map((one) => {
        const id = one.stream.slice('case/'.length);
        return (
          <section key={one.stream} aria-label={one.title}>
            <h3>
              <a href={hrefOf({ page: 'case', id })}>{one.title}</a>
            </h3>
            <Fields fields={one.fields} id={id} />
          </section>
        );
      })}
    </section>
  );
}
