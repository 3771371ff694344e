/** Cuts a text at the first place of each mark, marks kept as parts of their own. Longer marks are found first. */
export function splitAt(text: string, marks: readonly string[]): readonly string[] {
  let parts: readonly string[] = [text];
  const found = new Set<string>();
  for (const mark of [...new Set(marks)].sort((a, b) => b.length - a.length)) {
    if (mark === '') continue;
    parts = parts.flatMap((part) => {
      const at = found.has(part) || found.has(mark) ? -1 : part.indexOf(mark);
      if (at < 0) return [part];
      found.add(mark);
      return [part.slice(0, at), mark, part.slice(at + mark.length)].filter((piece) => piece !== '');
    });
  }
  return parts;
}

/**
 * How a sentence names an article: in full, or, after another article of the same instrument, by its number alone.
 */
export function nameIn(text: string, cite: string): string {
  if (text.includes(cite)) return cite;
  return cite.slice(Math.max(cite.lastIndexOf('》'), cite.lastIndexOf('号')) + 1);
}
