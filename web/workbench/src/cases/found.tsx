import type { FoundRow } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { Marked } from '../parts/marked.tsx';
import { caseIdOf, hrefOf } from '../route/route.ts';

/** Where in the file the words stand; one click opens that record. */
export function Found({ row, text }: { readonly row: FoundRow; readonly text: string }): ReactNode {
  if (row.found === undefined) return null;
  const words = text.trim().split(/\s+/).filter(Boolean);
  return (
    <span className="found small">
      <a href={hrefOf({ page: 'case', id: caseIdOf(row.stream), entry: row.found.entry })}>
        {row.found.title}
      </a>
      <span className="second">
        <Marked text={row.found.text} sought={words.map((word) => [word])} />
      </span>
    </span>
  );
}
