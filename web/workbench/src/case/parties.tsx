import type { CaseView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { hrefOf } from '../route/route.ts';
import { Fields } from './fields.tsx';

const OPEN_UP_TO = 2;
const LISTED_UP_TO = 8;

/** The parties with what is known of each. Many parties are folded; each opens by itself. */
export function Parties({ view, id }: { readonly view: CaseView; readonly id: string }): ReactNode {
  if (view.parties.length === 0) return null;
  const correctable = new Set(view.entries.filter((entry) => entry.correctable).map((entry) => entry.id));
  const each = view.parties.map((party) => (
    <details key={party.id} open={view.parties.length <= OPEN_UP_TO}>
      <summary>
        {party.name} <span className="small second">{party.kind}</span>
      </summary>
      <Fields fields={party.fields} id={id} />
      {correctable.has(party.id) ? (
        <a
          className="small"
          href={hrefOf({ page: 'case', id, act: 'case.correct-entry', entry: party.id })}
          aria-label={`更正${party.name}`}
        >
          更正
        </a>
      ) : null}
    </details>
  ));
  return (
    <section className="parties" aria-labelledby="parties-title">
      <h2 id="parties-title">
        当事人 <span className="second">{view.parties.length}</span>
      </h2>
      {view.parties.length > LISTED_UP_TO ? (
        <details>
          <summary>全部 {view.parties.length} 名当事人</summary>
          {each}
        </details>
      ) : (
        each
      )}
    </section>
  );
}
