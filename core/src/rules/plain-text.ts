/**
 * Text that can be stored, hashed and shown: without control characters (line feed and tab are fine) and without half
 * of a surrogate pair, which neither canonical text nor a database takes.
 */
export function isPlainText(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (letter < ' ' && letter !== '\n' && letter !== '\t') return false;
  }
  return !/\p{Surrogate}/u.test(text);
}
