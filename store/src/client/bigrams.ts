const RUN = /[\p{L}\p{N}\p{M}]+/gu;

/** The form texts are stored and compared in: compatibility characters unified (full-width, ligatures), lower case. */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * The pairs of neighbouring characters in each run of letters and digits, once each; a run of one character stands
 * for itself.
 * @example bigrams('武汉市A1') // ['武汉', '汉市', '市a', 'a1']
 */
export function bigrams(text: string): string[] {
  const grams = new Set<string>();
  for (const [run] of normalise(text).matchAll(RUN)) {
    const characters = Array.from(run);
    if (characters.length === 1) grams.add(run);
    for (let at = 0; at + 1 < characters.length; at++) grams.add(`${characters[at]}${characters[at + 1]}`);
  }
  return [...grams];
}

/** What a search asks: pairs for the index, patterns to check each candidate against. */
export interface SearchTerms {
  readonly grams: readonly string[];
  /** LIKE patterns; all must match. Empty when nothing was asked. */
  readonly patterns: readonly string[];
}

/**
 * Words separated by white space must all occur. Single characters are left to the patterns: at the edge of a word
 * they may be half of a pair in the text, and asking the index for them would miss it.
 */
export function searchTerms(query: string): SearchTerms {
  const words = normalise(query).split(/\s+/u).filter(Boolean);
  const grams = words.flatMap(bigrams).filter((gram) => Array.from(gram).length === 2);
  return {
    grams: [...new Set(grams)],
    patterns: words.map((word) => `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`),
  };
}
