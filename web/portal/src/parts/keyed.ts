/** Texts with keys that tell equal ones apart: the same sentence may stand twice in a document. */
export function keyed(texts: readonly string[]): readonly { readonly key: string; readonly text: string }[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    return { key: `${times} ${text}`, text };
  });
}
