import type { CaseView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { Fields } from './fields.tsx';

const OPEN_UP_TO = 2;

/** The parties with what is known of each. Many parties are folded; each opens by itself. */
export function Parties({ view, id }: { readonly view: CaseView; readonly id: string }): ReactNode {
  if (view.parties.length === 0) return null;
  return (
    <section className="parties" aria-labelledby="parties-title">
      <h2 id="parties-title">
        当事人 <span className="second">{view.parties.length}</span>
      </h2>
      {view.parties.map((party) => (
        <details key={party.id} open={view.parties.length <= OPEN_UP_TO}>
          <summary>
            {party.name} <span className="small second">{party.kind}</span>
          </summary>
          <Fields fields={party.fields} id={id} />
        </details>
      ))}
    </section>
  );
}
