import type { ReactNode } from 'react';
import type { Sought } from '../law/search.ts';

/** A text in which what was looked for stands out. */
export function Marked({ text, sought }: { readonly text: string; readonly sought: Sought }): ReactNode {
  const forms = sought.flat();
  if (forms.length === 0) return text;
  let at = 0;
  return piecesOf(text, forms).map((piece) => {
    const key = at;
    at += piece.length;
    return forms.includes(piece) ? <mark key={key}>{piece}</mark> : piece;
  });
}

/** The text cut around every place of every form; longer forms are found first. */
function piecesOf(text: string, forms: readonly string[]): readonly string[] {
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  return longestFirst
    .reduce<readonly string[]>(
      (pieces, form) =>
        pieces.flatMap((piece) =>
          forms.includes(piece)
            ? [piece]
            : piece.split(form).flatMap((part, index) => (index === 0 ? [part] : [form, part])),
        ),
      [text],
    )
    .filter((piece) => piece !== '');
}
