/**
 * Text that can be stored, hashed and shown: without control characters (line feed and tab are fine) and without half
 * of a surrogate pair, which neither canonical text nor a database takes.
 */
export function isPlainText(text: string): boolean {
  return (
    !/\p{Surrogate}/u.test(text) &&
    ![...text].some((letter) => letter < ' ' && letter !== '\n' && letter !== '\t')
  );
}
