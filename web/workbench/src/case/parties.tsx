import type { CaseView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { hrefOf } from '../route/route.ts';
import { Fields } from './fields.tsx';

const OPEN_UP_TO = 2;
const LISTED_UP_TO = 8;

/** The parties, and those beside them whose interests the decision touches, each with what is known of them. */
export function Parties({ view, id }: { readonly view: CaseView; readonly id: string }): ReactNode {
  const correctable = new Set(view.entries.filter((entry) => entry.correctable).map((entry) => entry.id));
  // Where there is but one side, it is called here as in the head of the page: 申请人, 当事人.
  const [side, other] = view.partyGroups;
  const title = side === undefined || other !== undefined ? '当事人' : side.label;
  return (
    <>
      <Persons title={title} persons={view.parties} id={id} correctable={correctable} />
      <Persons title="利害关系人" persons={view.interested ?? []} id={id} correctable={correctable} />
    </>
  );
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly kind?: string;
  readonly fields: CaseView['parties'][number]['fields'];
}

/** Many are folded; each opens by itself. */
function Persons({
  title,
  persons,
  id,
  correctable,
}: {
  readonly title: string;
  readonly persons: readonly Person[];
  readonly id: string;
  readonly correctable: ReadonlySet<string>;
}): ReactNode {
  if (persons.length === 0) return null;
  const each = persons.map((person) => (
    <details key={person.id} open={persons.length <= OPEN_UP_TO}>
      <summary>
        {person.name}
        {person.kind === undefined ? null : <span className="small second"> {person.kind}</span>}
      </summary>
      <Fields fields={person.fields} id={id} />
      {correctable.has(person.id) ? (
        <a
          className="small"
          href={hrefOf({ page: 'case', id, act: 'case.correct-entry', entry: person.id })}
          aria-label={`更正${person.name}`}
        >
          更正
        </a>
      ) : null}
    </details>
  ));
  return (
    <section className="parties" aria-label={title}>
      <h2>
        {title} <span className="second">{persons.length}</span>
      </h2>
      {persons.length > LISTED_UP_TO ? (
        <details>
          <summary>
            全部 {persons.length} 名{title}
          </summary>
          {each}
        </details>
      ) : (
        each
      )}
    </section>
  );
}
