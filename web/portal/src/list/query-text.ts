/** Longer questions find nothing and would only swell the page that repeats them. */
export const mostLetters = 100;

/** A question as the page repeats it: no control characters, no broken letters, bounded. */
export function queryText(query: string): string {
  const clean = query
    .replace(/\p{Surrogate}/gu, '')
    .replace(/\p{Cc}/gu, ' ')
    .trim();
  return [...clean].slice(0, mostLetters).join('');
}
