/** How a file can be looked at in the page; `other` is for what a browser does not show. */
export type OriginalKind = 'picture' | 'sound' | 'film' | 'text' | 'other';

export interface Shown {
  readonly kind: OriginalKind;
  /** What it is given to the browser as: decided by its first bytes, never by its name. */
  readonly type: string;
}

const known: readonly (readonly [readonly number[], number, OriginalKind, string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 0, 'picture', 'image/png'],
  [[0xff, 0xd8, 0xff], 0, 'picture', 'image/jpeg'],
  [[0x47, 0x49, 0x46, 0x38], 0, 'picture', 'image/gif'],
  [[0x57, 0x45, 0x42, 0x50], 8, 'picture', 'image/webp'],
  [[0x49, 0x44, 0x33], 0, 'sound', 'audio/mpeg'],
  [[0xff, 0xfb], 0, 'sound', 'audio/mpeg'],
  [[0x57, 0x41, 0x56, 0x45], 8, 'sound', 'audio/wav'],
  [[0x4f, 0x67, 0x67, 0x53], 0, 'sound', 'audio/ogg'],
  [[0x66, 0x74, 0x79, 0x70, 0x4d, 0x34, 0x41], 4, 'sound', 'audio/mp4'],
  [[0x66, 0x74, 0x79, 0x70], 4, 'film', 'video/mp4'],
  [[0x1a, 0x45, 0xdf, 0xa3], 0, 'film', 'video/webm'],
];

/** Longest text shown in the page, in bytes. */
const longestText = 256 * 1024;

/** What a file is, by its bytes. A file that calls itself a picture and is a page is no picture. */
export function originalKind(bytes: Uint8Array): Shown {
  for (const [mark, at, kind, type] of known)
    if (mark.every((byte, index) => bytes[at + index] === byte)) return { kind, type };
  return textOf(bytes) === undefined
    ? { kind: 'other', type: 'application/octet-stream' }
    : { kind: 'text', type: 'text/plain' };
}

/** The text of a file in the encodings that offices use; undefined when it is none. */
export function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.length > longestText) return undefined;
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // A file with control characters is no text, whatever encoding its bytes happen to fit.
      if (!/[^\P{Cc}\t\r\n\f]/u.test(text)) return text;
    } catch {
      // Not this encoding.
    }
  }
  return undefined;
}
