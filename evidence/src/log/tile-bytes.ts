import { HASH_SIZE } from './rfc6962.ts';

/** Splits a tile into its hashes; `undefined` when its length is not that of so many hashes. */
export function splitTile(bytes: Uint8Array, width: number): readonly Uint8Array[] | undefined {
  if (bytes.length !== width * HASH_SIZE) return undefined;
  return Array.from({ length: width }, (_, i) => bytes.subarray(i * HASH_SIZE, (i + 1) * HASH_SIZE));
}
