import type { ReactNode } from 'react';
import { keyed } from './keyed.ts';

/** A text as its author broke it into paragraphs; empty lines are dropped. */
export function Paragraphs({ text }: { readonly text: string }): ReactNode {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return keyed(lines.filter((line) => line !== '')).map(({ key, text }) => <p key={key}>{text}</p>);
}
