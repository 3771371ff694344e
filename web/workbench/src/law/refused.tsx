import type { ReactNode } from 'react';
import type { Failure } from '../http/request.ts';
import { wordsOf } from '../parts/failed.tsx';

/** Why an act on the agency's own law was not done: every reason, each with its clause and what to do. */
export function Refused({ failure }: { readonly failure: Failure | undefined }): ReactNode {
  if (failure === undefined) return null;
  const { title, detail } = wordsOf(failure);
  const sentences = failure.kind === 'problem' ? (failure.problem.refusals ?? []) : [];
  return (
    <section className="notice notice-danger" role="alert">
      <h2>{title}</h2>
      {sentences.length === 0 ? (
        <p>{detail}</p>
      ) : (
        <ul>
          {sentences.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
