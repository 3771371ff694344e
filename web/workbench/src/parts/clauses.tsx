import type { ClauseView } from '@zhaozhang/api/contract';
import { Fragment, type ReactNode } from 'react';
import { hrefOf } from '../route/route.ts';
import { nameIn, splitAt } from './split-at.ts';
import { Peek } from './peek.tsx';

/** An article that opens its gist. */
function ClauseChip({ clause, label }: { readonly clause: ClauseView; readonly label?: string }): ReactNode {
  return (
    <Peek label={label ?? clause.cite} title={clause.cite} className="clause">
      <p>{clause.gist}</p>
      <p className="small second">条款大意，以正式文本为准。</p>
      <p className="small">
        <a href={hrefOf({ page: 'law-clause', id: clause.id })}>在律例中查看</a>
      </p>
    </Peek>
  );
}

/** Articles one after another; an article of which two rules carry a part is named once. */
export function Clauses({ clauses }: { readonly clauses: readonly ClauseView[] }): ReactNode {
  const once = clauses.filter(
    (clause, index) => clauses.findIndex((one) => one.cite === clause.cite) === index,
  );
  return once.map((clause, index) => (
    <Fragment key={clause.id}>
      {index > 0 ? '、' : null}
      <ClauseChip clause={clause} />
    </Fragment>
  ));
}

/** A sentence of the server, word for word, in which each article it names can be opened. */
export function Sentence({
  text,
  clauses,
}: {
  readonly text: string;
  readonly clauses: readonly ClauseView[];
}): ReactNode {
  const named = new Map(clauses.map((clause) => [nameIn(text, clause.cite), clause]));
  const parts = splitAt(text, [...named.keys()]);
  return parts.map((part) => {
    const clause = named.get(part);
    if (clause === undefined) return part;
    return <ClauseChip key={part} clause={clause} label={part} />;
  });
}
