import type { LawExample } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { Marked } from '../parts/marked.tsx';
import type { Sought } from './search.ts';

/** What the rules are tried by: what is done, and what must follow. */
export function Examples({
  examples,
  sought,
}: {
  readonly examples: readonly LawExample[];
  readonly sought: Sought;
}): ReactNode {
  return (
    <ul className="law-examples">
      {examples.map((example) => (
        <li key={example.title}>
          <span>
            <Marked text={example.title} sought={sought} />
          </span>
          <span className="second">{example.outcome}</span>
          {example.sentences.map((sentence) => (
            <q key={sentence} className="law-said">
              <Marked text={sentence} sought={sought} />
            </q>
          ))}
        </li>
      ))}
    </ul>
  );
}
