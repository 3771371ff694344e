import { LogRefused } from './errors.ts';

/** Largest entry in bytes: bundles give each a length of sixteen bits. */
export const LARGEST_LEAF = 0xffff;

/**
 * Writes entries as a bundle: each behind its length, two bytes big-endian.
 * @throws LogRefused for an entry over 65,535 bytes
 */
export function joinBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const entry of entries) {
    if (entry.length > LARGEST_LEAF)
      throw new LogRefused(`日志条目过大：${entry.length} 字节，上限 ${LARGEST_LEAF}`);
    view.setUint16(at, entry.length);
    bytes.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bytes;
}

/** Splits a bundle into its entries; `undefined` unless it holds exactly so many and nothing after them. */
export function splitBundle(bytes: Uint8Array, width: number): readonly Uint8Array[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const end = at + 2 + view.getUint16(at);
    if (end > bytes.length) return undefined;
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return at === bytes.length && entries.length === width ? entries : undefined;
}
