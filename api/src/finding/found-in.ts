import { entryTitle } from '@zhaozhang/core';
import type { CaseState } from '@zhaozhang/core';
import { normalise } from '@zhaozhang/store';
import { entryTexts } from './entry-texts.ts';

/** Where in a file the words stand: the record, and its words around the first of them. */
export interface Found {
  readonly entry: string;
  readonly title: string;
  readonly text: string;
}

const around = 24;

/**
 * The newest record of a file that holds the first word it can find of those asked for. Whoever finds a case wants to
 * read on where the words stand.
 */
export function foundIn(state: CaseState, asked: string): Found | undefined {
  const words = normalise(asked).split(/\s+/u).filter(Boolean);
  for (const entry of [...state.entries].reverse())
    for (const text of entryTexts(entry)) {
      const at = firstOf(words, normalise(text));
      if (at !== undefined)
        return { entry: entry.id, title: entryTitle(state, entry), text: excerpt(text, at) };
    }
  return undefined;
}

function firstOf(words: readonly string[], text: string): number | undefined {
  const places = words.map((word) => text.indexOf(word)).filter((at) => at >= 0);
  return places.length === 0 ? undefined : Math.min(...places);
}

/** By letters, so that none is cut in half. Normalising may move a place by one or two: the excerpt is wide enough. */
function excerpt(text: string, at: number): string {
  const letters = [...text];
  const start = [...text.slice(0, at)].length;
  const from = Math.max(0, start - around);
  const to = Math.min(letters.length, start + 2 * around);
  const cut = letters.slice(from, to).join('').replaceAll(/\s+/g, ' ').trim();
  return `${from > 0 ? '…' : ''}${cut}${to < letters.length ? '…' : ''}`;
}
