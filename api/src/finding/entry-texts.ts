import { isMarked, isSealed } from '@zhaozhang/core';
import type { AnyEntry, Value } from '@zhaozhang/core';

/**
 * The words of an entry by which its case is found: what people wrote, not the codes and references beside it. Sealed
 * data are not among them, and of a marked entry nothing: a hit would tell what it says to whom it is not shown.
 */
export function entryTexts(entry: AnyEntry): readonly string[] {
  if (isMarked(entry)) return [];
  const data = wordsIn(entry.data as unknown as Value).filter((text) => /\p{Script=Han}/u.test(text));
  // Twice the same (a name in data and record) is found once.
  return [...new Set([...data, ...wordsIn(entry.record)])];
}

function wordsIn(value: Value): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || isSealed(value)) return [];
  // Of an attachment the name is read, its digest by nobody.
  const parts = Object.entries(value).filter(([key]) => key !== 'blob');
  return parts.flatMap(([, part]) => wordsIn(part));
}
