/** Bytes that look random and are the same for the same seed, so that a failing round can be run again. */
export function pseudoRandom(seed: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  for (let i = 0; i < length; i += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}

/** A stream of `total` such bytes in chunks, never all in memory. */
export async function* pseudoRandomStream(
  seed: number,
  total: number,
  chunk: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const block = pseudoRandom(seed, chunk);
  for (let at = 0; at < total; at += chunk) yield block.subarray(0, Math.min(chunk, total - at));
}
