import { createHash } from 'node:crypto';

/** RFC 6962 as its section 2.1 defines it, word by word and slowly: what the fast code is compared with. */
const hash = (...parts: readonly Uint8Array[]): Uint8Array => {
  const sha256 = createHash('sha256');
  for (const part of parts) sha256.update(part);
  return new Uint8Array(sha256.digest());
};

function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** MTH(D[n]). */
export function referenceRoot(entries: readonly Uint8Array[]): Uint8Array {
  const [only] = entries;
  if (only === undefined) return hash();
  if (entries.length === 1) return hash(Uint8Array.of(0), only);
  const k = split(entries.length);
  return hash(Uint8Array.of(1), referenceRoot(entries.slice(0, k)), referenceRoot(entries.slice(k)));
}

/** PATH(m, D[n]). */
export function referencePath(m: number, entries: readonly Uint8Array[]): Uint8Array[] {
  if (entries.length === 1) return [];
  const k = split(entries.length);
  const left = entries.slice(0, k);
  const right = entries.slice(k);
  return m < k
    ? [...referencePath(m, left), referenceRoot(right)]
    : [...referencePath(m - k, right), referenceRoot(left)];
}

function subproof(m: number, entries: readonly Uint8Array[], whole: boolean): Uint8Array[] {
  if (m === entries.length) return whole ? [] : [referenceRoot(entries)];
  const k = split(entries.length);
  const left = entries.slice(0, k);
  const right = entries.slice(k);
  return m <= k
    ? [...subproof(m, left, whole), referenceRoot(right)]
    : [...subproof(m - k, right, false), referenceRoot(left)];
}

/** PROOF(m, D[n]) for 0 < m ≤ n. */
export function referenceConsistency(m: number, entries: readonly Uint8Array[]): Uint8Array[] {
  return subproof(m, entries, true);
}
