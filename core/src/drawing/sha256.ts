/**
 * SHA-256 (FIPS 180-4) of a text in UTF-8, as lower-case hexadecimals. The core has no runtime under it, and a draw must
 * be repeated alike on the server, in a browser and, with `sha256sum`, by anybody at a terminal.
 */
export function sha256(text: string): string {
  const words = padded(utf8(text));
  let state = [...initial];
  for (let at = 0; at < words.length; at += 16) state = compressed(state, words.slice(at, at + 16));
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** The first 32 bits of what the roots of the first primes have after the point: the standard's own constants. */
const primes = firstPrimes(64);
const initial: readonly number[] = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const rounds: readonly number[] = primes.map((prime) => fraction(Math.cbrt(prime)));

function firstPrimes(count: number): readonly number[] {
  const found: number[] = [];
  for (let one = 2; found.length < count; one += 1)
    if (found.every((prime) => one % prime !== 0)) found.push(one);
  return found;
}

function fraction(root: number): number {
  return ((root - Math.floor(root)) * 0x1_0000_0000) | 0;
}

function compressed(state: readonly number[], block: readonly number[]): number[] {
  const w = [...block];
  for (let t = 16; t < 64; t += 1) {
    const [a, b] = [word(w, t - 15), word(w, t - 2)];
    const small0 = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3);
    const small1 = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10);
    w.push((word(w, t - 16) + small0 + word(w, t - 7) + small1) | 0);
  }
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
  for (let t = 0; t < 64; t += 1) {
    const big1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + word(rounds, t) + word(w, t)) | 0;
    const big0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((value, index) => (value + word(state, index)) | 0);
}

function word(words: readonly number[], at: number): number {
  return words[at] ?? 0;
}

function turned(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by));
}

/** The bytes, a one bit, noughts, and how many bits there were: in words of 32 bits, sixteen to a block. */
function padded(bytes: readonly number[]): readonly number[] {
  const blocks = Math.floor((bytes.length + 8) / 64) + 1;
  const words: number[] = Array.from({ length: blocks * 16 }, () => 0);
  for (const [at, byte] of [...bytes, 0x80].entries())
    words[at >> 2] = word(words, at >> 2) | (byte << (24 - (at % 4) * 8));
  words[words.length - 2] = Math.floor((bytes.length * 8) / 0x1_0000_0000);
  words[words.length - 1] = (bytes.length * 8) | 0;
  return words;
}

function utf8(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), tail(point));
    else if (point < 0x1_0000) bytes.push(0xe0 | (point >> 12), tail(point >> 6), tail(point));
    else bytes.push(0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point));
  }
  return bytes;
}

function tail(point: number): number {
  return 0x80 | (point & 0x3f);
}
